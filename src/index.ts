export { type Analysis, type AnalysisRequest, analyseCell } from './cell/analyses.ts';
export type { Cell, CellPhotons, CellResult, Conditions } from './cell/cell.ts';
export { detailedBalanceLimit } from './cell/detailedBalance.ts';
export { UsageError } from './cell/errors.ts';
export type { LimitFigures } from './cell/limitFigures.ts';
export { type LumpedSimulator, lumpedSimulator } from './cell/lumped.ts';
export { parseCell } from './cell/parseCell.ts';
export { type CellDescription, cellJsonSchema } from './cell/schema.ts';
export { siliconEfficiency } from './cell/siliconEfficiency.ts';
export type { SiliconLimitInput } from './cell/siliconLimit.ts';
export { type CellSimulator, cellSimulator, simulateCell } from './cell/simulate.ts';
export { measuredSkin, type Skin, type SkinDrift, type Skins } from './cell/skin.ts';
export { computeSkins } from './cell/skins.ts';
export { CalculationError } from './device/errors.ts';
export {
  type Comparison,
  type ComparisonOptions,
  type ComparisonRow,
  compareCells,
} from './energy/compareCells.ts';
export { type OperatingMap, operatingMap, profileEnergy } from './energy/operatingMap.ts';
export { parseProfile } from './energy/parseProfile.ts';
export { insolation, type Profile } from './energy/profile.ts';
export { DataError } from './light/dataError.ts';
export { integrateIrradiance } from './light/integrateIrradiance.ts';
export { parseSpectrumCsv } from './light/parseSpectrumCsv.ts';
export { type Spectrum, scaleSpectrum } from './light/spectrum.ts';
export { type LoadCellOptions, listCells, loadCell } from './node/loadCell.ts';
export { loadOptics } from './node/loadOptics.ts';
export { loadProfile } from './node/loadProfile.ts';
export { loadSpectrum } from './node/loadSpectrum.ts';
export type { OpticalConstants } from './optics/opticalConstants.ts';
export { type CompareDocument, compareDocument } from './report/compareDocument.ts';
export { type SimulateDocument, simulateDocument } from './report/simulateDocument.ts';
