import { integrateIrradiance } from '../../light/integrateIrradiance.ts';
import { type SpectralResponse, spectralCurrent } from '../../light/spectralMismatch.ts';
import type { Spectrum } from '../../light/spectrum.ts';

/** Light in bands of wavelength. */
export interface SpectralBands {
  /** nm, ascending; n + 1 edges make n bands. */
  readonly edges: Float64Array;
  /** W/m2 in each band, hour by hour: n values, then those of the next hour. */
  readonly irradiance: Float64Array;
}

/** Light counts where it is as bright as this, W/m2: rounding makes the shape of less. */
const dimmest = 1e-3;

/** Light of the standard spectrum, and what its table holds of it, 280 to 4000 nm, W/m2: IEC 60904-3. */
const standardLight = { all: 1000, table: 997.47 };

/**
 * What the spectrum of each hour makes of a module's current, over that in as much light of the
 * standard spectrum: the spectral step of IEC 61853-3, from light in bands.
 *
 * The response counts by its mean in each band. What the standard leaves open about limits is as the
 * guidelines have it: the hour's light is that of all bands, the standard's is 1000 W/m2, of which
 * its table holds 997.47.
 *
 * @param bands of the light on the plane
 * @param response of the module
 * @param reference table of AM1.5G up to 4000 nm, in any scale
 * @returns a factor for each hour; 1 where there is no light
 * @throws RangeError for a response that has nothing in the bands
 * @see IEC 61853-3:2018, equation 6; M. Vogt et al., IEEE J. Photovolt. 12, 844 (2022),
 *   doi:10.1109/JPHOTOV.2021.3135258, for the guidelines
 */
export function bandFactors(
  { edges, irradiance }: SpectralBands,
  response: SpectralResponse,
  reference: Spectrum,
): Float64Array {
  const width = edges.length - 1;
  const mean = bandMeans(edges, response);
  const scale = standardLight.table / integrateIrradiance(reference);
  let rated = 0;
  for (let b = 0; b < width; b++) rated += scale * mean[b]! * irradianceIn(reference, edges, b);
  if (!(rated > 0)) throw new RangeError('the response has nothing in the bands of the light');
  const factors = new Float64Array(irradiance.length / width).fill(1);
  for (let hour = 0; hour < factors.length; hour++) {
    let [current, light] = [0, 0];
    for (let b = 0; b < width; b++) {
      current += irradiance[hour * width + b]! * mean[b]!;
      light += irradiance[hour * width + b]!;
    }
    if (light > dimmest) factors[hour] = (current * standardLight.all) / (light * rated);
  }
  return factors;
}

/**
 * Mean of a response in each band: it runs straight between its points, and is nothing beyond them.
 *
 * @param edges nm
 */
export function bandMeans(edges: Float64Array, response: SpectralResponse): Float64Array {
  return Float64Array.from({ length: edges.length - 1 }, (_, b) => {
    const [from, to] = [edges[b]!, edges[b + 1]!];
    return spectralCurrent(flat(from, to), response) / (to - from);
  });
}

/** W/m2 of a spectrum in one of the bands. */
function irradianceIn(spectrum: Spectrum, edges: Float64Array, band: number): number {
  const [from, to] = [edges[band]!, edges[band + 1]!];
  return spectralCurrent(spectrum, { wavelength: [from, to], response: [1, 1] });
}

const flat = (from: number, to: number): Spectrum => ({
  name: 'band',
  wavelength: Float64Array.of(from, to),
  irradiance: Float64Array.of(1, 1),
});
