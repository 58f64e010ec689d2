import { photonFluxInBins } from '../light/photonFlux.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { binEdges } from '../optics/wavelengths.ts';
import { elementaryCharge } from '../physics/constants.ts';
import { type LimitFigures, limitFigures } from './limitFigures.ts';
import { type SiliconLimitInput, siliconLimit } from './siliconLimit.ts';

/** Wavelengths of the limit, nm: from the ultraviolet end of sunlight to where silicon is clear. */
const wavelength: Float64Array = Float64Array.from({ length: 1171 }, (_, i) => 280 + i);

/**
 * Key figures of the ideal silicon cell in a spectrum.
 *
 * @param input thickness, doping, temperature, choice of laws
 * @param spectrum as it shines
 * @param irradiance that the efficiency refers to, W/m2
 * @returns key figures
 * @see siliconLimit
 */
export function siliconEfficiency(
  input: Omit<SiliconLimitInput, 'wavelength'>,
  spectrum: Spectrum,
  irradiance: number,
): LimitFigures {
  const { absorptance, recombination } = siliconLimit({ ...input, wavelength });
  const flux = photonFluxInBins(spectrum, binEdges(wavelength));
  const photons = flux.reduce((sum, value, i) => sum + value * absorptance[i]!, 0);
  return limitFigures(elementaryCharge * photons, recombination, input.temperature, irradiance);
}
