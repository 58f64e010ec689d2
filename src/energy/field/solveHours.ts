import type { CellAtTemperature } from '../operatingMap.ts';

/**
 * Cells are prepared (optics, mesh, laws of silicon) at multiples of this, K. An hour is off by a
 * quarter of it on average, to either side: 2e-4 of its power at most, and 1e-5 of a year's energy.
 */
const temperatureStep = 0.1;

/**
 * Maximum power in each hour by the device equations, without a map.
 *
 * @param cell the cell at a temperature, degC
 * @param irradiance that counts, W/m2
 * @param temperature of the cell, degC
 * @returns W/m2; 0 where there is no light
 * @throws CalculationError where the device equations are not solved, RangeError for light that is
 *   negative or none and for no temperature
 */
export function solveHours(
  cell: CellAtTemperature,
  irradiance: Float64Array,
  temperature: Float64Array,
): Float64Array {
  const power = new Float64Array(irradiance.length);
  const groups = new Map<number, number[]>();
  for (let i = 0; i < irradiance.length; i++) {
    if (irradiance[i]! === 0) continue;
    if (!(irradiance[i]! > 0 && Number.isFinite(temperature[i]!))) {
      const found = `${irradiance[i]} W/m2 at ${temperature[i]} degC`;
      throw new RangeError(`hours: ${found} in interval ${i + 1}`);
    }
    const step = Math.round(temperature[i]! / temperatureStep);
    const group = groups.get(step);
    if (group === undefined) groups.set(step, [i]);
    else group.push(i);
  }
  for (const [step, hours] of groups) {
    const at = cell(step * temperatureStep);
    // From bright to dim: each solution starts the next.
    for (const i of hours.sort((a, b) => irradiance[b]! - irradiance[a]!)) {
      power[i] = at(irradiance[i]!);
    }
  }
  return power;
}
