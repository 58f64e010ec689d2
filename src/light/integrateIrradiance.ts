import type { Spectrum } from './spectrum.ts';

/**
 * Irradiance of a spectrum, by the trapezoid rule over its table.
 *
 * @param spectrum nm, W m^-2 nm^-1
 * @returns W/m2
 * @example integrateIrradiance(am15g) // 1000.37
 */
export function integrateIrradiance(spectrum: Spectrum): number {
  const { wavelength, irradiance } = spectrum;
  let total = 0;
  for (let i = 1; i < wavelength.length; i++) {
    total += 0.5 * (irradiance[i] + irradiance[i - 1]) * (wavelength[i] - wavelength[i - 1]);
  }
  return total;
}
