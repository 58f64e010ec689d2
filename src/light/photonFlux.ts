import { elementaryCharge, lightSpeed, planck } from '../physics/constants.ts';
import type { Spectrum } from './spectrum.ts';

/** Photons cm^-2 s^-1 nm^-1 of 1 W m^-2 nm^-1 at 1 nm: lambda / (h c), per cm^2. */
const photonsPerWatt = 1e-4 / (planck * lightSpeed * 1e7);

/**
 * Photon flux of a spectrum in bins of wavelength. Irradiance runs straight from one tabulated
 * point to the next; photons are its exact integral over wavelength times lambda, so that bins
 * add up however a range is cut.
 *
 * @param spectrum nm, W m^-2 nm^-1
 * @param edges ascending, nm; n + 1 edges make n bins
 * @returns photons cm^-2 s^-1 in each bin; 0 beyond the table
 * @example photonCurrent(photonFluxInBins(am15g, [280, 1200])[0]) // 46.46
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
    let sum = 0;
    for (let x = from; x < to; ) {
      const [start, end] = [wavelength[row], wavelength[row + 1]];
      const next = Math.min(end, to);
      const slope = (irradiance[row + 1] - irradiance[row]) / (end - start);
      // Simpson's rule is exact for a straight line times lambda.
      const middle = 0.5 * (x + next);
      const here = irradiance[row] + slope * (x - start);
      const half = irradiance[row] + slope * (middle - start);
      const there = irradiance[row] + slope * (next - start);
      sum += ((next - x) / 6) * (here * x + 4 * half * middle + there * next);
      x = next;
      if (x >= end && row < last - 1) row++;
    }
    flux[bin] = sum * photonsPerWatt;
  }
  return flux;
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
