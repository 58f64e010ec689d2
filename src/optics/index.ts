export { type PhotonBudget, photonBudget, waferGeneration } from './generation.ts';
export type { OpticalCell, OpticalFilm, OpticalSurface } from './opticalCell.ts';
export {
  absorptionCoefficient,
  air,
  type OpticalConstants,
  sampleConstants,
} from './opticalConstants.ts';
export { parseOpticalConstants } from './parseOpticalConstants.ts';
export { emittedPhotonFlux, radiativeRecombination } from './radiative.ts';
export { type OpticalSolution, type OpticsOptions, solveOptics } from './solveOptics.ts';
export { coherentStack, type StackArrays } from './transferMatrix.ts';
export { binEdges, defaultWavelengths } from './wavelengths.ts';
