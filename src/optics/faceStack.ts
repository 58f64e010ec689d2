import { drudePermittivity } from './drude.ts';
import { freeCarrierAbsorption } from './freeCarriers.ts';
import { hemisphericalResponse } from './hemisphericalResponse.ts';
import type { OpticalFilm, OpticalSurface } from './opticalCell.ts';
import { isMetal, type SampledConstants } from './opticalConstants.ts';
import { sampledOnce } from './sampledOnce.ts';
import { type ResponseBuffers, unpolarised } from './surfaceResponse.ts';
import type { StackArrays } from './transferMatrix.ts';

/** A face as seen from one side, sampled at all wavelengths. */
export interface FaceStack {
  readonly surface: OpticalSurface;
  readonly films: readonly SampledConstants[];
  readonly beyond: SampledConstants;
  /** Of fingers on the face, when there are. */
  readonly metal?: SampledConstants;
  /** Films of one wavelength, and the medium beyond: put in by `setFace`. */
  readonly stack: StackArrays;
  /** Second set of shares, for the part under metal. */
  readonly other: Float64Array;
  /**
   * Responses to isotropic light from inside, one after the other by wavelength, NaN before they are
   * asked for; only of a face that is used again.
   */
  readonly isotropic?: Float64Array;
}

/**
 * Samples a face.
 *
 * @param surface the face
 * @param films of the face in the order light meets them
 * @param wavelength nm
 * @param temperature K
 */
export function faceStack(
  surface: OpticalSurface,
  films: readonly OpticalFilm[],
  wavelength: Float64Array,
  temperature: number,
): FaceStack {
  const { metal } = surface;
  return {
    surface,
    films: films.map((film) => sampleFilm(film, wavelength, temperature)),
    beyond: sampledOnce(surface.outside, wavelength, temperature),
    ...(metal && metal.share > 0
      ? { metal: sampledOnce(metal.constants, wavelength, temperature) }
      : {}),
    stack: {
      films: films.length,
      n: new Float64Array(films.length + 1),
      k: new Float64Array(films.length + 1),
      thickness: Float64Array.from(films, (film) => film.thickness),
    },
    other: new Float64Array(films.length + 2),
  };
}

/**
 * n and k of a film with its free carriers.
 *
 * @param film the film
 * @param wavelength nm
 * @param temperature K
 * @throws RangeError outside the table of its constants
 */
export function sampleFilm(
  film: OpticalFilm,
  wavelength: Float64Array,
  temperature: number,
): SampledConstants {
  const sampled = sampledOnce(film.constants, wavelength, temperature);
  const { carriers } = film;
  if (!carriers) return sampled;
  const [n, k] = [sampled.n.slice(), sampled.k.slice()];
  for (let w = 0; w < wavelength.length; w++) {
    const lambda = wavelength[w];
    if (carriers.kind === 'silicon') {
      const { model, electrons, holes } = carriers;
      const added = freeCarrierAbsorption(model, electrons, holes, lambda);
      k[w] += (added * lambda * 1e-7) / (4 * Math.PI);
      continue;
    }
    const [realPart, imaginary] = drudePermittivity(carriers.carriers, lambda);
    const [less, lessImaginary] = carriers.included
      ? drudePermittivity(carriers.included, lambda)
      : [0, 0];
    const real = n[w] * n[w] - k[w] * k[w] + realPart - less;
    // Taking carriers out never makes a film amplify.
    const imag = Math.max(0, 2 * n[w] * k[w] + imaginary - lessImaginary);
    const modulus = Math.hypot(real, imag);
    n[w] = Math.sqrt(0.5 * (modulus + real));
    k[w] = n[w] > 0 ? imag / (2 * n[w]) : Math.sqrt(modulus);
  }
  return { n, k };
}

/** Puts the indices of one wavelength into a face's arrays, with n and k beyond its films. */
export function setFace(face: FaceStack, w: number, n: number, k: number): void {
  const { stack, films } = face;
  for (let j = 0; j < films.length; j++) {
    stack.n[j] = films[j].n[w];
    stack.k[j] = films[j].k[w];
  }
  stack.n[stack.films] = n;
  stack.k[stack.films] = k;
}

/**
 * What a face does to unpolarised light from inside: at one angle, or isotropic (`sine` is
 * 'isotropic'). Fingers count by their share of the area.
 *
 * @param face set to a wavelength by `setFace`
 * @param w index of the wavelength
 * @param n0 index of the wafer
 * @param sine of the angle inside
 * @param lambda nm
 * @param buffers working memory
 * @param out R, A of each film, T, and what metal takes
 */
export function insideResponse(
  face: FaceStack,
  w: number,
  n0: number,
  sine: number | 'isotropic',
  lambda: number,
  buffers: ResponseBuffers,
  out: Float64Array,
): void {
  const { stack, isotropic } = face;
  const { films } = stack;
  const known = sine === 'isotropic' ? isotropic : undefined;
  const place = w * (films + 3);
  if (known !== undefined && !Number.isNaN(known[place]!)) {
    for (let j = 0; j < films + 3; j++) out[j] = known[place + j]!;
    return;
  }
  workOut(face, w, n0, sine, lambda, buffers, out);
  for (let j = 0; known !== undefined && j < films + 3; j++) known[place + j] = out[j]!;
}

function workOut(
  face: FaceStack,
  w: number,
  n0: number,
  sine: number | 'isotropic',
  lambda: number,
  buffers: ResponseBuffers,
  out: Float64Array,
): void {
  const { stack, surface, metal, beyond } = face;
  const { films } = stack;
  if (surface.reflectance !== undefined) {
    out.fill(0, 0, films + 3);
    out[0] = surface.reflectance;
    out[films + 2] = 1 - surface.reflectance;
    return;
  }
  respond(stack, n0, sine, lambda, buffers, out);
  out[films + 2] = 0;
  if (isMetal(beyond.n[w], beyond.k[w])) {
    out[films + 2] = out[films + 1];
    out[films + 1] = 0;
  }
  if (!metal || !surface.metal) return;
  const { share } = surface.metal;
  stack.n[films] = metal.n[w];
  stack.k[films] = metal.k[w];
  respond(stack, n0, sine, lambda, buffers, face.other);
  for (let j = 0; j < films + 3; j++) out[j] *= 1 - share;
  for (let j = 0; j <= films; j++) out[j] += share * face.other[j];
  out[films + 2] += share * face.other[films + 1];
  stack.n[films] = beyond.n[w];
  stack.k[films] = beyond.k[w];
}

function respond(
  stack: FaceStack['stack'],
  n0: number,
  sine: number | 'isotropic',
  lambda: number,
  buffers: ResponseBuffers,
  out: Float64Array,
): void {
  if (sine === 'isotropic') hemisphericalResponse(stack, n0, lambda, buffers, out);
  else unpolarised(stack, n0, sine, lambda, buffers, out);
}
