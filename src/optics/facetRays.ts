import { cellOf, facetNormals, type PyramidField, rise, slope, stride } from './pyramidField.ts';

/** A ray: place and direction; `inside` says whether it runs in the solid of pyramids. */
export interface Ray {
  readonly p: Float64Array;
  readonly d: Float64Array;
  inside: boolean;
}

/** Sends a direction back from a facet: returns its part along the normal, before. */
export function mirror(d: Float64Array, facet: number): number {
  const normal = facetNormals[facet];
  const along = d[0] * normal[0] + d[1] * normal[1] + d[2] * normal[2];
  for (let axis = 0; axis < 3; axis++) d[axis] -= 2 * along * normal[axis];
  return along;
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
  const sideways = Math.sqrt(d[0] * d[0] + d[1] * d[1]);
  aim(d);
  const limit = sideways > 0 ? stride / sideways : Number.POSITIVE_INFINITY;
  for (let step = 0; step < 1000; step++) {
    if (ray.inside ? p[2] <= field.bottom && d[2] < 0 : p[2] >= field.top && d[2] > 0) return -1;
    p[0] -= Math.floor(p[0] / field.period) * field.period;
    p[1] -= Math.floor(p[1] / field.period) * field.period;
    const cell = cellOf(p[0], p[1], field.period);
    if (ray.inside && Math.max(p[2], p[2] + limit * d[2]) < field.lowest[cell]) {
      // Deep below every valley within the step: no facet to look for.
      met.t = Number.POSITIVE_INFINITY;
    } else {
      const tips = field.near[cell];
      const count = tips.length / 3;
      crossAll(tips, count, p);
      if (ray.inside) leaveUnion(count, limit);
      else enterUnion(count);
    }
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
/** 1 / (normal . direction) of each facet; infinite for a facet that the ray runs along. */
const inverse = new Float64Array(4);
/** Where the ray at hand enters and leaves each pyramid, and through which facet. */
let enters = new Float64Array(32);
let leaves = new Float64Array(32);
let enterFacets = new Int8Array(32);
let leaveFacets = new Int8Array(32);

/** Prepares `crossAll` for a direction. */
function aim(d: Float64Array): void {
  for (let f = 0; f < 4; f++) {
    const n = facetNormals[f];
    const rate = n[0] * d[0] + n[1] * d[1] + n[2] * d[2];
    inverse[f] = Math.abs(rate) < 1e-12 ? Number.POSITIVE_INFINITY : 1 / rate;
  }
}

/** Where a ray enters and leaves each pyramid. Hot: the four facets are written out. */
function crossAll(tips: Float64Array, count: number, p: Float64Array): void {
  if (enters.length < count) {
    enters = new Float64Array(2 * count);
    leaves = new Float64Array(2 * count);
    enterFacets = new Int8Array(2 * count);
    leaveFacets = new Int8Array(2 * count);
  }
  const [x, y, z] = [p[0], p[1], p[2]];
  const [by0, by1, by2, by3] = [inverse[0], inverse[1], inverse[2], inverse[3]];
  for (let k = 0; k < count; k++) {
    const dx = slope * (x - tips[3 * k]);
    const dy = slope * (y - tips[3 * k + 1]);
    const dz = rise * (z - tips[3 * k + 2]);
    let enter = Number.NEGATIVE_INFINITY;
    let leave = Number.POSITIVE_INFINITY;
    let enterFacet = -1;
    let leaveFacet = -1;
    let outside = false;
    if (by0 === Number.POSITIVE_INFINITY) outside = dz + dx > touching;
    else if (by0 < 0) {
      enter = -(dz + dx) * by0;
      enterFacet = 0;
    } else {
      leave = -(dz + dx) * by0;
      leaveFacet = 0;
    }
    if (by1 === Number.POSITIVE_INFINITY) outside ||= dz - dx > touching;
    else {
      const t = -(dz - dx) * by1;
      if (by1 < 0) {
        if (t > enter) {
          enter = t;
          enterFacet = 1;
        }
      } else if (t < leave) {
        leave = t;
        leaveFacet = 1;
      }
    }
    if (by2 === Number.POSITIVE_INFINITY) outside ||= dz + dy > touching;
    else {
      const t = -(dz + dy) * by2;
      if (by2 < 0) {
        if (t > enter) {
          enter = t;
          enterFacet = 2;
        }
      } else if (t < leave) {
        leave = t;
        leaveFacet = 2;
      }
    }
    if (by3 === Number.POSITIVE_INFINITY) outside ||= dz - dy > touching;
    else {
      const t = -(dz - dy) * by3;
      if (by3 < 0) {
        if (t > enter) {
          enter = t;
          enterFacet = 3;
        }
      } else if (t < leave) {
        leave = t;
        leaveFacet = 3;
      }
    }
    enters[k] = enter;
    leaves[k] = outside ? Number.NEGATIVE_INFINITY : leave;
    enterFacets[k] = enterFacet;
    leaveFacets[k] = leaveFacet;
  }
}

function enterUnion(count: number): void {
  let t = Number.POSITIVE_INFINITY;
  let facet = -1;
  for (let k = 0; k < count; k++) {
    const enter = enters[k];
    if (enter >= leaves[k] || enter < touching || enter >= t) continue;
    t = enter;
    facet = enterFacets[k];
  }
  met.t = t;
  met.facet = facet;
}

/** From pyramid to overlapping pyramid until none goes on, or farther than is looked. */
function leaveUnion(count: number, limit: number): void {
  let t = 0;
  let facet = -1;
  for (;;) {
    let furthest = t;
    for (let k = 0; k < count; k++) {
      const leave = leaves[k];
      if (enters[k] > t + touching || leave <= furthest + touching || enters[k] >= leave) continue;
      furthest = leave;
      facet = leaveFacets[k];
    }
    if (furthest === t || furthest > limit) {
      met.t = furthest;
      met.facet = facet;
      return;
    }
    t = furthest;
  }
}
