import { boltzmann, photonEnergyWavelength } from '../physics/constants.ts';
import { type Spectrum, scaleSpectrum } from './spectrum.ts';

/** Of a lamp: W/m2; the shape counts where a cell is lit with a given irradiance. */
const lampIrradiance = 1000;
/** Half the width of the table, in full widths at half maximum: exp(-44) of the top is left out. */
const reach = 4;
/** Points of a line across one full width; its integral is right to 1e-12 (a Gauss curve). */
const pointsPerWidth = 16;

/**
 * Light of one line, as a Gauss curve of irradiance over wavelength.
 *
 * @param name of the spectrum
 * @param wavelength of the middle, nm
 * @param width full width at half maximum, nm
 * @returns 1000 W/m2 of it
 * @throws RangeError for a width that is not above 0 or leaves no light of positive wavelength
 * @example emissionLine('laser', 1064, 0.1)
 */
export function emissionLine(name: string, wavelength: number, width: number): Spectrum {
  if (!(width > 0 && reach * width < wavelength)) {
    throw new RangeError(
      `width ${width} nm of a line at ${wavelength} nm is not above 0 and small`,
    );
  }
  const half = reach * pointsPerWidth;
  const offset = Float64Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) / pointsPerWidth);
  const line = {
    name,
    wavelength: offset.map((x) => wavelength + x * width),
    irradiance: offset.map((x) => Math.exp(-4 * Math.LN2 * x * x)),
  };
  return scaleSpectrum(line, lampIrradiance);
}

/**
 * Width of a light-emitting diode at room temperature: 1.8 kT in photon energy, the least that
 * carriers in thermal equilibrium give; alloys are broader.
 *
 * @param wavelength of the middle, nm
 * @returns full width at half maximum, nm
 * @see E. F. Schubert, Light-Emitting Diodes, 2nd ed. (Cambridge, 2006), section 5.2,
 *   doi:10.1017/CBO9780511790546
 * @example thermalLedWidth(850) // 27.1
 */
export function thermalLedWidth(wavelength: number): number {
  return (1.8 * boltzmann * 300 * wavelength ** 2) / photonEnergyWavelength;
}
