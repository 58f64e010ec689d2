import { type ResponseBuffers, unpolarised } from './surfaceResponse.ts';
import type { StackArrays } from './transferMatrix.ts';

/**
 * Sixteen-point Gauss-Legendre rule on 0..1: points and weights of M. Abramowitz, I. A. Stegun,
 * Handbook of Mathematical Functions, table 25.4, there for -1..1 and the positive half.
 */
const half = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.1826034150449236],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.027152459411754096],
];
const points = Float64Array.from(half.flatMap(([x]) => [0.5 * (1 - x), 0.5 * (1 + x)]));
const weights = Float64Array.from(half.flatMap(([, weight]) => [0.5 * weight, 0.5 * weight]));

/** k/n above which a medium outside is a metal: no critical angle, but surface plasmons. */
const metallic = 0.1;

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
  const { films, n, k } = stack;
  const size = films + 2;
  const { bounces } = buffers;
  let least = n0;
  if (k[films] < metallic * n[films]) least = Math.min(n0, n[films]);
  else for (let j = 0; j < films; j++) least = Math.min(least, n[j]);
  const cut = Math.sqrt(1 - (least / n0) ** 2);
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
