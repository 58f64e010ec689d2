import { elementaryCharge } from '../physics/constants.ts';
import type { Junction } from './junction.ts';
import { junctionAt } from './terminalAt.ts';
import { unitIrradiance } from './terminalFigures.ts';

const voltageTolerance = 1e-9;
const mostSteps = 80;
/** Longest step of the search, V. */
const longestStep = 0.1;
/** No cell of one junction reaches this, V. */
const highestVoltage = 5;

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
  const generated = (elementaryCharge * simulator.generated * irradiance) / unitIrradiance;
  if (!(generated > 0)) throw new RangeError('there is no open-circuit voltage without light');
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let voltage = start;
  for (let step = 0; step < mostSteps && voltage < highestVoltage; step++) {
    const { current, currentSlope } = junctionAt(simulator, irradiance, voltage);
    if (current > 0) low = voltage;
    else high = voltage;
    // Newton on the logarithm of what is lost: straight for an exponential.
    const lost = generated - current;
    const slope = -currentSlope;
    let move =
      lost > 0 && slope > 0 ? (lost / slope) * Math.log(generated / lost) : current / slope;
    if (Math.abs(move) <= voltageTolerance) return voltage;
    move = Math.min(longestStep, Math.max(-longestStep, move));
    if (!(voltage + move > low && voltage + move < high)) {
      move = (high === Number.POSITIVE_INFINITY ? low + 0.05 : (low + high) / 2) - voltage;
    }
    voltage += move;
  }
  throw new RangeError('no open-circuit point was found');
}
