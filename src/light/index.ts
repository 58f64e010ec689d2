export {
  pressureOfAltitude,
  relativeAirmass,
  relativeAirmass1966,
  standardPressure,
} from './airmass.ts';
export { DataError } from './dataError.ts';
export { integrateIrradiance } from './integrateIrradiance.ts';
export { parseSpectrumCsv } from './parseSpectrumCsv.ts';
export { photonCurrent, photonFluxInBins } from './photonFlux.ts';
export {
  type ClearSky,
  type ClearSkyLight,
  clearSkySpectrum,
  emptyClearSkyLight,
} from './spectrl2/clearSkySpectrum.ts';
export { type Spectrum, scaleSpectrum } from './spectrum.ts';
