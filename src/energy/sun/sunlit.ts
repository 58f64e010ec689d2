import { type SunOptions, type SunPlace, sunPosition } from './sunPosition.ts';

/** True zenith of the sun's centre when its upper edge rises, deg (radius and refraction). */
export const riseZenith = 90.8333;
/** The sun climbs no faster than this, deg an hour. */
const steepest = 15.1;
const hour = 3_600_000;

/**
 * The instant at which the sun stands for an interval: its middle; where the sun rises or sets in
 * it, the middle of the part with sun, as SAM and PVsyst do. In such an interval the middle itself
 * may have no sun though there is light, or a sun too low for the light.
 *
 * @param middle of each interval, Unix time, ms
 * @param interval length, s
 * @param place on earth
 * @param options air and clock, as of `sunPosition`
 * @returns Unix time, ms
 * @see P. Gilman et al., SAM Photovoltaic Model Technical Reference Update, NREL/TP-6A20-67399
 *   (2018), section 4.3
 */
export function sunlitMiddle(
  middle: Float64Array,
  interval: number,
  place: SunPlace,
  options: SunOptions = {},
): Float64Array {
  const half = (interval * 1000) / 2;
  const reach = (steepest * half) / hour + 1;
  const zenith = sunPosition(middle, place, options).zenith;
  const near: number[] = [];
  for (let i = 0; i < middle.length; i++) {
    if (Math.abs(zenith[i]! - riseZenith) < reach) near.push(i);
  }
  const above = (times: ArrayLike<number>) =>
    sunPosition(times, place, options).zenith.map((z) => riseZenith - z);
  const start = above(near.map((i) => middle[i]! - half));
  const end = above(near.map((i) => middle[i]! + half));
  const crossing = near.flatMap((i, k) =>
    start[k]! > 0 === end[k]! > 0
      ? []
      : [
          {
            i,
            rises: end[k]! > 0,
            low: middle[i]! - half,
            high: middle[i]! + half,
            a: start[k]!,
            b: end[k]!,
          },
        ],
  );
  // Regula falsi (Illinois) for all crossings at once: the elevation is nearly straight.
  for (let step = 0; step < steps; step++) {
    const guess = crossing.map(({ low, high, a, b }) => low + ((high - low) * a) / (a - b));
    const value = above(guess);
    crossing.forEach((c, k) => {
      const v = value[k]!;
      if (v > 0 === c.a > 0) {
        Object.assign(c, { low: guess[k]!, a: v, b: c.b / 2 });
      } else {
        Object.assign(c, { high: guess[k]!, b: v, a: c.a / 2 });
      }
    });
  }
  const result = Float64Array.from(middle);
  for (const { i, rises, low, high, a, b } of crossing) {
    const edge = low + ((high - low) * a) / (a - b);
    result[i] = rises ? (edge + middle[i]! + half) / 2 : (middle[i]! - half + edge) / 2;
  }
  return result;
}

/** Brings the time of the crossing below a second. */
const steps = 4;
