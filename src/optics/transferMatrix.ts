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

/**
 * Fields at the top of a film, those of the transmitted wave at the substrate being (1, eta).
 *
 * Hot: nothing allocated.
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
  const { films, n, k, thickness } = stack;
  const kx2 = kx * kx;
  // Substrate: q = sqrt(n^2 - kx^2) with Im >= 0.
  let re = n[films] * n[films] - k[films] * k[films] - kx2;
  let im = 2 * n[films] * k[films];
  let modulus = Math.sqrt(re * re + im * im);
  let qr = 0;
  let qi = 0;
  // The root of the larger sum first: no cancellation, and exact zeros keep total reflection
  // total.
  if (re > 0) {
    qr = Math.sqrt(0.5 * (modulus + re));
    qi = im / (2 * qr);
  } else {
    qi = Math.sqrt(0.5 * (modulus - re));
    qr = qi > 0 ? im / (2 * qi) : 0;
  }
  if (qr * qr + qi * qi < grazing * grazing * n[films] * n[films]) {
    qr = grazing * n[films];
    qi = 0;
  }
  let br = 1;
  let bi = 0;
  let cr = qr;
  let ci = qi;
  if (polarisation === 1) {
    const ratio = kx2 / (qr * qr + qi * qi);
    cr = qr * (1 + ratio);
    ci = qi * (1 - ratio);
  }
  let flux = br * cr + bi * ci;

  const scale = (2 * Math.PI) / wavelength;
  for (let j = films - 1; j >= from; j--) {
    re = n[j] * n[j] - k[j] * k[j] - kx2;
    im = 2 * n[j] * k[j];
    modulus = Math.sqrt(re * re + im * im);
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
    let etaR = qr;
    let etaI = qi;
    if (polarisation === 1) {
      const ratio = kx2 / (qr * qr + qi * qi);
      etaR = qr * (1 + ratio);
      etaI = qi * (1 - ratio);
    }
    const phase = scale * thickness[j];
    // P = exp(2 i delta); cos d = exp(-i d)(1 + P)/2, -i sin d = exp(-i d)(1 - P)/2.
    const fade = Math.exp(-2 * phase * qi);
    const pr = fade * Math.cos(2 * phase * qr);
    const pi = fade * Math.sin(2 * phase * qr);
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
    flux = im === 0 ? below : Math.max(below, br * cr + bi * ci);
    passed[j + 1] = flux > below ? below / flux : 1;
  }

  fields[0] = br;
  fields[1] = bi;
  fields[2] = cr;
  fields[3] = ci;
  fields[4] = flux;
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
  const { films } = stack;
  const q0 = Math.max(Math.sqrt(Math.max(n0 * n0 - kx * kx, 0)), grazing * n0);
  const eta0 = polarisation === 0 ? q0 : (n0 * n0) / q0;
  stackFields(stack, 0, kx, wavelength, polarisation, top, out);
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
