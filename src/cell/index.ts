/**
 * A cell from its layers: files, simulation, losses, limits, skins.
 *
 * @module solarcell/cell
 */

export { type Analysis, type AnalysisRequest, analyseCell } from './analyses.ts';
export type { BandRow, Bias, BiasedBands } from './bands.ts';
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
export { type DiscretisationError, discretisationError } from './discretisation.ts';
export type { DopingTable } from './dopingTable.ts';
export type { EqeRow } from './eqe.ts';
export { UsageError } from './errors.ts';
export type { Fidelity } from './fidelity.ts';
export { type GenerationProfile, generationProfile, profileDepths } from './generationProfile.ts';
export type { LifetimeRow } from './lifetime.ts';
export type { LimitFigures } from './limitFigures.ts';
export type { LossAnalysis, LossRow } from './losses.ts';
export { type LumpedSimulator, lumpedSimulator } from './lumped.ts';
export type { Mismatch, MismatchRequest } from './mismatch.ts';
export { namedSpectrum, spectrumMakers } from './namedSpectrum.ts';
export {
  cellToModule,
  type LitSide,
  type OpticalAnalysis,
  type OpticalRequest,
  opticalAnalysis,
} from './opticalAnalysis.ts';
export { type CellOptions, parseCell } from './parseCell.ts';
export type { PhotonEnd, PhotonEndKind } from './photonEnds.ts';
export { type CellDescription, cellJsonSchema } from './schema.ts';
export type { CellSetting } from './setValue.ts';
export { siliconEfficiency } from './siliconEfficiency.ts';
export type { SiliconLimitInput } from './siliconLimit.ts';
export {
  type CellSimulator,
  cellSimulator,
  type SideLight,
  type SimulatorOptions,
  simulateCell,
} from './simulate.ts';
export { type Collected, measuredSkin, type Skin, type SkinDrift, type Skins } from './skin.ts';
export { computeSkins } from './skins.ts';
export type { SunsVoc, SunsVocRow } from './sunsVoc.ts';
export type { TemperatureRow, TemperatureTable } from './temperatureTable.ts';
export type { CurveRow } from './terminalAt.ts';
export type { FoundPoints, MaximumPower, TerminalCurve } from './terminalFigures.ts';
