import { mirror, nextFacet, type Ray } from './facetRays.ts';
import {
  facetNormals,
  halton,
  type PyramidField,
  type PyramidTexture,
  pyramidField,
} from './pyramidField.ts';
import { rememberedLast } from './rememberedLast.ts';

/**
 * Ways of light over the facets of a texture, as a tree: a node is light that meets a facet, its
 * children are where the reflected light goes on. Light without a further facet leaves.
 */
export interface FacetPaths {
  /** Node before, -1 for the first facet. Parents stand before their children. */
  readonly parent: Int32Array;
  /** Share of what the parent reflects (of all light at a first facet) that comes here. */
  readonly share: Float64Array;
  /** Share of what this node reflects that meets no further facet. */
  readonly leaves: Float64Array;
  /** Cosine of the angle of incidence on the facet. */
  readonly cosine: Float64Array;
  /** Different angles of incidence (to a degree where there are many): of each node, and all. */
  readonly kind: Int32Array;
  readonly cosines: Float64Array;
  /** Downward component of the direction of the light that comes, to refract it. */
  readonly down: Float64Array;
  /** Squared cosine of the turn between this plane of incidence and that of the node before. */
  readonly turn: Float64Array;
  /** Upward component of the direction it is reflected to. */
  readonly away: Float64Array;
  /** Number of facets met before. */
  readonly order: Int32Array;
}

/** Rays for each azimuth, and azimuths between 0 and 45 degrees (the rest is symmetric). */
const rays = { normal: 6000, tilted: 1500 };
const azimuths = 6;
/** More facets than this come in no path that carries light. */
const deepestPath = 6;

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

interface Growing {
  readonly facet: number;
  readonly children: Growing[];
  count: number;
  cosine: number;
  down: number;
  turn: number;
  /** Normal of the plane of incidence. */
  readonly plane: readonly number[];
}

/**
 * Traces light of one angle of incidence, from all azimuths, over a texture. Rays of one azimuth
 * that meet the same facets one after another have the same angles: places only weigh them.
 *
 * @param texture of the wafer
 * @param sine sine of the angle of incidence outside
 * @returns the tree, kept for the last textures and angles
 * @see S. C. Baker-Finch, K. R. McIntosh, Prog. Photovolt. 19, 406 (2011), doi:10.1002/pip.1050,
 *   for the classes of paths at normal incidence
 */
export function facetPaths(texture: PyramidTexture, sine: number): FacetPaths {
  return remembered({ texture, sine });
}

interface Question {
  readonly texture: PyramidTexture;
  readonly sine: number;
}

/** Angles whose paths are kept, each some hundred kilobytes at most. */
const kept = 40;
const remembered = rememberedLast(
  kept,
  ({ texture, sine }: Question) => `${texture} ${sine}`,
  tracedPaths,
);

function tracedPaths({ texture, sine }: Question): FacetPaths {
  const field = fieldOf(texture);
  const up = texture === 'inverted-pyramids' ? -1 : 1;
  const trees: Growing[] = [];
  const ray: Ray = { p: new Float64Array(3), d: new Float64Array(3), inside: false };
  for (const { direction, count } of raysOf(texture, sine, rays)) {
    // Normal of the plane of the cell's incidence: that of its normal and the ray.
    const plane = unit([direction[1], -direction[0], 0]);
    const roots: Growing[] = [];
    for (let i = 0; i < count; i++) {
      send(ray, field, direction, i);
      followRay(field, ray, roots, plane, up);
    }
    trees.push(...(sine > 0 ? roots : merged(roots)));
  }
  return flattened(trees);
}

function followRay(
  field: PyramidField,
  ray: Ray,
  roots: Growing[],
  start: readonly number[],
  up: number,
): void {
  const { d } = ray;
  let siblings = roots;
  let plane = start;
  for (let order = 0; order < deepestPath; order++) {
    const facet = nextFacet(field, ray);
    if (facet < 0) return;
    let at = 0;
    while (at < siblings.length && siblings[at].facet !== facet) at++;
    if (at === siblings.length) siblings.push(met(facet, d, plane, up));
    const node = siblings[at];
    node.count++;
    mirror(d, facet);
    plane = node.plane;
    siblings = node.children;
  }
}

/** A node for light of a direction that meets a facet: all that come this way have the same. */
function met(facet: number, d: Float64Array, before: readonly number[], up: number): Growing {
  const n = facetNormals[facet];
  const along = d[0] * n[0] + d[1] * n[1] + d[2] * n[2];
  const plane = unit([
    d[1] * n[2] - d[2] * n[1],
    d[2] * n[0] - d[0] * n[2],
    d[0] * n[1] - d[1] * n[0],
  ]);
  const dot = before[0] * plane[0] + before[1] * plane[1] + before[2] * plane[2];
  const free = !before.some((value) => value !== 0);
  const turn = free ? 0.5 : dot * dot;
  return { facet, children: [], count: 0, cosine: Math.abs(along), down: -d[2] * up, turn, plane };
}

function unit(v: readonly number[]): number[] {
  const length = Math.hypot(v[0], v[1], v[2]);
  return length > 1e-12 ? v.map((value) => value / length) : [0, 0, 0];
}

/** Nodes of one level with the same angles as one: facets that only symmetry tells apart. */
function merged(nodes: readonly Growing[]): Growing[] {
  const result: Growing[] = [];
  for (const node of nodes) {
    const same = result.find(
      (other) =>
        Math.abs(other.cosine - node.cosine) < 1e-9 &&
        Math.abs(other.down - node.down) < 1e-9 &&
        Math.abs(other.turn - node.turn) < 1e-9,
    );
    if (same) {
      same.count += node.count;
      same.children.push(...node.children);
    } else result.push({ ...node, children: [...node.children] });
  }
  return result.map((node) => ({ ...node, children: merged(node.children) }));
}

function flattened(trees: readonly Growing[]): FacetPaths {
  const total = trees.reduce((sum, { count }) => sum + count, 0);
  const rows: { parent: number; share: number; order: number; node: Growing }[] = [];
  const add = (nodes: readonly Growing[], parent: number, of: number, order: number): void => {
    for (const node of nodes) {
      const row = rows.push({ parent, share: node.count / of, order, node }) - 1;
      add(node.children, row, node.count, order + 1);
    }
  };
  add(trees, -1, total, 0);
  const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
  const kinds = anglesOf(rows.map(({ node }) => node));
  return {
    ...kinds,
    parent: Int32Array.from(rows, ({ parent }) => parent),
    share: column(({ share }) => share),
    leaves: column(
      ({ node }) => 1 - node.children.reduce((sum, { count }) => sum + count, 0) / node.count,
    ),
    cosine: column(({ node }) => node.cosine),
    down: column(({ node }) => node.down),
    // The normal of every facet rises by 1 / sqrt 3.
    away: column(({ node }) => (2 * node.cosine) / Math.sqrt(3) - node.down),
    turn: column(({ node }) => node.turn),
    order: Int32Array.from(rows, ({ order }) => order),
  };
}

/** Above this many nodes angles of incidence are told apart to a degree only. */
const fewNodes = 12;

/** Sorts nodes by angle of incidence; the angle of a kind is the mean over its light. */
function anglesOf(nodes: readonly Growing[]): Pick<FacetPaths, 'kind' | 'cosines'> {
  const digits = nodes.length > fewNodes ? 1 : 1e-6;
  const names = nodes.map(({ cosine }) =>
    Math.round((Math.acos(Math.min(1, cosine)) * 180) / Math.PI / digits),
  );
  const different = [...new Set(names)];
  const cosines = different.map((name) => {
    let weight = 0;
    let sum = 0;
    nodes.forEach(({ cosine, count }, i) => {
      if (names[i] !== name) return;
      weight += count;
      sum += count * cosine;
    });
    return sum / weight;
  });
  return {
    kind: Int32Array.from(names, (name) => different.indexOf(name)),
    cosines: Float64Array.from(cosines),
  };
}
