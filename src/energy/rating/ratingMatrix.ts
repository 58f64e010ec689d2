import type { CellAtTemperature } from '../operatingMap.ts';

/** Cell temperatures of the matrix, degC, and the irradiances measured at each, W/m2. */
export const ratingPoints: readonly (readonly [number, readonly number[]])[] = [
  [15, [100, 200, 400, 600, 800, 1000]],
  [25, [100, 200, 400, 600, 800, 1000, 1100]],
  [50, [400, 600, 800, 1000, 1100]],
  [75, [600, 800, 1000, 1100]],
];

/** One point of the matrix. */
export interface RatingPoint {
  readonly irradiance_W_m2: number;
  readonly temperature_C: number;
  readonly pmax_W_m2: number;
  readonly efficiency_pct: number;
  /** Efficiency over that at 1000 W/m2 and 25 degC. */
  readonly relative: number;
}

/**
 * The matrix of irradiance and temperature at which IEC 61853-1 rates a module: 22 points.
 *
 * @param cell the cell at a temperature in the AM1.5G spectrum
 * @returns the points by rising temperature, then irradiance
 * @throws CalculationError where the device equations are not solved
 * @see IEC 61853-1:2011, table 2
 */
export function ratingMatrix(cell: CellAtTemperature): RatingPoint[] {
  const points = ratingPoints.flatMap(([temperature_C, irradiances]) => {
    const power = cell(temperature_C);
    return irradiances.map((irradiance_W_m2) => {
      const pmax_W_m2 = power(irradiance_W_m2);
      const efficiency_pct = (100 * pmax_W_m2) / irradiance_W_m2;
      return { irradiance_W_m2, temperature_C, pmax_W_m2, efficiency_pct };
    });
  });
  const standard = points.find((p) => p.irradiance_W_m2 === 1000 && p.temperature_C === 25)!;
  return points.map((point) => ({
    ...point,
    relative: point.efficiency_pct / standard.efficiency_pct,
  }));
}

/**
 * Power of a rated module at any irradiance and temperature: the efficiency between the points of
 * its matrix is bilinear.
 *
 * The standard leaves open what stands where it asks for no point (weak light on hot cells, strong
 * light on cold ones). These are filled from three neighbours so that the surface stays continuous,
 * and the edges are prolonged.
 *
 * @param matrix as `ratingMatrix` returns it, or as measured
 * @returns W/m2 at irradiance, W/m2, and cell temperature, degC; not below 0
 * @throws RangeError for a matrix whose points do not tell of the others
 * @see IEC 61853-3:2018; the filling: A. Driesse, J. Stein, "From IEC 61853 power measurements to PV
 *   system simulations", SAND2020-3877 (2020)
 * @example ratedPower(ratingMatrix(cell))(850, 41)
 */
export function ratedPower(
  matrix: readonly Pick<RatingPoint, 'irradiance_W_m2' | 'temperature_C' | 'pmax_W_m2'>[],
): (irradiance: number, temperature: number) => number {
  const light = ascending(matrix.map((point) => point.irradiance_W_m2));
  const heat = ascending(matrix.map((point) => point.temperature_C));
  const width = heat.length;
  const efficiency = new Float64Array(light.length * width).fill(Number.NaN);
  for (const point of matrix) {
    const row = light.indexOf(point.irradiance_W_m2);
    const at = row * width + heat.indexOf(point.temperature_C);
    efficiency[at] = point.pmax_W_m2 / point.irradiance_W_m2;
  }
  fillCorners(efficiency, width);
  return (irradiance, temperature) => {
    if (!(irradiance > 0)) return 0;
    const i = intervalOf(light, irradiance);
    const j = intervalOf(heat, temperature);
    const x = (irradiance - light[i]!) / (light[i + 1]! - light[i]!);
    const y = (temperature - heat[j]!) / (heat[j + 1]! - heat[j]!);
    const at = i * width + j;
    const dim = efficiency[at]! + y * (efficiency[at + 1]! - efficiency[at]!);
    const next = at + width;
    const bright = efficiency[next]! + y * (efficiency[next + 1]! - efficiency[next]!);
    return Math.max(0, (dim + x * (bright - dim)) * irradiance);
  };
}

/** Fills what is not known from three neighbours: of hot cells upward, of cold ones downward. */
function fillCorners(values: Float64Array, width: number): void {
  const known = (row: number, column: number) =>
    column < 0 || column >= width ? Number.NaN : (values[row * width + column] ?? Number.NaN);
  const rows = values.length / width;
  if (rows < 2 || width < 2) {
    throw new RangeError('a matrix of two irradiances and two temperatures at least is needed');
  }
  for (let round = 0; round < rows + width && values.some(Number.isNaN); round++) {
    const before = (row: number, column: number, turn: number) =>
      known(row, column - turn) + known(row + turn, column) - known(row + turn, column - turn);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < width; column++) {
        if (!Number.isNaN(known(row, column))) continue;
        const hot = before(row, column, 1);
        values[row * width + column] = Number.isNaN(hot) ? before(row, column, -1) : hot;
      }
    }
  }
  if (values.some(Number.isNaN)) {
    throw new RangeError('the points of the matrix do not tell of those that are missing');
  }
}

const ascending = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);

/** The interval that a value lies in; at the ends, the outermost. */
function intervalOf(values: readonly number[], value: number): number {
  let i = values.length - 2;
  while (i > 0 && values[i]! > value) i--;
  return i;
}
