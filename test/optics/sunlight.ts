import { photonFluxInBins } from '../../src/light/photonFlux.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

/** AM1.5G from 300 to 1100 nm. */
export interface Sunlight {
  /** nm. */
  readonly wavelength: Float64Array;
  /** Mean of a share of the light, in %. */
  mean(share: ArrayLike<number>, weight: 'photons' | 'energy'): number;
}

/** @param step nm between wavelengths; the first and the last bin are half as wide */
export async function sunlight(step: number): Promise<Sunlight> {
  const count = 800 / step + 1;
  const wavelength = Float64Array.from({ length: count }, (_, i) => 300 + step * i);
  const edges = Float64Array.from({ length: count + 1 }, (_, i) =>
    Math.min(1100, Math.max(300, 300 + step * (i - 0.5))),
  );
  const photons = photonFluxInBins(await loadSpectrum('am1.5g'), edges);
  const energy = photons.map((flux, i) => flux / wavelength[i]!);
  return {
    wavelength,
    mean(share, weight) {
      const by = weight === 'photons' ? photons : energy;
      const total = by.reduce((sum, value) => sum + value, 0);
      return (100 * by.reduce((sum, value, i) => sum + value * share[i]!, 0)) / total;
    },
  };
}
