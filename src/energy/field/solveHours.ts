import type { OperatingMap } from '../operatingMap.ts';
import { checkFieldHours, equivalentIrradiance, type FieldHours } from './fieldHours.ts';

/** Maximum power, W/m2, of a cell at a temperature, degC, in light in front and behind, W/m2. */
export type CellOfBothSides = (temperature: number) => (front: number, rear?: number) => number;

/** What is known of the same cell. */
export interface KnownCell {
  /** Tells how the power goes over the last part of a kelvin. */
  readonly map?: OperatingMap;
  /** Light in front that as much light behind is worth to the map; light behind is left out at 0. */
  readonly bifaciality?: number;
}

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
 * Each hour is solved in its own light, on both sides where there is some behind, at the nearest
 * temperature of a fine grid. Where the power goes from there to the hour's own temperature a map
 * says, if there is one: then the grid may be coarser, and what is left of it is smaller.
 *
 * @param cell the cell at a temperature, degC
 * @param hours light and temperature
 * @param known map and bifaciality of the same cell
 * @returns W/m2; 0 where there is no light
 * @throws CalculationError where the device equations are not solved, RangeError for hours that give
 *   no number
 */
export function solveHours(
  cell: CellOfBothSides,
  hours: FieldHours,
  { map, bifaciality = 0 }: KnownCell = {},
): Float64Array {
  checkFieldHours(hours);
  const { temperature } = hours;
  const front = equivalentIrradiance(hours, 0);
  const rear = bifaciality > 0 ? (hours.effectiveRear ?? hours.rear) : undefined;
  const worth = equivalentIrradiance(hours, bifaciality);
  const power = new Float64Array(front.length);
  const groups = new Map<number, number[]>();
  const grid = map === undefined ? temperatureStep : driftStep;
  for (let i = 0; i < front.length; i++) {
    if (worth[i] === 0) continue;
    const step = Math.round(temperature[i]! / grid);
    const group = groups.get(step);
    if (group === undefined) groups.set(step, [i]);
    else group.push(i);
  }
  for (const [step, group] of groups) {
    const near = insideOf(temperature, group, step * grid, map !== undefined);
    const at = cell(near);
    // From bright to dim: each solution starts the next.
    for (const i of group.sort((a, b) => worth[b]! - worth[a]!)) {
      const drift = map ? map.power(worth[i]!, temperature[i]!) / map.power(worth[i]!, near) : 1;
      power[i] = at(front[i]!, rear?.[i]) * drift;
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
