import { type Horizon, openBand, openSky } from './horizon.ts';
import type { Rows } from './mounting.ts';
import { type RowView, rowView } from './rowLight.ts';

/** Shares that a horizon leaves of a uniform sky, of its lowest band, and of the sky over the ground. */
export interface OpenShares {
  readonly sky: number;
  readonly band: number;
  readonly ground: number;
}

/** View factors by tilt; fixed modules need two, trackers one or two an hour. */
export function viewsOfRows(
  rows: Rows,
  horizon: Horizon | undefined,
): (tilt: number, azimuth: number) => RowView {
  const known = new Map<number, RowView>();
  if (horizon === undefined) {
    return (tilt) => {
      const view = known.get(tilt) ?? rowView(tilt, rows);
      known.set(tilt, view);
      return view;
    };
  }
  return byDegrees((tilt, azimuth) => rowView(tilt, rows, azimuth, horizon));
}

/** What a horizon leaves to planes, by tilt and azimuth in deg. */
export function openShares(horizon: Horizon): (tilt: number, azimuth: number) => OpenShares {
  const ground = openSky(horizon, 0, 0);
  return byDegrees((tilt, azimuth) => ({
    sky: openSky(horizon, tilt, azimuth),
    band: openBand(horizon, azimuth),
    ground,
  }));
}

/** Remembers what is costly of planes rounded to whole degrees. */
function byDegrees<Value>(
  make: (tilt: number, azimuth: number) => Value,
): (tilt: number, azimuth: number) => Value {
  const known = new Map<number, Value>();
  return (tilt, azimuth) => {
    const [t, a] = [Math.round(tilt), Math.round(azimuth) % 360];
    const value = known.get(1000 * t + a) ?? make(t, a);
    known.set(1000 * t + a, value);
    return value;
  };
}
