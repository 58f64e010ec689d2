/** Surfaces made of square pyramids with {111} facets. */
export type PyramidTexture = 'random-pyramids' | 'regular-pyramids' | 'inverted-pyramids';

/**
 * Pyramids on a periodic patch of ground, the base of one being 1 wide. The solid is the union of
 * pyramids that go down without end from their tips, so that valleys form where they meet:
 * z = max over tips of (tip - sqrt 2 max(|dx|, |dy|)).
 */
export interface PyramidField {
  /** Width of the patch that repeats. */
  readonly period: number;
  /** Tips: x, y, z one after another, for each unit cell of the patch those within reach. */
  readonly near: readonly Float64Array[];
  /** Height of the highest tip and of the deepest valley. */
  readonly top: number;
  readonly bottom: number;
}

/** Outward normals of the facets: (+-sqrt 2, 0, 1) / sqrt 3 and (0, +-sqrt 2, 1) / sqrt 3. */
const slope = Math.SQRT2 / Math.sqrt(3);
const rise = 1 / Math.sqrt(3);
export const facetNormals: readonly (readonly [number, number, number])[] = [
  [slope, 0, rise],
  [-slope, 0, rise],
  [0, slope, rise],
  [0, -slope, rise],
];

/** Longest step sideways between two looks for facets, and how far tips reach beyond it. */
const stride = 1;
const reach = 2.6;

/** Patch of random pyramids: tips of one height at random places, as many as unit cells. */
const randomPeriod = 12;

/** Halton's sequence: the digits of i in a base, mirrored at the point. */
export function halton(index: number, base: number): number {
  let value = 0;
  let unit = 1 / base;
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    value += unit * (i % base);
    unit /= base;
  }
  return value;
}

/** Fractions of the linear congruence x -> 1664525 x + 1013904223 mod 2^32 (Numerical Recipes). */
function congruence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The field of pyramids of a texture; inverted ones are regular ones turned upside down. */
export function pyramidField(texture: PyramidTexture): PyramidField {
  const random = texture === 'random-pyramids';
  const period = random ? randomPeriod : 1;
  const tips: [number, number][] = [];
  if (random) {
    const next = congruence(20);
    for (let i = 0; i < period * period; i++) tips.push([next() * period, next() * period]);
  } else tips.push([0.5, 0.5]);
  const near = Array.from({ length: period * period }, (_, cell) => {
    const [x0, y0] = [cell % period, Math.floor(cell / period)];
    const within: number[] = [];
    const copies = Math.ceil(reach / period) + 1;
    for (const [x, y] of tips) {
      for (let i = -copies; i <= copies; i++) {
        for (let j = -copies; j <= copies; j++) {
          const [tx, ty] = [x + i * period, y + j * period];
          const away = Math.max(Math.abs(tx - x0 - 0.5), Math.abs(ty - y0 - 0.5)) - 0.5;
          if (away < reach) within.push(tx, ty, 0);
        }
      }
    }
    return Float64Array.from(within);
  });
  return { period, near, top: 0, bottom: deepest(near, period) };
}

/** Deepest valley, looked for on a grid of 5 x 5 a unit cell. */
function deepest(near: readonly Float64Array[], period: number): number {
  let bottom = 0;
  const steps = 5;
  for (let i = 0; i < period * steps; i++) {
    for (let j = 0; j < period * steps; j++) {
      const [x, y] = [(i + 0.5) / steps, (j + 0.5) / steps];
      const tips = near[Math.floor(x) + period * Math.floor(y)];
      let z = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < tips.length; k += 3) {
        const away = Math.max(Math.abs(x - tips[k]), Math.abs(y - tips[k + 1]));
        z = Math.max(z, -Math.SQRT2 * away);
      }
      bottom = Math.min(bottom, z);
    }
  }
  return bottom - Math.SQRT2 / steps;
}

/** A ray: place and direction; `inside` says whether it runs in the solid of pyramids. */
export interface Ray {
  readonly p: [number, number, number];
  readonly d: [number, number, number];
  inside: boolean;
}

/** Distances below this are the facet the ray is just leaving. */
const touching = 1e-9;

/**
 * Moves a ray to the next facet it meets.
 *
 * @param field of pyramids
 * @param ray moved to the facet
 * @returns index of the facet's normal; -1 when the ray leaves the field up or down
 */
export function nextFacet(field: PyramidField, ray: Ray): number {
  const { p, d } = ray;
  const sideways = Math.hypot(d[0], d[1]);
  aim(d);
  const limit = sideways > 0 ? stride / sideways : Number.POSITIVE_INFINITY;
  for (let step = 0; step < 1000; step++) {
    if (ray.inside ? p[2] <= field.bottom && d[2] < 0 : p[2] >= field.top && d[2] > 0) return -1;
    p[0] -= Math.floor(p[0] / field.period) * field.period;
    p[1] -= Math.floor(p[1] / field.period) * field.period;
    const cell =
      Math.min(Math.floor(p[0]), field.period - 1) +
      field.period * Math.min(Math.floor(p[1]), field.period - 1);
    const tips = field.near[cell];
    const found = ray.inside ? leaveUnion(tips, p) : enterUnion(tips, p);
    const t = Math.min(found.t, limit);
    for (let axis = 0; axis < 3; axis++) p[axis] += t * d[axis];
    if (found.t <= limit) return found.t < Number.POSITIVE_INFINITY ? found.facet : -1;
  }
  return -1;
}

const crossing = { enter: 0, enterFacet: -1, leave: 0, leaveFacet: -1 };
/** 1 / (normal . direction) of each facet; infinite for a facet that the ray runs along. */
const inverse = new Float64Array(4);

/** Prepares `cross` for a direction. */
function aim(d: readonly number[]): void {
  for (let f = 0; f < 4; f++) {
    const n = facetNormals[f];
    const rate = n[0] * d[0] + n[1] * d[1] + n[2] * d[2];
    inverse[f] = Math.abs(rate) < 1e-12 ? Number.POSITIVE_INFINITY : 1 / rate;
  }
}

/** Where a ray enters and leaves one pyramid. */
function cross(tips: Float64Array, k: number, p: readonly number[]): void {
  const dx = slope * (p[0] - tips[k]);
  const dy = slope * (p[1] - tips[k + 1]);
  const dz = rise * (p[2] - tips[k + 2]);
  let enter = Number.NEGATIVE_INFINITY;
  let leave = Number.POSITIVE_INFINITY;
  for (let f = 0; f < 4; f++) {
    const away = dz + (f === 0 ? dx : f === 1 ? -dx : f === 2 ? dy : -dy);
    const by = inverse[f];
    if (by === Number.POSITIVE_INFINITY) {
      if (away > touching) leave = Number.NEGATIVE_INFINITY;
      continue;
    }
    const t = -away * by;
    if (by < 0) {
      if (t > enter) {
        enter = t;
        crossing.enterFacet = f;
      }
    } else if (t < leave) {
      leave = t;
      crossing.leaveFacet = f;
    }
  }
  crossing.enter = enter;
  crossing.leave = leave;
}

function enterUnion(tips: Float64Array, p: readonly number[]) {
  let t = Number.POSITIVE_INFINITY;
  let facet = -1;
  for (let k = 0; k < tips.length; k += 3) {
    cross(tips, k, p);
    if (crossing.enter >= crossing.leave || crossing.enter < touching) continue;
    if (crossing.enter < t) {
      t = crossing.enter;
      facet = crossing.enterFacet;
    }
  }
  return { t, facet };
}

/** From pyramid to overlapping pyramid until none goes on. */
function leaveUnion(tips: Float64Array, p: readonly number[]) {
  let t = 0;
  let facet = -1;
  for (;;) {
    let furthest = t;
    for (let k = 0; k < tips.length; k += 3) {
      cross(tips, k, p);
      if (crossing.enter > t + touching || crossing.leave <= furthest + touching) continue;
      if (crossing.enter >= crossing.leave) continue;
      furthest = crossing.leave;
      facet = crossing.leaveFacet;
    }
    if (furthest === t || furthest === Number.POSITIVE_INFINITY) return { t: furthest, facet };
    t = furthest;
  }
}
