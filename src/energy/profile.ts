/** Irradiance, and where known the cell temperature, over time. */
export interface Profile {
  readonly name: string;
  /** Hours since the first row; strictly ascending. */
  readonly time: Float64Array;
  /** W/m2. */
  readonly irradiance: Float64Array;
  /** Cell temperature, degC. */
  readonly temperature?: Float64Array;
}

/**
 * Integral over time by the trapezoid rule.
 *
 * @param time hours, ascending
 * @param value in any unit
 * @returns value times hours
 * @example trapezoid([0, 1, 3], [0, 2, 2]) // 5
 */
export function trapezoid(time: ArrayLike<number>, value: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 1; i < time.length; i++) {
    sum += 0.5 * (time[i]! - time[i - 1]!) * (value[i]! + value[i - 1]!);
  }
  return sum;
}

/** Radiant energy of a profile, kWh/m2. */
export function insolation(profile: Profile): number {
  return trapezoid(profile.time, profile.irradiance) / 1000;
}
