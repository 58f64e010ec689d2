import { type SunPlace, sunPosition } from '../sun/sunPosition.ts';

/** How well global, beam and diffuse light agree: ghi - dhi - dni cos(zenith). */
export interface Closure {
  /** W/m2. */
  readonly mean: number;
  /** Root of the mean square, W/m2. */
  readonly rms: number;
  /** Intervals that count. */
  readonly intervals: number;
}

/** Light that is to close. */
export interface ClosingLight {
  readonly place: SunPlace;
  readonly middle: Float64Array;
  readonly ghi: Float64Array;
  readonly dni: Float64Array;
  readonly dhi: Float64Array;
}

/** Low suns do not count: cosine of the zenith. */
const leastCosine = 0.15;
const radian = Math.PI / 180;
const minute = 60_000;

/**
 * Closure of the light with the sun put later or earlier.
 *
 * @param light as measured
 * @param shift of the sun's time, min
 * @returns mean and root mean square over hours with the sun above 8.6 deg; about 1 W/m2 where the
 *   stamps are understood, 13 to 60 where they are half an hour off
 */
export function closure(light: ClosingLight, shift = 0): Closure {
  const { ghi, dni, dhi } = light;
  const time = light.middle.map((t) => t + shift * minute);
  const { apparentZenith } = sunPosition(time, light.place);
  let [count, sum, squares] = [0, 0, 0];
  for (let i = 0; i < ghi.length; i++) {
    const cosine = Math.cos(radian * apparentZenith[i]!);
    if (!(cosine > leastCosine)) continue;
    const left = ghi[i]! - dhi[i]! - dni[i]! * cosine;
    count++;
    sum += left;
    squares += left * left;
  }
  const n = Math.max(count, 1);
  return { mean: sum / n, rms: Math.sqrt(squares / n), intervals: count };
}

/** Below this the light closes, W/m2: rounding, and beam and diffuse modelled apart. */
const good = 10;
/** A shift is clearly better from this ratio on. */
const clearly = 2;
/** Slips of half hours. */
const nearShifts = [-60, -30, 30, 60];
/** Slips of the zone, or of half a day. */
const farShifts = Array.from({ length: 49 }, (_, k) => (k - 24) * 30);
/** Of so many days one is enough to tell far shifts apart; the best is then looked at in all. */
const searchedDays = 13;
const day = 86_400_000;

/**
 * Looks for a shift of the time with which the light closes clearly better.
 *
 * @returns the shift, min, and both closures; undefined where the stamps are right
 */
export function betterShift(
  light: ClosingLight,
): { shift: number; now: Closure; shifted: Closure } | undefined {
  const now = closure(light);
  if (now.rms < good || now.intervals < 24) return undefined;
  const best = (shifts: readonly number[], of: ClosingLight) =>
    shifts
      .map((shift) => ({ shift, shifted: closure(of, shift) }))
      .reduce((a, b) => (b.shifted.rms < a.shifted.rms ? b : a));
  const isBetter = (found: { shifted: Closure }) =>
    found.shifted.intervals >= now.intervals / 2 && found.shifted.rms * clearly < now.rms;
  const near = { now, ...best(nearShifts, light) };
  if (isBetter(near) && near.shifted.rms < good) return near;
  const { shift } = best(farShifts, someDays(light));
  const far = { now, shift, shifted: closure(light, shift) };
  return isBetter(far) ? far : undefined;
}

/** One day of many, whole; all where there are few. */
function someDays(light: ClosingLight): ClosingLight {
  const { place, middle } = light;
  const first = middle[0]!;
  if (middle[middle.length - 1]! - first < 10 * searchedDays * day) return light;
  const of = (values: Float64Array) =>
    values.filter((_, i) => Math.floor((middle[i]! - first) / day) % searchedDays === 0);
  const { ghi, dni, dhi } = light;
  return { place, middle: of(middle), ghi: of(ghi), dni: of(dni), dhi: of(dhi) };
}
