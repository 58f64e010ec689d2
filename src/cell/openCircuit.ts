import { openCircuit } from '../circuit/searchCurve.ts';
import { elementaryCharge } from '../physics/constants.ts';
import type { Junction } from './junction.ts';
import { junctionAt } from './terminalAt.ts';
import { unitIrradiance } from './terminalFigures.ts';

/** Junction voltages are solved to this, V. */
const tolerance = 1e-9;

/**
 * Voltage at which the cell delivers no current, shunt and second diode included. The series
 * resistance plays no part. The device is left at that point.
 *
 * @param simulator cell at a temperature
 * @param irradiance W/m2, above 0
 * @param start V
 * @returns open-circuit voltage, V
 * @throws CalculationError when the device does not converge
 * @throws RangeError when there is no such voltage
 */
export function openCircuitVoltage(simulator: Junction, irradiance: number, start = 0.6): number {
  const driven = (elementaryCharge * simulator.generated * irradiance) / unitIrradiance;
  if (!(driven > 0)) throw new RangeError('there is no open-circuit voltage without light');
  const at = (voltage: number) => junctionAt(simulator, irradiance, voltage);
  return openCircuit(at, at(start), { driven, low: 0, tolerance }).junctionVoltage;
}
