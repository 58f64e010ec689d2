/**
 * Constants and the laws of silicon.
 *
 * @module solarcell/physics
 */

export * from './auger.ts';
export * from './constants.ts';
export { erfc } from './erfc.ts';
export { degeneracyFactor, fermiDiracHalf } from './fermiDirac.ts';
export type { InjectedSilicon } from './injectedSilicon.ts';
export { klaassenMobility, type Mobility } from './klaassenMobility.ts';
export { dopingFromResistivity } from './resistivity.ts';
export { type BandShift, schenkNarrowing } from './schenkNarrowing.ts';
export { siliconGap } from './siliconGap.ts';
export {
  augerModels,
  densityModels,
  type LocalSilicon,
  mobilityModels,
  narrowingModels,
  type SiliconModels,
  siliconModels,
} from './siliconModels.ts';
export { freeElectronStates, siliconIntrinsicDensity, siliconStates } from './siliconStates.ts';
