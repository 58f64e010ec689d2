/**
 * Spectra, photons, spectral mismatch, clear skies.
 *
 * @module solarcell/light
 */

export {
  pressureOfAltitude,
  relativeAirmass,
  relativeAirmass1966,
  standardPressure,
} from './airmass.ts';
export { zenithOfAirmass } from './airmassZenith.ts';
export { DataError, type DataPlace } from './dataError.ts';
export { emissionLine, thermalLedWidth } from './emissionLine.ts';
export { integrateIrradiance } from './integrateIrradiance.ts';
export { parseSpectrumCsv } from './parseSpectrumCsv.ts';
export { photonCurrent, photonFluxInBins } from './photonFlux.ts';
export {
  responseOfEfficiency,
  type SpectralResponse,
  spectralCurrent,
  spectralMismatch,
} from './spectralMismatch.ts';
export {
  type ClearSky,
  type ClearSkyLight,
  clearSkySpectrum,
  emptyClearSkyLight,
} from './spectrl2/clearSkySpectrum.ts';
export { type Spectrum, scaleSpectrum } from './spectrum.ts';
