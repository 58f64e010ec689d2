export { DataError } from './dataError.ts';
export { integrateIrradiance } from './integrateIrradiance.ts';
export { parseSpectrumCsv } from './parseSpectrumCsv.ts';
export { photonCurrent, photonFluxInBins } from './photonFlux.ts';
export { type Spectrum, scaleSpectrum } from './spectrum.ts';
