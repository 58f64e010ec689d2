import { chebyshevGrid } from '../chebyshev.ts';
import { efficiencySurface } from '../efficiencySurface.ts';
import type { CellAtTemperature, OperatingMap, OperatingRange } from '../operatingMap.ts';

/** A map whose error is known. */
export interface CellMap extends OperatingMap {
  /** Estimated largest error, relative to the power, where the map interpolates. */
  readonly error: number;
}

/** What a map is refined to, relative. */
const wanted = 1e-4;
/** The map ends here, W/m2: less light holds some 1e-5 of a year's energy. */
const dimmest = 5;
/** Steps of the grid in both directions; each refinement halves the spacing and keeps the points. */
const lightSteps = [16, 32];
const heatSteps = [4, 8, 16];
/** Less than this many kelvin is one temperature. */
const oneTemperature = 1e-9;

/**
 * Solves a cell on a grid of light and temperature, Chebyshev in ln(irradiance) and in temperature,
 * finer until the last coefficients of the efficiency's expansion fall below 1e-4 of it.
 *
 * Those coefficients are the estimate of the error that is stated: the expansion of a smooth
 * function falls geometrically, and what is left out is of the size of the last that is kept.
 * Below 5 W/m2 the efficiency goes on as a power of the light.
 *
 * @param cell the cell at a temperature; called once for each temperature of the grid
 * @param range conditions that will be asked for
 * @returns the map
 * @see L. N. Trefethen, Approximation Theory and Approximation Practice (SIAM 2013), chapter 8
 */
export function cellMap(cell: CellAtTemperature, range: OperatingRange): CellMap {
  const brightest = Math.max(range.irradiance[1], 2 * dimmest);
  const [coldest, hottest] = range.temperature;
  const isOne = hottest - coldest < oneTemperature;
  const samples = sampler(cell, [Math.log(dimmest), Math.log(brightest)], [coldest, hottest]);
  let [l, h] = [0, 0];
  let grid = samples(lightSteps[l]!, isOne ? 0 : heatSteps[h]!);
  while (true) {
    const finerLight = grid.lightTail > wanted / 2 && l + 1 < lightSteps.length;
    const finerHeat = !isOne && grid.heatTail > wanted / 2 && h + 1 < heatSteps.length;
    if (!finerLight && !finerHeat) break;
    if (finerLight) l++;
    if (finerHeat) h++;
    grid = samples(lightSteps[l]!, isOne ? 0 : heatSteps[h]!);
  }
  const { power, lightTail, heatTail, simulations } = grid;
  return { error: lightTail + heatTail, simulations, power };
}

/** Efficiencies on one grid. */
interface Sampled {
  readonly power: OperatingMap['power'];
  readonly lightTail: number;
  readonly heatTail: number;
  readonly simulations: number;
}

/** Grids of one cell that share their points: each is a part of the next. */
function sampler(
  cell: CellAtTemperature,
  light: readonly [number, number],
  heat: readonly [number, number],
): (lightSteps: number, heatSteps: number) => Sampled {
  // By place along the axes, 0 to 1: the same in each grid, as steps are powers of two.
  const rows = new Map<
    number,
    { power: (irradiance: number) => number; at: Map<number, number> }
  >();
  let simulations = 0;
  return (lightSteps, heatSteps) => {
    const lightGrid = chebyshevGrid(...light, lightSteps + 1);
    const heatGrid = chebyshevGrid(...heat, heatSteps + 1);
    const [columns, lines] = [lightGrid.nodes.length, heatGrid.nodes.length];
    const efficiency = new Float64Array(lines * columns);
    for (let i = 0; i < lines; i++) {
      const place = lines === 1 ? 0 : i / heatSteps;
      const row = rows.get(place) ?? { power: cell(heatGrid.nodes[i]!), at: new Map() };
      rows.set(place, row);
      for (let j = columns - 1; j >= 0; j--) {
        const known = row.at.get(j / lightSteps);
        const irradiance = Math.exp(lightGrid.nodes[j]!);
        const value = known ?? row.power(irradiance) / irradiance;
        if (known === undefined) simulations++;
        row.at.set(j / lightSteps, value);
        efficiency[i * columns + j] = value;
      }
    }
    return {
      power: efficiencySurface(lightGrid, heatGrid, efficiency),
      lightTail: tail(efficiency, lines, columns, 1, columns),
      heatTail: lines === 1 ? 0 : tail(efficiency, columns, lines, columns, 1),
      simulations,
    };
  };
}

/**
 * Largest of the last two Chebyshev coefficients along one axis, relative to the mean.
 *
 * @param count lines along that axis
 * @param length points on a line
 * @param step,stride from point to point, from line to line
 */
function tail(
  values: Float64Array,
  count: number,
  length: number,
  step: number,
  stride: number,
): number {
  const last = length - 1;
  let worst = 0;
  for (let line = 0; line < count; line++) {
    const coefficient = (order: number) => {
      let sum = 0;
      for (let j = 0; j <= last; j++) {
        const half = j === 0 || j === last ? 0.5 : 1;
        sum += half * values[line * stride + j * step]! * Math.cos((Math.PI * order * j) / last);
      }
      return sum / last;
    };
    const mean = Math.abs(coefficient(0));
    // Orders between the last and the first carry 2 / last, both ends half of it.
    const size = Math.max(2 * Math.abs(coefficient(last - 1)), Math.abs(coefficient(last)));
    worst = Math.max(worst, size / mean);
  }
  return worst;
}
