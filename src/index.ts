/**
 * Cells and years, and what touches files: cells, spectra and weather by name or path, and sweeps.
 * For Node.
 *
 * @module solarcell
 */

export * from './cell/index.ts';
export { CalculationError } from './device/errors.ts';
export * from './energy/index.ts';
export {
  pressureOfAltitude,
  relativeAirmass,
  relativeAirmass1966,
  standardPressure,
} from './light/airmass.ts';
export { zenithOfAirmass } from './light/airmassZenith.ts';
export { DataError } from './light/dataError.ts';
export { emissionLine, thermalLedWidth } from './light/emissionLine.ts';
export { integrateIrradiance } from './light/integrateIrradiance.ts';
export { parseSpectrumCsv } from './light/parseSpectrumCsv.ts';
export {
  responseOfEfficiency,
  type SpectralResponse,
  spectralCurrent,
  spectralMismatch,
} from './light/spectralMismatch.ts';
export {
  type ClearSky,
  type ClearSkyLight,
  clearSkySpectrum,
  emptyClearSkyLight,
} from './light/spectrl2/clearSkySpectrum.ts';
export { type Spectrum, scaleSpectrum } from './light/spectrum.ts';
export { type LoadCellOptions, listCells, loadCell } from './node/loadCell.ts';
export { loadClimateProfile } from './node/loadClimateProfile.ts';
export { loadHorizon } from './node/loadHorizon.ts';
export { loadModuleLayers, type ModuleChoice } from './node/loadModuleLayers.ts';
export { loadModules } from './node/loadModules.ts';
export { loadOptics } from './node/loadOptics.ts';
export { loadProfile } from './node/loadProfile.ts';
export { loadSpectrum } from './node/loadSpectrum.ts';
export { loadWeather } from './node/loadWeather.ts';
export { prepareSweep } from './node/prepareSweep.ts';
export { type RowReader, readRowFile } from './node/rows/readRowFile.ts';
export { writeRowFile } from './node/rows/rowFile.ts';
export { type MergeOutcome, mergeParts } from './node/sweep/mergeParts.ts';
export { type RunSweepOptions, runSweep, type SweepOutcome } from './node/sweep/runSweep.ts';
export { serveBlocks } from './node/sweep/serveBlocks.ts';
export { type SweepOptions, type SweepRecord, sweep } from './node/sweep/sweep.ts';
export { SweepInterrupted, type SweepProgress } from './node/sweep/sweepProgress.ts';
export type { OpticalConstants } from './optics/opticalConstants.ts';
export {
  type CompareDocument,
  type CompareResult,
  compareDocument,
} from './report/compareDocument.ts';
export type { FieldSite, LightSums, PlaneSettings } from './report/fieldSettings.ts';
export type { Models } from './report/models.ts';
export type { ModuleConditions } from './report/moduleConditions.ts';
export type { RowColumn, RowHead, RowValue } from './report/rows/rowHead.ts';
export {
  type BifacialDocument,
  type SimulateDocument,
  type SimulateFigures,
  simulateDocument,
} from './report/simulateDocument.ts';
export {
  type YearChoices,
  type YearDocument,
  type YearDocumentResult,
  yearDocument,
} from './report/yearDocument.ts';
export type { FieldWord } from './sweep/fieldSettings.ts';
export { parseSweepPlan, type WrittenPlan } from './sweep/parsePlan.ts';
export type { SweepPlan } from './sweep/plan.ts';
export type { PreparedSweep, SweepColumn, SweepRow } from './sweep/preparedSweep.ts';
export type { FieldReader, FieldWords } from './sweep/readFields.ts';
export type { Shard } from './sweep/shard.ts';
export type { SweepField } from './sweep/sweepField.ts';
