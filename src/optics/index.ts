/**
 * Where every photon goes: films, textures, wafers, modules.
 *
 * @module solarcell/optics
 */

export { absorptionAtDepth, type StackPlace } from './depthProfile.ts';
export type { DrudeCarriers } from './drude.ts';
export type { Polarisation } from './entry.ts';
export type { FacetVariation } from './facetTilt.ts';
export {
  type DiffusedSkin,
  type FreeCarrierModelName,
  freeCarrierAbsorption,
  freeCarrierModels,
} from './freeCarriers.ts';
export { type PhotonBudget, photonBudget, waferGeneration } from './generation.ts';
export { type MixedPart, mixedConstants } from './mixedConstants.ts';
export { encapsulated, type ModuleLayers } from './module.ts';
export type {
  FilmCarriers,
  LightTrapping,
  OpticalCell,
  OpticalCover,
  OpticalFilm,
  OpticalSurface,
  Texture,
  WaferCarriers,
} from './opticalCell.ts';
export {
  absorptionCoefficient,
  air,
  type OpticalConstants,
  type SampledConstants,
  sampleConstants,
} from './opticalConstants.ts';
export type { WaferBeam, WaferProfile } from './opticalSolution.ts';
export { parseOpticalConstants } from './parseOpticalConstants.ts';
export {
  type InnerIndex,
  type PlanarLayer,
  type PlanarLight,
  type PlanarShares,
  type PlanarStack,
  planarStack,
} from './planarStack.ts';
export type { PyramidTexture } from './pyramidField.ts';
export { emittedPhotonFlux, radiativeRecombination } from './radiative.ts';
export { type HeldConstants, heldConstants, type OpticalGap, ReachError } from './reach.ts';
export type { SolveOptics } from './rememberedOptics.ts';
export {
  angleResponse,
  opticalBifaciality,
  opticalCurrent,
  type ResponseLight,
} from './response.ts';
export { type OpticalSolution, type OpticsOptions, solveOptics } from './solveOptics.ts';
export { coherentStack, type StackArrays } from './transferMatrix.ts';
export { binEdges, defaultWavelengths, wavelengthsFor } from './wavelengths.ts';
