/**
 * Coherent stack by the transfer matrix, light in the convention exp(-i omega t), n + ik with
 * k > 0 absorbing.
 *
 * Per film with q = n cos(theta) (from q^2 = n^2 - n0^2 sin^2(theta0), Im q >= 0), admittance
 * eta = q (s) or n^2/q = q + kx^2/q (p) and phase delta = 2 pi q d / lambda:
 *
 *     (B, C) = [[cos d, -i sin d / eta], [-i eta sin d, cos d]] (B, C) of the film below,
 *
 * starting with (1, eta) of the substrate. The energy flux through an interface is Re(B C*),
 * so that absorption per film is a difference of fluxes. Every matrix is divided by
 * exp(-i delta), whose modulus grows with absorption: no thickness overflows, and the flux
 * ratio of a film carries exp(-2 Im delta) instead.
 *
 * @see H. A. Macleod, Thin-Film Optical Filters, ch. 2; S. J. Byrnes, arXiv:1603.02720
 */

/**
 * Light along a film (q = 0 exactly) has no defined admittance; it is taken this much, relative
 * to the index, off that angle. R, A and T are continuous there and change by as little.
 */
const grazing = 1e-10;

/** A stack on a substrate, as arrays that the loop reads; films from the incidence side. */
export interface StackArrays {
  readonly films: number;
  /** Index of each film and, at position `films`, of the substrate. */
  readonly n: Float64Array;
  readonly k: Float64Array;
  /** nm. */
  readonly thickness: Float64Array;
}

/**
 * Index along the normal, q = sqrt((n + ik)^2 - kx^2), of the wave that decays.
 *
 * @returns real and imaginary part
 */
export function normalIndex(n: number, k: number, kx: number): readonly [number, number] {
  const re = n * n - k * k - kx * kx;
  const im = 2 * n * k;
  const modulus = Math.sqrt(re * re + im * im);
  if (re > 0) {
    const real = Math.sqrt(0.5 * (modulus + re));
    return [real, im / (2 * real)];
  }
  const imaginary = Math.sqrt(0.5 * (modulus - re));
  return [imaginary > 0 ? im / (2 * imaginary) : 0, imaginary];
}

/** Fields at the top of the stack at hand. */
const top = new Float64Array(5);

/** What both polarisations share of each layer, in the order of `perLayer`. */
let waves = new Float64Array(0);
/** Re q, Im q, Im n^2, and of a film the modulus and the parts of exp(2 i delta). */
const perLayer = 6;

/**
 * Waves in the films from one on and in the substrate: their q, and what a film does to phase and
 * intensity. Hot: nothing allocated but for a stack of more films than any before.
 */
function setWaves(stack: StackArrays, from: number, kx: number, wavelength: number): void {
  const { films, n, k, thickness } = stack;
  if (waves.length < (films + 1) * perLayer) waves = new Float64Array((films + 1) * perLayer);
  const kx2 = kx * kx;
  const scale = (4 * Math.PI) / wavelength;
  for (let j = films; j >= from; j--) {
    const re = n[j] * n[j] - k[j] * k[j] - kx2;
    const im = 2 * n[j] * k[j];
    const modulus = Math.sqrt(re * re + im * im);
    let qr = 0;
    let qi = 0;
    // q = sqrt(n^2 - kx^2) with Im >= 0. The root of the larger sum first: no cancellation, and
    // exact zeros keep total reflection total.
    if (re > 0) {
      qr = Math.sqrt(0.5 * (modulus + re));
      qi = im / (2 * qr);
    } else {
      qi = Math.sqrt(0.5 * (modulus - re));
      qr = qi > 0 ? im / (2 * qi) : 0;
    }
    if (qr * qr + qi * qi < grazing * grazing * n[j] * n[j]) {
      qr = grazing * n[j];
      qi = 0;
    }
    const at = j * perLayer;
    waves[at] = qr;
    waves[at + 1] = qi;
    waves[at + 2] = im;
    if (j === films) continue;
    const phase = scale * thickness[j];
    const fade = Math.exp(-phase * qi);
    waves[at + 3] = fade;
    waves[at + 4] = fade * Math.cos(phase * qr);
    waves[at + 5] = fade * Math.sin(phase * qr);
  }
}

/** Fields of one polarisation from the waves set before; see `stackFields`. */
function setFields(
  films: number,
  from: number,
  kx: number,
  polarisation: 0 | 1,
  fields: Float64Array,
  passed: Float64Array,
): void {
  const kx2 = kx * kx;
  const end = films * perLayer;
  let br = 1;
  let bi = 0;
  let cr = waves[end];
  let ci = waves[end + 1];
  if (polarisation === 1) {
    const ratio = kx2 / (cr * cr + ci * ci);
    cr *= 1 + ratio;
    ci *= 1 - ratio;
  }
  let flux = br * cr + bi * ci;
  for (let j = films - 1; j >= from; j--) {
    const wave = j * perLayer;
    let etaR = waves[wave];
    let etaI = waves[wave + 1];
    if (polarisation === 1) {
      const ratio = kx2 / (etaR * etaR + etaI * etaI);
      etaR *= 1 + ratio;
      etaI *= 1 - ratio;
    }
    const fade = waves[wave + 3];
    const pr = waves[wave + 4];
    const pi = waves[wave + 5];
    // P = exp(2 i delta); cos d = exp(-i d)(1 + P)/2, -i sin d = exp(-i d)(1 - P)/2.
    const cosR = 0.5 * (1 + pr);
    const cosI = 0.5 * pi;
    const sinR = 0.5 * (1 - pr);
    const sinI = -0.5 * pi;
    // (-i sin d) C / eta and (-i sin d) eta B, without the common factor.
    const inverse = 1 / (etaR * etaR + etaI * etaI);
    const uR = (cr * etaR + ci * etaI) * inverse;
    const uI = (ci * etaR - cr * etaI) * inverse;
    const vR = br * etaR - bi * etaI;
    const vI = br * etaI + bi * etaR;
    const newBr = cosR * br - cosI * bi + sinR * uR - sinI * uI;
    const newBi = cosR * bi + cosI * br + sinR * uI + sinI * uR;
    const newCr = cosR * cr - cosI * ci + sinR * vR - sinI * vI;
    const newCi = cosR * ci + cosI * cr + sinR * vI + sinI * vR;
    br = newBr;
    bi = newBi;
    cr = newCr;
    ci = newCi;
    // Share of the flux entering this film that leaves it below. Without absorption it is 1, and
    // the flux above is known: taken from B and C, light that tunnels would lose its digits.
    const below = flux * fade;
    flux = waves[wave + 2] === 0 ? below : Math.max(below, br * cr + bi * ci);
    passed[j + 1] = flux > below ? below / flux : 1;
  }
  fields[0] = br;
  fields[1] = bi;
  fields[2] = cr;
  fields[3] = ci;
  fields[4] = flux;
}

/**
 * Fields at the top of a film, those of the transmitted wave at the substrate being (1, eta).
 *
 * @param stack films and substrate
 * @param from index of the film; `stack.films` for the substrate itself
 * @param kx conserved along the stack
 * @param wavelength nm
 * @param polarisation 0 for s, 1 for p
 * @param fields filled with Re B, Im B, Re C, Im C and the flux, each film's share of
 *   exp(-i delta) left out
 * @param passed filled at j + 1 with the share of the flux entering film j that leaves it below
 */
export function stackFields(
  stack: StackArrays,
  from: number,
  kx: number,
  wavelength: number,
  polarisation: 0 | 1,
  fields: Float64Array,
  passed: Float64Array,
): void {
  setWaves(stack, from, kx, wavelength);
  setFields(stack.films, from, kx, polarisation, fields, passed);
}

/**
 * Reflectance, absorptance of each film and transmittance of a coherent stack.
 *
 * Hot: nothing allocated.
 *
 * @param stack films and substrate
 * @param n0 index of the medium of incidence, without absorption
 * @param kx n0 sin(theta0), conserved through the stack
 * @param wavelength nm
 * @param polarisation 0 for s, 1 for p
 * @param out films + 2 shares of the incident energy: R, A of each film, T
 */
export function coherentStack(
  stack: StackArrays,
  n0: number,
  kx: number,
  wavelength: number,
  polarisation: 0 | 1,
  out: Float64Array,
): void {
  setWaves(stack, 0, kx, wavelength);
  setShares(stack.films, n0, kx, polarisation, out);
}

/**
 * The same of both polarisations, in little more than half the time of one after the other.
 *
 * @param stack films and substrate
 * @param n0 index of the medium of incidence, without absorption
 * @param kx n0 sin(theta0), conserved through the stack
 * @param wavelength nm
 * @param s filled with the shares of s light
 * @param p filled with those of p light
 */
export function bothPolarisations(
  stack: StackArrays,
  n0: number,
  kx: number,
  wavelength: number,
  s: Float64Array,
  p: Float64Array,
): void {
  setWaves(stack, 0, kx, wavelength);
  setShares(stack.films, n0, kx, 0, s);
  setShares(stack.films, n0, kx, 1, p);
}

/** Shares of one polarisation from the waves set before. */
function setShares(
  films: number,
  n0: number,
  kx: number,
  polarisation: 0 | 1,
  out: Float64Array,
): void {
  const q0 = Math.max(Math.sqrt(Math.max(n0 * n0 - kx * kx, 0)), grazing * n0);
  const eta0 = polarisation === 0 ? q0 : (n0 * n0) / q0;
  setFields(films, 0, kx, polarisation, top, out);
  const br = top[0];
  const bi = top[1];
  const cr = top[2];
  const ci = top[3];
  const sumR = eta0 * br + cr;
  const sumI = eta0 * bi + ci;
  const norm = 1 / (sumR * sumR + sumI * sumI);
  const differenceR = eta0 * br - cr;
  const differenceI = eta0 * bi - ci;
  out[0] = (differenceR * differenceR + differenceI * differenceI) * norm;
  let left = Math.max(0, 4 * eta0 * top[4] * norm);
  for (let j = 1; j <= films; j++) {
    const passed = left * out[j];
    out[j] = left - passed;
    left = passed;
  }
  out[films + 1] = left;
}
