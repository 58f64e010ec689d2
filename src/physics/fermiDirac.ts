/**
 * Fermi-Dirac integral of order 1/2, normalised so that F(eta) tends to exp(eta) for small
 * eta: n = Nc F((EF - Ec)/kT).
 *
 * With x = t^2 the integrand is even and analytic, so that the trapezoid rule converges
 * exponentially; between tabulated values ln F - eta is a cubic with the exact slopes.
 */

/** Table of ln F(eta) - eta and of d ln F / d eta, made at first use (about 5 ms). */
interface Table {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}
let table: Table | undefined;

const lowest = -30;
const highest = 60;
const spacing = 0.1;
/** Step of the trapezoid rule in t; at eta = 60 its error is exp(-2 pi 0.2 / h), 1e-16. */
const step = 0.03;

function makeTable(): Table {
  const size = Math.round((highest - lowest) / spacing) + 1;
  const values = new Float64Array(size);
  const slopes = new Float64Array(size);
  const scale = 4 / Math.sqrt(Math.PI);
  for (let k = 0; k < size; k++) {
    const eta = lowest + k * spacing;
    const end = Math.sqrt(Math.max(eta, 0) + 40);
    let half = 0;
    // F of order -1/2 is the derivative; its integrand at t = 0 counts half.
    let minusHalf = 0.25 / (Math.exp(-eta) + 1);
    for (let t = step; t < end; t += step) {
      const occupied = 1 / (Math.exp(t * t - eta) + 1);
      half += t * t * occupied;
      minusHalf += 0.5 * occupied;
    }
    const f = scale * step * half;
    values[k] = Math.log(f) - eta;
    slopes[k] = (scale * step * minusHalf) / f;
  }
  return { values, slopes };
}

/** Where `fermiDirac` leaves its results. */
export interface FermiDiracValue {
  /** ln F(eta) - eta: the logarithm of the degeneracy factor, at most 0. */
  logGamma: number;
  /** d ln F / d eta, between 0 and 1. */
  slope: number;
}

/**
 * Degeneracy at a Fermi level: ln F(eta) - eta and the slope of ln F.
 *
 * @param eta Fermi level above the band edge, in kT; beyond 60 the last value is continued
 * @param out receives the result (nothing is allocated)
 */
export function fermiDirac(eta: number, out: FermiDiracValue): void {
  if (eta <= lowest) {
    out.logGamma = 0;
    out.slope = 1;
    return;
  }
  table ??= makeTable();
  const { values, slopes } = table;
  const place = (Math.min(eta, highest - 1e-9) - lowest) / spacing;
  const k = Math.floor(place);
  const s = place - k;
  const y0 = values[k];
  const d = values[k + 1] - y0;
  const t0 = spacing * (slopes[k] - 1);
  const t1 = spacing * (slopes[k + 1] - 1);
  const c2 = 3 * d - 2 * t0 - t1;
  const c3 = t0 + t1 - 2 * d;
  out.logGamma = y0 + s * (t0 + s * (c2 + s * c3));
  // The derivative of this very cubic, so that Newton's method sees no difference.
  out.slope = 1 + (t0 + s * (2 * c2 + s * 3 * c3)) / spacing;
}

const scratch: FermiDiracValue = { logGamma: 0, slope: 1 };

/**
 * Fermi-Dirac integral of order 1/2.
 *
 * @param eta Fermi level above the band edge, in kT, up to 60
 * @returns F(eta), relative error below 1e-8
 * @see J. S. Blakemore, Solid-State Electron. 25, 1067 (1982),
 *   doi:10.1016/0038-1101(82)90143-5, for the function and its tables
 * @example fermiDiracHalf(0) // 0.76514702
 */
export function fermiDiracHalf(eta: number): number {
  fermiDirac(eta, scratch);
  return Math.exp(eta + scratch.logGamma);
}

/**
 * Factor by which degeneracy lowers a carrier density against Boltzmann's at the same Fermi
 * level: gamma = F(eta) exp(-eta), with eta found from the density.
 *
 * @param density carrier density, cm^-3
 * @param states effective density of states of its band, cm^-3
 * @returns gamma, between 0 and 1
 * @example degeneracyFactor(2.8567e19, 2.8567e19) // 0.706
 */
export function degeneracyFactor(density: number, states: number): number {
  const target = Math.log(density / states);
  let eta = target;
  // Newton's method on ln F; ln F is concave, so that it converges from below.
  for (let i = 0; i < 50; i++) {
    fermiDirac(eta, scratch);
    const error = eta + scratch.logGamma - target;
    if (Math.abs(error) < 1e-14 * Math.max(1, Math.abs(target))) break;
    eta -= error / scratch.slope;
  }
  fermiDirac(eta, scratch);
  return Math.exp(scratch.logGamma);
}
