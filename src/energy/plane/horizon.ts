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
/** Of the bright band at the horizon, deg. */
const bandHeight = 6.5;

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

/** Heights of the horizon in the middles of the steps around, deg. */
function heightsAround(horizon: Horizon): Float64Array {
  const known = heightsOf.get(horizon);
  if (known !== undefined) return known;
  const heights = directions.map((direction) => horizonAt(horizon, direction));
  heightsOf.set(horizon, heights);
  return heights;
}
const heightsOf = new WeakMap<Horizon, Float64Array>();
const middles = (span: number) =>
  Float64Array.from({ length: span / step }, (_, i) => (i + 0.5) * step);
const directions = middles(360);
const elevations = middles(90);
const sines = elevations.map((elevation) => Math.sin(radian * elevation));
const cosines = elevations.map((elevation) => Math.cos(radian * elevation));

/**
 * What a side makes of a direction of the sky, any multiple: from sine and cosine of its elevation
 * and the cosine of its azimuth less that of the side.
 */
export type SkyWeight = (sine: number, cosine: number, toward: number) => number;

/**
 * Share of a uniform sky's light that the horizon leaves.
 *
 * @param horizon around the place
 * @param azimuth of what looks at the sky, deg
 * @param weight of each direction
 * @returns 0 to 1; 1 for a free horizon
 */
export function openShare(horizon: Horizon, azimuth: number, weight: SkyWeight): number {
  const heights = heightsAround(horizon);
  let [open, whole] = [0, 0];
  for (let i = 0; i < directions.length; i++) {
    const toward = Math.cos(radian * (directions[i]! - azimuth));
    for (let k = 0; k < elevations.length; k++) {
      const seen = weight(sines[k]!, cosines[k]!, toward) * cosines[k]!;
      whole += seen;
      if (elevations[k]! > heights[i]!) open += seen;
    }
  }
  return whole === 0 ? 1 : open / whole;
}

/**
 * Share of a uniform sky's light on a free plane that the horizon leaves.
 *
 * @param horizon around the place
 * @param tilt of the plane, deg
 * @param azimuth of the plane, deg
 * @returns 0 to 1; 1 for a free horizon
 */
export function openSky(horizon: Horizon, tilt: number, azimuth: number): number {
  const [sinT, cosT] = [Math.sin(radian * tilt), Math.cos(radian * tilt)];
  return openShare(horizon, azimuth, (sine, cosine, toward) =>
    Math.max(cosT * sine + sinT * cosine * toward, 0),
  );
}

/**
 * Share of the light of the sky's lowest band on a plane that the horizon leaves.
 *
 * Perez' model draws the band together to a line; it is as high as that model once had it, 6.5 deg,
 * and the plane sees it as it sees the line.
 *
 * @param azimuth of the plane, deg
 * @see R. Perez et al., Sol. Energy 39, 221 (1987), doi:10.1016/S0038-092X(87)80031-2
 */
export function openBand(horizon: Horizon, azimuth: number): number {
  let [open, whole] = [0, 0];
  heightsAround(horizon).forEach((height, i) => {
    const seen = Math.max(Math.cos(radian * (directions[i]! - azimuth)), 0);
    whole += seen;
    open += seen * Math.max(0, 1 - height / bandHeight);
  });
  return open / whole;
}
