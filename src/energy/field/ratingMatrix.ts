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
 * Power of a rated module between the points of its matrix: the efficiency is interpolated in
 * temperature at each irradiance, then in irradiance, both linearly; beyond the points, and where
 * the matrix has none, the two nearest are prolonged.
 *
 * @param matrix as `ratingMatrix` returns it
 * @param irradiance W/m2
 * @param temperature of the cell, degC
 * @returns W/m2, not below 0
 * @see IEC 61853-3:2018, clause 7.3
 */
export function ratedPower(
  matrix: readonly RatingPoint[],
  irradiance: number,
  temperature: number,
): number {
  if (irradiance <= 0) return 0;
  const levels = [...new Set(matrix.map((point) => point.irradiance_W_m2))].sort((a, b) => a - b);
  const [low, high] = around(levels, irradiance);
  const at = (level: number) => {
    const points = matrix.filter((point) => point.irradiance_W_m2 === level);
    const [cold, hot] = around(
      points.map((point) => point.temperature_C),
      temperature,
    );
    const value = (T: number) => points.find((p) => p.temperature_C === T)!.efficiency_pct;
    return line(cold, value(cold), hot, value(hot), temperature);
  };
  const efficiency = line(low, at(low), high, at(high), irradiance);
  return Math.max(0, (efficiency / 100) * irradiance);
}

/** The two neighbours of a value among ascending ones; at an end, the two nearest. */
function around(values: readonly number[], value: number): [number, number] {
  const above = values.findIndex((v) => v >= value);
  const i = above === -1 ? values.length - 1 : Math.max(above, 1);
  return [values[i - 1]!, values[i]!];
}

/** Straight line through two points. */
function line(x0: number, y0: number, x1: number, y1: number, x: number): number {
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
