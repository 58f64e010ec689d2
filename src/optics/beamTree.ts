import { crossesRidges, facetBeams } from './facetPaths.ts';
import { nextFacet, type Ray } from './facetRays.ts';
import { type FacetTilt, type FacetVariation, facetTilt, tiltedNormal } from './facetTilt.ts';
import { type FacetTree, flattened, follow, type Growing, guess, type Walk } from './facetTree.ts';
import {
  congruence,
  facetNormals,
  halton,
  type PyramidField,
  type PyramidTexture,
} from './pyramidField.ts';
import { rememberedLast } from './rememberedLast.ts';
import { fieldOf, raysOf, send } from './traceFacets.ts';

/** How the light of directed beams came into the wafer. */
export interface BeamOrigin {
  readonly texture: PyramidTexture;
  /** Sine of the angle of incidence outside. */
  readonly sine: number;
  /** Index outside. */
  readonly index: number;
  /** How its facets vary; all alike when left out. */
  readonly facets?: FacetVariation;
}

/** The face that beams come to. */
export interface BeamTarget {
  readonly texture: PyramidTexture;
  /** How its facets vary; all alike when left out. */
  readonly facets?: FacetVariation;
  /** Index of the wafer over that outside of the face. */
  readonly ratio: number;
}

/** Rays for each azimuth of incidence. */
const rays = { normal: 700, tilted: 150 };
/** Facets met at most, and light too weak to be followed further. */
const deepest = 8;
const faint = 1e-4;
/** Of the fractions that tilt facets. */
const seed = 11;

/** Trees that are kept, each of some hundred kilobytes at most: those of one cell's angles. */
const kept = 40;

interface Question {
  readonly from: BeamOrigin;
  readonly to: BeamTarget;
}

const remembered = rememberedLast(
  kept,
  ({ from, to }: Question) =>
    `${from.texture} ${from.sine} ${from.facets?.spread} ${to.texture} ${to.facets?.spread} ${to.ratio}`,
  grown,
);

/**
 * What becomes of beams at a textured face, one row each. Facets and crystal are aligned: light that entered
 * through a facet comes to the next face in the plane of that facet's slope, and on from a planar rear to the
 * front in the same, where far more of it leaves than of light of all azimuths. Facets that vary
 * send it elsewhere, at entry and at each facet that it meets then.
 *
 * @param origin how the beams entered
 * @param target the face they come to
 * @param index of the wafer; ratios of indices are rounded to 0.2, as in `facetTree`
 */
export function beamTree(origin: BeamOrigin, target: BeamTarget, index: number): FacetTree {
  const rounded = (ratio: number) => Math.max(1.2, Math.round(ratio * 5) / 5);
  return remembered({
    from: { ...origin, index: rounded(index / origin.index) },
    to: { ...target, ratio: rounded(target.ratio) },
  });
}

/** Traces the tree of a question, whose indices are ratios already. */
function grown({ from, to }: Question): FacetTree {
  const random = congruence(seed);
  const [entry, met] = [facetTilt(from.facets ?? {}, random), facetTilt(to.facets ?? {}, random)];
  const { texture, ratio } = to;
  const rows = Array.from({ length: facetBeams(from.texture) }, (): Growing[] => []);
  const way: Way = {
    walk: { field: fieldOf(texture), texture, ratio, ...(met ? { tilt: met } : {}) },
    rows,
    texture: from.texture,
    field: fieldOf(from.texture),
    ratio: from.index,
    tilt: entry,
  };
  for (const { direction, count } of raysOf(from.texture, from.sine, rays)) {
    for (let index = 0; index < count; index++) {
      const ray: Ray = { p: new Float64Array(3), d: new Float64Array(3), inside: false };
      send(ray, way.field, direction, index);
      enter(way, ray, { index, within: false, order: 0, beam: 0, light: 1 });
    }
  }
  // A beam that no ray entered by has no light either.
  const some = rows.find((row) => row.length > 0) ?? [];
  return flattened(rows.map((row) => (row.length > 0 ? row : some)));
}

/** The face that light enters through, and the one that it goes on to. */
interface Way {
  readonly walk: Walk;
  readonly rows: readonly Growing[][];
  readonly texture: PyramidTexture;
  readonly field: PyramidField;
  readonly ratio: number;
  readonly tilt: FacetTilt | undefined;
}

/** A ray on its way in. */
interface Coming {
  readonly index: number;
  readonly within: boolean;
  readonly order: number;
  /** Beam that it is of when it enters now. */
  readonly beam: number;
  readonly light: number;
}

/** Follows a ray from facet to facet; what they let in goes on to the face, or across ridges where there are. */
function enter(way: Way, ray: Ray, { index, within, order, beam, light }: Coming): void {
  const { texture, field, ratio, tilt } = way;
  if (order >= deepest || light < faint) return;
  const facet = nextFacet(field, ray);
  const { d } = ray;
  if (facet < 0) {
    if (within) goOn(way, d, index, beam, light);
    return;
  }
  const across = crossesRidges(texture);
  const last = facetBeams(texture) - 1;
  const bend = within ? ratio : 1 / ratio;
  const n = tilt ? tiltedNormal(facet, tilt, d, bend) : facetNormals[facet];
  const along = d[0] * n[0] + d[1] * n[1] + d[2] * n[2];
  const refracted = bend * bend * (1 - along * along);
  if (refracted < 1) {
    const normal = Math.sign(along) * Math.sqrt(1 - refracted) - bend * along;
    const passed = d.map((value, axis) => bend * value + normal * n[axis]);
    if (across) {
      const through: Ray = { p: ray.p.slice(), d: passed, inside: !ray.inside };
      const next = { index, within: !within, order: order + 1, beam: within ? last : beam };
      enter(way, through, { ...next, light: light * (1 - guess) });
    } else goOn(way, passed, index, beam, light);
  }
  for (let axis = 0; axis < 3; axis++) d[axis] -= 2 * along * n[axis];
  const later = across ? last - 1 : last;
  const next = within || beam > later ? last : Math.min(beam + 1, later);
  const kept = refracted < 1 ? light * guess : light;
  enter(way, ray, { index, within, order: order + 1, beam: next, light: kept });
}

/** Light in the wafer goes on to the face. */
function goOn(
  { walk, rows, texture }: Way,
  d: Float64Array,
  index: number,
  beam: number,
  light: number,
): void {
  const up = texture === 'inverted-pyramids' ? -1 : 1;
  const solid = walk.texture !== 'inverted-pyramids';
  const rise = Math.max(-up * d[2], 1e-3);
  const ray: Ray = {
    p: Float64Array.of(
      halton(index + 1, 5) * walk.field.period,
      halton(index + 1, 7) * walk.field.period,
      solid ? walk.field.bottom : walk.field.top,
    ),
    d: Float64Array.of(d[0], d[1], solid ? rise : -rise),
    inside: solid,
  };
  follow(walk, ray, rows[beam], 0, 0, 1, light);
}
