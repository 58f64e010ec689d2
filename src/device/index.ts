/**
 * Poisson's and the continuity equations in one dimension.
 *
 * @module solarcell/device
 */

export { type AmorphousInput, amorphousSilicon } from './amorphousSilicon.ts';
export { bernoulli } from './bernoulli.ts';
export { crystallineSilicon, type SiliconInput } from './crystallineSilicon.ts';
export type {
  AmphotericBonds,
  AugerLaw,
  Contact,
  DefectDistribution,
  DeviceDescription,
  DeviceLayer,
  ExponentialTail,
  GaussianBonds,
  Interface,
  LayerSpacing,
  NodeProperties,
  Refinement,
  SurfaceRecombination,
} from './description.ts';
export { Device } from './device.ts';
export { type EmissionModel, emissionModels } from './emissionModels.ts';
export { CalculationError } from './errors.ts';
export { layerMesh } from './mesh.ts';
export type { DeviceProblem } from './problem.ts';
