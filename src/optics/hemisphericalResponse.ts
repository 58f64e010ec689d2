import { gaussPoints as points, gaussWeights as weights } from './gaussLegendre.ts';
import { isMetal } from './opticalConstants.ts';
import { type ResponseBuffers, unpolarised } from './surfaceResponse.ts';
import type { StackArrays } from './transferMatrix.ts';

/**
 * Response of a stack to isotropic light from inside, weighted by the cosine: the mean over the
 * hemisphere.
 *
 * The integral over the cosine is cut where total reflection begins: at the index outside, or
 * before a metal at the least index of the films, beyond which plasmons absorb. With t^2 as the
 * distance from the cut, the square root that R has there becomes a straight line. R is met to
 * 1e-5 when the outside is transparent, to 6e-4 with films on silver or aluminium, whose
 * plasmons are narrow lines.
 *
 * @param stack films and substrate, from the inside
 * @param n0 index of the medium inside
 * @param wavelength nm
 * @param buffers working memory
 * @param out R, A of each film, T
 */
export function hemisphericalResponse(
  stack: StackArrays,
  n0: number,
  wavelength: number,
  buffers: ResponseBuffers,
  out: Float64Array,
): void {
  const size = stack.films + 2;
  const { bounces } = buffers;
  const cut = cutCosine(stack, n0);
  bounces.fill(0, 0, size);
  for (let part = 0; part < 2; part++) {
    // From the cut up to the normal, from the cut down to grazing.
    const width = part === 0 ? 1 - cut : -cut;
    if (width === 0) continue;
    for (let g = 0; g < points.length; g++) {
      const t = points[g];
      const cosine = cut + width * t * t;
      // 2 cos d(cos), d(cos) = 2 width t dt.
      const weight = 4 * cosine * Math.abs(width) * t * weights[g];
      unpolarised(stack, n0, Math.sqrt(1 - cosine * cosine), wavelength, buffers, out);
      for (let j = 0; j < size; j++) bounces[j] += weight * out[j];
    }
  }
  for (let j = 0; j < size; j++) out[j] = bounces[j];
}

/**
 * Cosine inside where a stack's response has its kink: where total reflection begins, or before
 * a metal at the least index of the films.
 *
 * @param stack films and substrate, from the inside
 * @param n0 index of the medium inside
 */
export function cutCosine({ films, n, k }: StackArrays, n0: number): number {
  let least = n0;
  // A metal outside has no critical angle, but surface plasmons.
  if (!isMetal(n[films], k[films])) least = Math.min(n0, n[films]);
  else for (let j = 0; j < films; j++) least = Math.min(least, n[j]);
  return Math.sqrt(1 - (least / n0) ** 2);
}
