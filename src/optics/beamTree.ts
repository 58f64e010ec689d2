import { fieldOf, raysOf, send } from './facetPaths.ts';
import { mirror, nextFacet, type Ray } from './facetRays.ts';
import { type FacetTree, flattened, follow, type Growing, type Walk } from './facetTree.ts';
import { facetNormals, halton, type PyramidTexture } from './pyramidField.ts';

/** How the light of directed beams came into the wafer. */
export interface BeamOrigin {
  readonly texture: PyramidTexture;
  /** Sine of the angle of incidence outside. */
  readonly sine: number;
  /** Index outside. */
  readonly index: number;
}

/** Beams of a texture: light that entered through the first, the second and later facets. */
export const facetBeams = 3;

/** Rays for each azimuth of incidence. */
const rays = { normal: 700, tilted: 150 };
const deepest = 6;

const trees = new Map<string, FacetTree>();

/**
 * What becomes of beams at a textured face, one row each. Facets and crystal are aligned: light that entered
 * through a facet comes to the next face in the plane of that facet's slope, and on from a planar rear to the
 * front in the same, where far more of it leaves than of light of all azimuths.
 *
 * @param origin how the beams entered
 * @param texture of the face they come to
 * @param index of the wafer
 * @param ratio index of the wafer over that outside of the face; rounded to 0.2, as in `facetTree`
 */
export function beamTree(
  origin: BeamOrigin,
  texture: PyramidTexture,
  index: number,
  ratio: number,
): FacetTree {
  const rounded = Math.max(1.2, Math.round(ratio * 5) / 5);
  const entering = Math.max(1.2, Math.round((index / origin.index) * 5) / 5);
  const key = `${origin.texture} ${origin.sine} ${entering} ${texture} ${rounded}`;
  const known = trees.get(key);
  if (known) return known;
  const walk: Walk = { field: fieldOf(texture), texture, ratio: rounded };
  const rows = Array.from({ length: facetBeams }, (): Growing[] => []);
  for (const { direction, count } of raysOf(origin.texture, origin.sine, rays)) {
    for (let i = 0; i < count; i++) enter(walk, origin.texture, direction, i, 1 / entering, rows);
  }
  // A beam that no ray entered by has no light either.
  const some = rows.find((row) => row.length > 0) ?? [];
  const result = flattened(rows.map((row) => (row.length > 0 ? row : some)));
  trees.set(key, result);
  return result;
}

const outer: Ray = { p: new Float64Array(3), d: new Float64Array(3), inside: false };

/** A ray from outside: what each facet it meets lets in goes on to the face. */
function enter(
  walk: Walk,
  texture: PyramidTexture,
  direction: Float64Array,
  index: number,
  bend: number,
  rows: readonly Growing[][],
): void {
  const field = fieldOf(texture);
  const up = texture === 'inverted-pyramids' ? -1 : 1;
  send(outer, field, direction, index);
  const { d } = outer;
  for (let order = 0; order < deepest; order++) {
    const facet = nextFacet(field, outer);
    if (facet < 0) return;
    const n = facetNormals[facet];
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
    mirror(d, facet);
  }
}
