import { pointAtVoltage } from '../circuit/searchCurve.ts';
import { type TerminalPoint, terminalPoint } from '../circuit/terminal.ts';
import type { Junction } from './junction.ts';
import { unitIrradiance } from './terminalFigures.ts';

/** Terminal voltages are met to this, V. */
const voltageTolerance = 1e-9;

/** A curve at the terminals at chosen voltages; delivered current is positive. */
export interface CurveRow {
  readonly voltage_V: number;
  readonly current_mA_cm2: number;
}

/**
 * Solves a cell with its junction held at a voltage.
 *
 * @param simulator cell at a temperature
 * @param irradiance W/m2; 0 for darkness
 * @param voltage of the junction, V
 * @returns the point as the terminals see it, A/cm^2
 * @throws CalculationError when the device does not converge
 */
export function junctionAt(
  simulator: Junction,
  irradiance: number,
  voltage: number,
): TerminalPoint {
  const point = simulator.solve(voltage, irradiance / unitIrradiance);
  return terminalPoint(point, simulator.circuit, simulator.thermalVoltage);
}

/**
 * Solves a cell at a voltage of its terminals.
 *
 * @param simulator cell at a temperature
 * @param irradiance W/m2; 0 for darkness
 * @param voltage at the terminals, V
 * @param start junction voltage to start from, V
 * @returns the point
 * @throws CalculationError when the device does not converge
 * @throws RangeError when no point has that voltage
 */
export function terminalAt(
  simulator: Junction,
  irradiance: number,
  voltage: number,
  start: number = voltage,
): TerminalPoint {
  const at = (junctionVoltage: number) => junctionAt(simulator, irradiance, junctionVoltage);
  const point = pointAtVoltage(at, at(start), voltage, voltageTolerance);
  if (point) return point;
  throw new RangeError(`no point of the curve has ${voltage} V at the terminals`);
}

/**
 * J-V curve at chosen terminal voltages.
 *
 * @param simulator cell at a temperature
 * @param irradiance W/m2; 0 for the dark curve
 * @param voltages at the terminals, V
 * @returns one row a voltage
 * @throws CalculationError when the device does not converge
 */
export function terminalCurve(
  simulator: Junction,
  irradiance: number,
  voltages: readonly number[],
): CurveRow[] {
  let drop = 0;
  return voltages.map((voltage) => {
    const point = terminalAt(simulator, irradiance, voltage, voltage + drop);
    drop = point.junctionVoltage - voltage;
    // Equilibrium carries no current; what is left there is rounding.
    const dead = voltage === 0 && irradiance === 0;
    return { voltage_V: voltage, current_mA_cm2: dead ? 0 : point.current * 1e3 };
  });
}

/** Step of a curve whose voltages are not given, V. */
const curveStep = 0.02;

/** Voltages from 0 in even steps up to the first at or beyond open circuit. */
export function curveVoltages(openCircuit: number): number[] {
  const steps = Math.ceil(openCircuit / curveStep - 1e-9);
  return Array.from({ length: steps + 1 }, (_, k) => Number((k * curveStep).toFixed(2)));
}
