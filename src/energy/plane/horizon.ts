/** Height of the horizon around a place, as far as anything stands above the level. */
export interface Horizon {
  /** Clockwise from north, ascending, 0 to 360 deg. */
  readonly azimuth: Float64Array;
  /** Above the level, 0 to 90 deg; straight in between, closed around north. */
  readonly elevation: Float64Array;
}

const radian = Math.PI / 180;
/** Directions of the sphere are summed in steps of this, deg. */
const step = 1;

/**
 * Makes a horizon of points.
 *
 * @param points azimuth and elevation of each, deg; in any order
 * @throws RangeError for fewer than one point, two at one azimuth, or angles out of range
 * @example horizonOf([[0, 0], [90, 20], [180, 0]])
 */
export function horizonOf(points: readonly (readonly [number, number])[]): Horizon {
  if (points.length === 0) throw new RangeError('horizon: there are no points');
  const sorted = [...points].sort(([a], [b]) => a - b);
  sorted.forEach(([azimuth, elevation], i) => {
    if (!(azimuth >= 0 && azimuth < 360)) {
      throw new RangeError(`horizon: azimuth ${azimuth} deg is not 0 to 360`);
    }
    if (!(elevation >= 0 && elevation <= 90)) {
      throw new RangeError(`horizon: elevation ${elevation} deg is not 0 to 90`);
    }
    if (sorted[i + 1]?.[0] === azimuth) {
      throw new RangeError(`horizon: two points at azimuth ${azimuth} deg`);
    }
  });
  return {
    azimuth: Float64Array.from(sorted, ([azimuth]) => azimuth),
    elevation: Float64Array.from(sorted, ([, elevation]) => elevation),
  };
}

/** Height of the horizon in a direction, deg. */
export function horizonAt({ azimuth, elevation }: Horizon, direction: number): number {
  const n = azimuth.length;
  const wanted = ((direction % 360) + 360) % 360;
  let next = 0;
  while (next < n && azimuth[next]! <= wanted) next++;
  const before = (next + n - 1) % n;
  const after = next % n;
  const from = next === 0 ? azimuth[before]! - 360 : azimuth[before]!;
  const to = next === n ? azimuth[after]! + 360 : azimuth[after]!;
  const share = to === from ? 0 : (wanted - from) / (to - from);
  return elevation[before]! + share * (elevation[after]! - elevation[before]!);
}

/**
 * Share of a uniform sky's light on a plane that the horizon leaves.
 *
 * @param horizon around the place
 * @param tilt,azimuth of the plane, deg
 * @returns 0 to 1; 1 for a free horizon
 */
export function openSky(horizon: Horizon, tilt: number, azimuth: number): number {
  const [sinT, cosT] = [Math.sin(radian * tilt), Math.cos(radian * tilt)];
  let [open, whole] = [0, 0];
  for (let direction = step / 2; direction < 360; direction += step) {
    const toward = sinT * Math.cos(radian * (direction - azimuth));
    const height = horizonAt(horizon, direction);
    for (let elevation = step / 2; elevation < 90; elevation += step) {
      const [sinE, cosE] = [Math.sin(radian * elevation), Math.cos(radian * elevation)];
      const weight = Math.max(cosT * sinE + toward * cosE, 0) * cosE;
      whole += weight;
      if (elevation > height) open += weight;
    }
  }
  return whole === 0 ? 1 : open / whole;
}
