import { elementaryCharge, lightSpeed, planck } from '../physics/constants.ts';
import type { Spectrum } from './spectrum.ts';

/** Photons cm^-2 s^-1 nm^-1 of 1 W m^-2 nm^-1 at 1 nm: lambda / (h c), per cm^2. */
const photonsPerWatt = 1e-4 / (planck * lightSpeed * 1e7);

/**
 * Photon flux of a spectrum in bins of wavelength: the trapezoid integral over the tabulated
 * points, cut exactly at the edges of the bins.
 *
 * @param spectrum nm, W m^-2 nm^-1
 * @param edges ascending, nm; n + 1 edges make n bins
 * @returns photons cm^-2 s^-1 in each bin; 0 beyond the table
 */
export function photonFluxInBins(spectrum: Spectrum, edges: ArrayLike<number>): Float64Array {
  const { wavelength, irradiance } = spectrum;
  const last = wavelength.length - 1;
  const flux = new Float64Array(edges.length - 1);
  let row = 0;
  for (let bin = 0; bin < flux.length; bin++) {
    const from = Math.max(edges[bin], wavelength[0]);
    const to = Math.min(edges[bin + 1], wavelength[last]);
    if (!(to > from)) continue;
    while (row > 0 && wavelength[row] > from) row--;
    while (row < last - 1 && wavelength[row + 1] <= from) row++;
    let x = from;
    let photons = photonsAt(spectrum, row, x);
    let sum = 0;
    while (x < to) {
      const next = Math.min(wavelength[row + 1], to);
      const there = photonsAt(spectrum, row, next);
      sum += 0.5 * (photons + there) * (next - x);
      x = next;
      photons = there;
      if (x >= wavelength[row + 1] && row < last - 1) row++;
    }
    flux[bin] = sum;
  }
  return flux;

  function photonsAt({ wavelength: w }: Spectrum, k: number, at: number): number {
    const share = (at - w[k]) / (w[k + 1] - w[k]);
    const value = irradiance[k] + share * (irradiance[k + 1] - irradiance[k]);
    return value * at * photonsPerWatt;
  }
}

/**
 * Current density that one carrier for each photon makes.
 *
 * @param flux photons cm^-2 s^-1
 * @returns mA/cm2
 */
export function photonCurrent(flux: number): number {
  return flux * elementaryCharge * 1e3;
}
