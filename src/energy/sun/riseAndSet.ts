import { riseZenith } from './sunlit.ts';
import { type SunOptions, type SunPlace, sunPosition } from './sunPosition.ts';

/** When the sun is up in a day; Unix time, ms. */
export interface SunTimes {
  /** Undefined where the sun does not rise in these 24 hours. */
  readonly sunrise?: number;
  /** The sun crosses the meridian. */
  readonly transit: number;
  /** Undefined where the sun does not set in these 24 hours. */
  readonly sunset?: number;
}

const hour = 3_600_000;
/** Crossings are looked for between instants this far apart, ms: shorter polar days are missed. */
const stride = hour / 4;

/**
 * Sunrise (upper edge of the disc, standard refraction), passage through the meridian, and sunset.
 *
 * @param from beginning of the 24 hours, Unix time, ms; local midnight for a day as people count it
 * @param place on earth
 * @param options clock, as of `sunPosition`
 * @returns times, within a second
 * @example
 * riseAndSet(Date.UTC(2024, 5, 21, -1), { latitude: 52.3, longitude: 4.77, altitude: 0 })
 */
export function riseAndSet(from: number, place: SunPlace, options: SunOptions = {}): SunTimes {
  const above = (t: number) => riseZenith - sunPosition([t], place, options).zenith[0]!;
  const times = Float64Array.from(
    { length: (24 * hour) / stride + 1 },
    (_, k) => from + k * stride,
  );
  const height = sunPosition(times, place, options).zenith.map((z) => riseZenith - z);
  const crossing = (isWanted: (k: number) => boolean) => {
    const k = height.findIndex((_, i) => i + 1 < height.length && isWanted(i));
    return k < 0 ? undefined : root(above, times[k]!, times[k + 1]!);
  };
  const sunrise = crossing((k) => height[k]! <= 0 && height[k + 1]! > 0);
  const sunset = crossing((k) => height[k]! > 0 && height[k + 1]! <= 0);
  const transit = meridian(from, place, options);
  return {
    transit,
    ...(sunrise === undefined ? {} : { sunrise }),
    ...(sunset === undefined ? {} : { sunset }),
  };
}

function root(f: (t: number) => number, low: number, high: number): number {
  const rises = f(high) > 0;
  let [a, b] = [low, high];
  while (b - a > 10) {
    const middle = (a + b) / 2;
    if (f(middle) > 0 === rises) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

/** Time of the first meridian passage after an instant, from the equation of time there. */
function meridian(from: number, place: SunPlace, options: SunOptions): number {
  const untilNoon = (t: number) => {
    const equation = sunPosition([t], place, options).equationOfTime[0]! * 60_000;
    const solar = t + (place.longitude / 15) * hour + equation;
    return 12 * hour - (solar - 24 * hour * Math.floor(solar / (24 * hour)));
  };
  const first = (untilNoon(from) + 24 * hour) % (24 * hour);
  const near = from + first;
  return near + untilNoon(near);
}
