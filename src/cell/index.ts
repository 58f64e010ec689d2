export { type Analysis, type AnalysisRequest, analyseCell } from './analyses.ts';
export {
  type BifacialFigures,
  type BifacialLight,
  bifacialFigures,
  type CellBifaciality,
  cellBifaciality,
} from './bifacial.ts';
export type { Cell, CellPhotons, CellResult, Conditions } from './cell.ts';
export { type CellTables, type CellTextOptions, cellFromText } from './cellFromText.ts';
export { detailedBalanceLimit } from './detailedBalance.ts';
export { UsageError } from './errors.ts';
export type { LimitFigures } from './limitFigures.ts';
export { type LumpedSimulator, lumpedSimulator } from './lumped.ts';
export { namedSpectrum, spectrumMakers } from './namedSpectrum.ts';
export {
  type LitSide,
  type OpticalAnalysis,
  type OpticalRequest,
  opticalAnalysis,
} from './opticalAnalysis.ts';
export { parseCell } from './parseCell.ts';
export { type CellDescription, cellJsonSchema } from './schema.ts';
export { siliconEfficiency } from './siliconEfficiency.ts';
export type { SiliconLimitInput } from './siliconLimit.ts';
export { type CellSimulator, cellSimulator, simulateCell } from './simulate.ts';
export { measuredSkin, type Skin, type SkinDrift, type Skins } from './skin.ts';
export { computeSkins } from './skins.ts';
