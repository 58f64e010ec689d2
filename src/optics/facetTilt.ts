import { facetNormals } from './pyramidField.ts';

/** How the facets of real pyramids differ from those of ideal ones. */
export interface FacetVariation {
  /** Standard deviation of a facet's slope, and of its normal sideways, degrees; 0 when left out. */
  readonly spread?: number;
  /**
   * Octagonal bases: each side is two facets, turned this far one way and the other, degrees; 0, square ones,
   * when left out.
   */
  readonly turn?: number;
}

/** The same for rays. */
export interface FacetTilt {
  /** rad. */
  readonly spread: number;
  readonly turn: number;
  /** Fractions, one after another. */
  readonly random: () => number;
}

const degree = Math.PI / 180;

/**
 * @param variation of a texture's facets
 * @param random fractions
 * @returns nothing where all facets are alike
 */
export function facetTilt(
  { spread = 0, turn = 0 }: FacetVariation,
  random: () => number,
): FacetTilt | undefined {
  if (spread === 0 && turn === 0) return;
  return { spread: spread * degree, turn: turn * degree, random };
}

/** Draws for a ray before the facet is taken as it is on average. */
const draws = 8;

/**
 * Normal of a facet as one ray finds it: turned either way, tilted by Gaussian angles along the slope and across.
 * Normals by which the mirrored or the passed ray would not leave the facet on its side are not
 * drawn: pyramids stand where they stand on average.
 *
 * @param facet which
 * @param tilt how much facets vary
 * @param d direction of the ray
 * @param ratio index on the side it comes from over that on the other
 */
export function tiltedNormal(
  facet: number,
  tilt: FacetTilt,
  d: Float64Array,
  ratio: number,
): readonly [number, number, number] {
  const mean = facetNormals[facet];
  const side = dot(d, mean);
  const level = Math.hypot(mean[0], mean[1]);
  for (let draw = 0; draw < draws; draw++) {
    const turn = tilt.turn > 0 ? tilt.turn * Math.sign(tilt.random() - 0.5) : 0;
    const [cosine, sine] = [Math.cos(turn) / level, Math.sin(turn) / level];
    const x = cosine * mean[0] - sine * mean[1];
    const y = cosine * mean[1] + sine * mean[0];
    const slope = Math.atan2(level, mean[2]) + tilt.spread * gaussian(tilt.random);
    const across = tilt.spread * gaussian(tilt.random);
    const [out, aside] = [Math.cos(across) * Math.sin(slope), Math.sin(across)];
    const normal = [
      out * x - aside * y,
      out * y + aside * x,
      Math.cos(across) * Math.cos(slope),
    ] as const;
    const along = dot(d, normal);
    const upright = dot(normal, mean);
    const refracted = ratio * ratio * (1 - along * along);
    const forward = Math.sign(along) * Math.sqrt(Math.max(0, 1 - refracted)) - ratio * along;
    const mirrored = side - 2 * along * upright;
    const passed = refracted >= 1 ? side : ratio * side + forward * upright;
    if (along * side > 0 && mirrored * side < 0 && passed * side > 0) return normal;
  }
  return mean;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Normally distributed numbers of G. E. P. Box, M. E. Muller, Ann. Math. Stat. 29, 610 (1958), doi:10.1214/aoms/1177706645. */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
