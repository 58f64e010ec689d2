import { bothPolarisations, type StackArrays } from './transferMatrix.ts';

/**
 * Bounces of light on random upright pyramids: share of the light and its angles of incidence
 * on the facets (54.74 degrees) one after another, from tracing 20,000 rays over pyramids of
 * equal height at random places (each share +-0.004), after the concept of Baker-Finch &
 * McIntosh 2011, doi:10.1002/pip.1050. The shares add up to 1.
 */
const pyramidPaths: readonly { readonly share: number; readonly bounces: readonly number[] }[] = [
  { share: 0.652, bounces: [0, 1] },
  { share: 0.055, bounces: [0, 1, 2] },
  { share: 0.212, bounces: [0, 3, 4] },
  { share: 0.057, bounces: [0, 3, 5, 6] },
  { share: 0.024, bounces: [0, 3, 5] },
];
/** Angles of incidence that occur in the paths, degrees. */
const pyramidAngles = [54.7356, 15.79, 86.32, 78.9, 33.49, 71.29, 51.68];

/** Facet angle of {111} planes on a (100) wafer, radians: atan(sqrt 2). */
export const facetAngle = Math.atan(Math.SQRT2);

/** Working memory of the functions below, for stacks of up to `films` films. */
export interface ResponseBuffers {
  readonly s: Float64Array;
  readonly p: Float64Array;
  readonly bounces: Float64Array;
}

/** @param films most films of a stack */
export function responseBuffers(films: number): ResponseBuffers {
  return {
    s: new Float64Array(films + 2),
    p: new Float64Array(films + 2),
    bounces: new Float64Array(pyramidAngles.length * (films + 2)),
  };
}

/**
 * Unpolarised response of a stack at one angle: mean of s and p.
 *
 * @param stack films and substrate
 * @param n0 index of the medium of incidence
 * @param sine sine of the angle of incidence
 * @param wavelength nm
 * @param buffers working memory
 * @param out R, A of each film, T
 */
export function unpolarised(
  stack: StackArrays,
  n0: number,
  sine: number,
  wavelength: number,
  buffers: ResponseBuffers,
  out: Float64Array,
): void {
  const { s, p } = buffers;
  bothPolarisations(stack, n0, n0 * sine, wavelength, s, p);
  for (let j = 0; j < stack.films + 2; j++) out[j] = 0.5 * (s[j] + p[j]);
}

/**
 * Response of random pyramids to light along the normal: bounce by bounce, the films absorbing
 * each time.
 *
 * @param stack films and substrate on the facet
 * @param n0 index of the medium outside
 * @param wavelength nm
 * @param buffers working memory
 * @param out R, A of each film, T
 */
export function pyramidResponse(
  stack: StackArrays,
  n0: number,
  wavelength: number,
  buffers: ResponseBuffers,
  out: Float64Array,
): void {
  const size = stack.films + 2;
  const { bounces } = buffers;
  for (let a = 0; a < pyramidAngles.length; a++) {
    const sine = Math.sin((pyramidAngles[a] * Math.PI) / 180);
    unpolarised(stack, n0, sine, wavelength, buffers, out);
    for (let j = 0; j < size; j++) bounces[a * size + j] = out[j];
  }
  out.fill(0, 0, size);
  for (const path of pyramidPaths) {
    let intensity = path.share;
    for (const bounce of path.bounces) {
      for (let j = 1; j < size; j++) out[j] += intensity * bounces[bounce * size + j];
      intensity *= bounces[bounce * size];
    }
    out[0] += intensity;
  }
}
