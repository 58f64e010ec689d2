import { mirror, nextFacet, type Ray } from './facetRays.ts';
import {
  facetNormals,
  halton,
  type PyramidField,
  type PyramidTexture,
  pyramidField,
} from './pyramidField.ts';

/** A meeting with a facet while rays are traced. */
export interface Meeting {
  readonly facet: number;
  /** What the meeting before sent here: 0 for what it reflected (or the start), 1 for what it let pass. */
  readonly part: number;
  /** Whether the light comes from within the wafer. */
  readonly inside: boolean;
  /** Cosine of the angle of incidence on the facet. */
  readonly cosine: number;
  /** Downward component of the direction of the light that comes. */
  readonly down: number;
  /** Squared cosine of the turn between this plane of incidence and that of the meeting before. */
  readonly turn: number;
  /** Normal of the plane of incidence. */
  readonly plane: readonly number[];
  readonly next: Meeting[];
  /** Rays that come, and how far each came through the wafer since the meeting before, in bases. */
  count: number;
  readonly ways: number[];
}

/** Rays for each azimuth: along the normal and tilted, where what facets let pass is not followed and where it is. */
const rays = {
  outside: { normal: 6000, tilted: 1500 },
  across: { normal: 2000, tilted: 400 },
};
/** Azimuths between 0 and 45 degrees (the rest is symmetric). */
const azimuths = 6;
/** More facets than this come in no path that carries light: from outside, and across ridges. */
const deepest = { outside: 6, across: 10 };

const fields = new Map<PyramidTexture, PyramidField>();

/** The pyramids of a texture, made once. */
export function fieldOf(texture: PyramidTexture): PyramidField {
  const known = fields.get(texture);
  if (known) return known;
  const field = pyramidField(texture);
  fields.set(texture, field);
  return field;
}

/**
 * Puts a ray on its way from outside the wafer towards it; inverted pyramids are the same field upside
 * down.
 *
 * @param direction where it goes
 * @param index which of the rays
 */
export function send(ray: Ray, field: PyramidField, direction: Float64Array, index: number): void {
  const upwards = direction[2] > 0;
  ray.p[0] = halton(index + 1, 2) * field.period;
  ray.p[1] = halton(index + 1, 3) * field.period;
  ray.p[2] = upwards ? field.bottom : field.top;
  ray.d.set(direction);
  ray.inside = upwards;
}

/**
 * Directions of light of one angle of incidence, of all azimuths.
 *
 * @param texture of the wafer
 * @param sine of the angle of incidence outside
 * @param rays for each azimuth, along the normal and tilted
 */
export function raysOf(
  texture: PyramidTexture,
  sine: number,
  rays: { readonly normal: number; readonly tilted: number },
): { readonly direction: Float64Array; readonly count: number }[] {
  const up = texture === 'inverted-pyramids' ? -1 : 1;
  const cosine = Math.sqrt(1 - sine * sine);
  const count = sine > 0 ? rays.tilted : rays.normal;
  return Array.from({ length: sine > 0 ? azimuths : 1 }, (_, a) => {
    // Off the axes by irrational shares: no ray runs along an edge.
    const azimuth = ((a + 0.5) / azimuths) * (Math.PI / 4);
    const direction = Float64Array.of(
      sine * Math.cos(azimuth),
      sine * Math.sin(azimuth),
      -up * Math.max(cosine, 1e-6),
    );
    return { direction, count };
  });
}

/**
 * Traces light of one angle of incidence, from all azimuths, over a texture. Rays of one azimuth
 * that meet the same facets one after another have the same angles: places only weigh them.
 *
 * @param texture of the wafer
 * @param sine sine of the angle of incidence outside
 * @param ratio index of the wafer over that outside: what facets let pass is followed across ridges
 *   to the facets it meets from within; it is not when left out
 * @returns meetings with first facets, and from there on
 */
export function traceFacets(texture: PyramidTexture, sine: number, ratio?: number): Meeting[] {
  const walk: Walk = {
    field: fieldOf(texture),
    up: texture === 'inverted-pyramids' ? -1 : 1,
    ratio,
    deepest: ratio === undefined ? deepest.outside : deepest.across,
    passing: Array.from({ length: deepest.across }, newRay),
  };
  const trees: Meeting[] = [];
  const ray = newRay();
  const many = ratio === undefined ? rays.outside : rays.across;
  let sent = 0;
  for (const { direction, count } of raysOf(texture, sine, many)) {
    // Normal of the plane of the cell's incidence: that of its normal and the ray.
    const plane = unit([direction[1], -direction[0], 0]);
    const roots: Meeting[] = [];
    for (let i = 0; i < count; i++) {
      send(ray, walk.field, direction, sent++);
      follow(walk, ray, roots, plane, 0, false, 0, 1);
    }
    trees.push(...(sine > 0 ? roots : merged(roots)));
  }
  return trees;
}

function newRay(): Ray {
  return { p: new Float64Array(3), d: new Float64Array(3), inside: false };
}

interface Walk {
  readonly field: PyramidField;
  /** -1 for inverted pyramids, which are the field upside down. */
  readonly up: number;
  readonly ratio: number | undefined;
  readonly deepest: number;
  /** Rays that facets let pass, one at a time for each number of meetings behind them. */
  readonly passing: readonly Ray[];
}

/** Light too weak to be followed across ridges, and what bare silicon reflects and lets pass at most. */
const faint = 2e-3;
const most = { reflected: 0.4, passed: 0.9 };

/**
 * Follows a ray to its next facet and on from there. Hot.
 *
 * @param part 1 for light that the meeting before let pass
 * @param within the wafer
 * @param order meetings behind it
 * @param light that may be left of it, to decide what is too weak
 */
function follow(
  walk: Walk,
  ray: Ray,
  siblings: Meeting[],
  before: readonly number[],
  part: number,
  within: boolean,
  order: number,
  light: number,
): void {
  const { ratio } = walk;
  if (order >= walk.deepest || light < faint) return;
  const { d } = ray;
  const from = ray.p[2];
  const facet = nextFacet(walk.field, ray);
  if (facet < 0) return;
  const node =
    siblings.find((known) => known.facet === facet && known.part === part) ??
    newMeeting(siblings, facet, part, within, before, d, walk.up);
  node.count++;
  if (within) node.ways.push(Math.abs((ray.p[2] - from) / d[2]));
  let kept = light;
  if (ratio !== undefined) {
    const bend = within ? ratio : 1 / ratio;
    const refracted = bend * bend * (1 - node.cosine * node.cosine);
    if (refracted < 1) {
      const n = facetNormals[facet];
      const side = d[0] * n[0] + d[1] * n[1] + d[2] * n[2] > 0 ? 1 : -1;
      // Snell in vectors: t = bend d + (+-cos t - bend along) normal.
      const normal = side * (Math.sqrt(1 - refracted) - bend * node.cosine);
      const through = walk.passing[order];
      through.inside = !ray.inside;
      for (let axis = 0; axis < 3; axis++) {
        through.p[axis] = ray.p[axis];
        through.d[axis] = bend * d[axis] + normal * n[axis];
      }
      const passed = light * most.passed;
      follow(walk, through, node.next, node.plane, 1, !within, order + 1, passed);
      kept = light * most.reflected;
    }
  }
  mirror(d, facet);
  follow(walk, ray, node.next, node.plane, 0, within, order + 1, kept);
}

/** A first meeting of a direction with a facet: all that come this way have the same. */
function newMeeting(
  siblings: Meeting[],
  facet: number,
  part: number,
  inside: boolean,
  before: readonly number[],
  d: Float64Array,
  up: number,
): Meeting {
  const n = facetNormals[facet];
  const along = d[0] * n[0] + d[1] * n[1] + d[2] * n[2];
  const plane = unit([
    d[1] * n[2] - d[2] * n[1],
    d[2] * n[0] - d[0] * n[2],
    d[0] * n[1] - d[1] * n[0],
  ]);
  const dot = before[0] * plane[0] + before[1] * plane[1] + before[2] * plane[2];
  const free = !before.some((value) => value !== 0);
  const node: Meeting = {
    facet,
    part,
    inside,
    cosine: Math.abs(along),
    down: -d[2] * up,
    turn: free ? 0.5 : dot * dot,
    plane,
    next: [],
    count: 0,
    ways: [],
  };
  siblings.push(node);
  return node;
}

function unit(v: readonly number[]): number[] {
  const length = Math.hypot(v[0], v[1], v[2]);
  return length > 1e-12 ? v.map((value) => value / length) : [0, 0, 0];
}

/** Meetings of one level with the same angles as one: facets that only symmetry tells apart. */
function merged(nodes: readonly Meeting[]): Meeting[] {
  const result: Meeting[] = [];
  for (const node of nodes) {
    const same = result.find(
      (other) =>
        other.part === node.part &&
        Math.abs(other.cosine - node.cosine) < 1e-9 &&
        Math.abs(other.down - node.down) < 1e-9 &&
        Math.abs(other.turn - node.turn) < 1e-9,
    );
    if (same) {
      same.count += node.count;
      same.next.push(...node.next);
      same.ways.push(...node.ways);
    } else result.push({ ...node, next: [...node.next], ways: [...node.ways] });
  }
  return result.map((node) => ({ ...node, next: merged(node.next) }));
}
