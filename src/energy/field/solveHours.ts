import type { CellAtTemperature, OperatingMap } from '../operatingMap.ts';

/**
 * Cells are prepared (optics, mesh, laws of silicon) at multiples of this, K. An hour is off by a
 * quarter of it on average, to either side: 2e-4 of its power at most, and 1e-5 of a year's energy.
 */
const temperatureStep = 0.1;

/**
 * The same where a map tells how the power drifts over the rest: 0.25 K at most, which is 0.1 % of
 * the power, and of that the map knows all but a thousandth.
 */
const driftStep = 0.5;

/**
 * Maximum power in each hour by the device equations.
 *
 * Each hour is solved in its own light at the nearest temperature of a fine grid. Where the power
 * goes from there to the hour's own temperature a map says, if there is one: then the grid may be
 * coarser, and what is left of it is smaller.
 *
 * @param cell the cell at a temperature, degC
 * @param irradiance that counts, W/m2
 * @param temperature of the cell, degC
 * @param map of the same cell
 * @returns W/m2; 0 where there is no light
 * @throws CalculationError where the device equations are not solved, RangeError for light that is
 *   negative or none and for no temperature
 */
export function solveHours(
  cell: CellAtTemperature,
  irradiance: Float64Array,
  temperature: Float64Array,
  map?: OperatingMap,
): Float64Array {
  const power = new Float64Array(irradiance.length);
  const groups = new Map<number, number[]>();
  const grid = map === undefined ? temperatureStep : driftStep;
  for (let i = 0; i < irradiance.length; i++) {
    if (irradiance[i]! === 0) continue;
    if (!(irradiance[i]! > 0 && Number.isFinite(temperature[i]!))) {
      const found = `${irradiance[i]} W/m2 at ${temperature[i]} degC`;
      throw new RangeError(`hours: ${found} in interval ${i + 1}`);
    }
    const step = Math.round(temperature[i]! / grid);
    const group = groups.get(step);
    if (group === undefined) groups.set(step, [i]);
    else group.push(i);
  }
  for (const [step, hours] of groups) {
    const near = insideOf(temperature, hours, step * grid, map !== undefined);
    const at = cell(near);
    // From bright to dim: each solution starts the next.
    for (const i of hours.sort((a, b) => irradiance[b]! - irradiance[a]!)) {
      const drift = map
        ? map.power(irradiance[i]!, temperature[i]!) / map.power(irradiance[i]!, near)
        : 1;
      power[i] = at(irradiance[i]!) * drift;
    }
  }
  return power;
}

/** A map ends at the coldest and the hottest hour: the grid does not go beyond those of its hours. */
function insideOf(
  temperature: Float64Array,
  hours: readonly number[],
  near: number,
  isBounded: boolean,
): number {
  if (!isBounded) return near;
  let [coldest, hottest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const i of hours) {
    coldest = Math.min(coldest, temperature[i]!);
    hottest = Math.max(hottest, temperature[i]!);
  }
  return Math.min(Math.max(near, coldest), hottest);
}
