import { integrateIrradiance } from './integrateIrradiance.ts';

/** Spectral irradiance over wavelength. */
export interface Spectrum {
  readonly name: string;
  /** nm, ascending. */
  readonly wavelength: Float64Array;
  /** W m^-2 nm^-1. */
  readonly irradiance: Float64Array;
  readonly source?: string;
}

/**
 * A spectrum of the same shape with another total.
 *
 * @param spectrum any spectrum with light in it
 * @param irradiance integral over the whole table that it shall have, W/m2
 * @returns the scaled spectrum
 * @throws RangeError for a dark spectrum
 * @example scaleSpectrum(am15g, 1000) // 1000.37 W/m2 as tabulated becomes 1000
 */
export function scaleSpectrum(spectrum: Spectrum, irradiance: number): Spectrum {
  const total = integrateIrradiance(spectrum);
  if (!(total > 0)) throw new RangeError(`spectrum "${spectrum.name}" holds no light`);
  const factor = irradiance / total;
  return { ...spectrum, irradiance: spectrum.irradiance.map((value) => value * factor) };
}
