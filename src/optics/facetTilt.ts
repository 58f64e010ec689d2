import { facetNormals } from './pyramidField.ts';

/** How facets vary in slope. */
export interface FacetTilt {
  /** Standard deviation of a facet's slope, and of its normal sideways, rad. */
  readonly spread: number;
  /** Fractions, one after another. */
  readonly random: () => number;
}

/** Draws for a ray before the facet is taken as it is on average. */
const draws = 8;

/**
 * Normal of a facet as one ray finds it: tilted by Gaussian angles, along the slope and across.
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
  const [x, y] = [mean[0] / level, mean[1] / level];
  for (let draw = 0; draw < draws; draw++) {
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
