import { fieldOf, raysOf, send } from './facetPaths.ts';
import { nextFacet, type Ray } from './facetRays.ts';
import { type FacetTilt, type FacetVariation, facetTilt, tiltedNormal } from './facetTilt.ts';
import { type FacetTree, flattened, follow, type Growing, type Walk } from './facetTree.ts';
import { congruence, facetNormals, halton, type PyramidTexture } from './pyramidField.ts';
import { rememberedLast } from './rememberedLast.ts';

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

/** Beams of a texture: light that entered through the first, the second and later facets. */
export const facetBeams = 3;

/** Rays for each azimuth of incidence. */
const rays = { normal: 700, tilted: 150 };
const deepest = 6;
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
  const walk: Walk = { field: fieldOf(texture), texture, ratio, ...(met ? { tilt: met } : {}) };
  const rows = Array.from({ length: facetBeams }, (): Growing[] => []);
  for (const { direction, count } of raysOf(from.texture, from.sine, rays)) {
    for (let i = 0; i < count; i++) {
      enter(walk, { texture: from.texture, bend: 1 / from.index, tilt: entry }, direction, i, rows);
    }
  }
  // A beam that no ray entered by has no light either.
  const some = rows.find((row) => row.length > 0) ?? [];
  return flattened(rows.map((row) => (row.length > 0 ? row : some)));
}

const outer: Ray = { p: new Float64Array(3), d: new Float64Array(3), inside: false };

/** A ray from outside: what each facet it meets lets in goes on to the face. */
function enter(
  walk: Walk,
  {
    texture,
    bend,
    tilt,
  }: {
    readonly texture: PyramidTexture;
    readonly bend: number;
    readonly tilt: FacetTilt | undefined;
  },
  direction: Float64Array,
  index: number,
  rows: readonly Growing[][],
): void {
  const field = fieldOf(texture);
  const up = texture === 'inverted-pyramids' ? -1 : 1;
  send(outer, field, direction, index);
  const { d } = outer;
  for (let order = 0; order < deepest; order++) {
    const facet = nextFacet(field, outer);
    if (facet < 0) return;
    const n = tilt ? tiltedNormal(facet, tilt, d, bend) : facetNormals[facet];
    const along = d[0] * n[0] + d[1] * n[1] + d[2] * n[2];
    const normal =
      Math.sign(along) * Math.sqrt(1 - bend * bend * (1 - along * along)) - bend * along;
    const down = -up * (bend * d[2] + normal * n[2]);
    const solid = walk.texture !== 'inverted-pyramids';
    const rise = Math.max(down, 1e-3);
    const ray: Ray = {
      p: Float64Array.of(
        halton(index + 1, 5) * walk.field.period,
        halton(index + 1, 7) * walk.field.period,
        solid ? walk.field.bottom : walk.field.top,
      ),
      d: Float64Array.of(
        bend * d[0] + normal * n[0],
        bend * d[1] + normal * n[1],
        solid ? rise : -rise,
      ),
      inside: solid,
    };
    follow(walk, ray, rows[Math.min(order, facetBeams - 1)], 0, 0, 1, 1);
    for (let axis = 0; axis < 3; axis++) d[axis] -= 2 * along * n[axis];
  }
}
