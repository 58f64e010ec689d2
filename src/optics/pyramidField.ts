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
  /** Tips: x, y, z one after another, for each cell of the patch those that show around it. */
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
const stride = 0.5;
const reach = 2.1;
/** Cells across the base of a pyramid. */
const cellsAcross = 2;
/** Side of the squares over which tips are told apart that never show. */
const square = 0.25;

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
  const cells = period * cellsAcross;
  const near = Array.from({ length: cells * cells }, (_, cell) =>
    tipsAround(tips, period, (cell % cells) / cellsAcross, Math.floor(cell / cells) / cellsAcross),
  );
  return { period, near, top: 0, bottom: deepest(near, period) };
}

/**
 * Tips that are highest somewhere within a stride of a cell: of each small square those whose
 * nearest point is not farther than another tip's farthest one. Exact: what is left out lies below
 * the others everywhere there.
 */
function tipsAround(
  tips: readonly (readonly [number, number])[],
  period: number,
  x0: number,
  y0: number,
): Float64Array {
  const width = 1 / cellsAcross;
  const within: number[] = [];
  for (const [x, y] of tips) {
    // Copies of the patch whose tips come within reach of the cell.
    const firstX = Math.ceil((x0 - reach - x) / period);
    const firstY = Math.ceil((y0 - reach - y) / period);
    for (let tx = x + firstX * period; tx <= x0 + width + reach; tx += period) {
      for (let ty = y + firstY * period; ty <= y0 + width + reach; ty += period)
        within.push(tx, ty);
    }
  }
  const candidates = Float64Array.from(within);
  const count = candidates.length / 2;
  const kept = new Uint8Array(count);
  const away = new Float64Array(count);
  const steps = Math.round((width + 2 * stride) / square);
  for (let i = 0; i < steps * steps; i++) {
    const x = x0 - stride + ((i % steps) + 0.5) * square;
    const y = y0 - stride + (Math.floor(i / steps) + 0.5) * square;
    let least = Number.POSITIVE_INFINITY;
    for (let k = 0; k < count; k++) {
      away[k] = Math.max(Math.abs(candidates[2 * k] - x), Math.abs(candidates[2 * k + 1] - y));
      least = Math.min(least, away[k]);
    }
    for (let k = 0; k < count; k++) if (away[k] <= least + square) kept[k] = 1;
  }
  const shown: number[] = [];
  for (let k = 0; k < count; k++) {
    if (kept[k] === 1) shown.push(candidates[2 * k], candidates[2 * k + 1], 0);
  }
  return Float64Array.from(shown);
}

/** Cell of a place within the patch. */
function cellOf(x: number, y: number, period: number): number {
  const cells = period * cellsAcross;
  return (
    Math.min(Math.floor(x * cellsAcross), cells - 1) +
    cells * Math.min(Math.floor(y * cellsAcross), cells - 1)
  );
}

/** Deepest valley, looked for on a grid of 5 x 5 a unit cell. */
function deepest(near: readonly Float64Array[], period: number): number {
  let bottom = 0;
  const steps = 5;
  for (let i = 0; i < period * steps; i++) {
    for (let j = 0; j < period * steps; j++) {
      const [x, y] = [(i + 0.5) / steps, (j + 0.5) / steps];
      const tips = near[cellOf(x, y, period)];
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
    const tips = field.near[cellOf(p[0], p[1], field.period)];
    if (ray.inside) leaveUnion(tips, p);
    else enterUnion(tips, p);
    const t = Math.min(met.t, limit);
    p[0] += t * d[0];
    p[1] += t * d[1];
    p[2] += t * d[2];
    if (met.t <= limit) return met.t < Number.POSITIVE_INFINITY ? met.facet : -1;
  }
  return -1;
}

/** How far off the surface is, and with which facet. */
const met = { t: 0, facet: -1 };
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

function enterUnion(tips: Float64Array, p: readonly number[]): void {
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
  met.t = t;
  met.facet = facet;
}

/** From pyramid to overlapping pyramid until none goes on. */
function leaveUnion(tips: Float64Array, p: readonly number[]): void {
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
    if (furthest === t || furthest === Number.POSITIVE_INFINITY) {
      met.t = furthest;
      met.facet = facet;
      return;
    }
    t = furthest;
  }
}
