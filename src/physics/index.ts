/**
 * Constants and the laws of silicon.
 *
 * @module solarcell/physics
 */

export * from './auger.ts';
export { type Barrier, barrierTransmission, thermalTransmission } from './barrierTransmission.ts';
export * from './constants.ts';
export { erfc } from './erfc.ts';
export { degeneracyFactor, fermiDiracHalf } from './fermiDirac.ts';
export type { InjectedSilicon } from './injectedSilicon.ts';
export { type BoundDopants, boundDopants, ionisationModels, neutralDopants } from './ionisation.ts';
export { klaassenMobility, type Mobility } from './klaassenMobility.ts';
export { radiativeModels, trupkeCoefficient, type WaferEmission } from './radiativeCoefficient.ts';
export {
  type RelativeEmission,
  relativeEmission,
  screeningModels,
} from './radiativeScreening.ts';
export { dopingFromResistivity } from './resistivity.ts';
export { type BandShift, schenkNarrowing } from './schenkNarrowing.ts';
export { siliconGap } from './siliconGap.ts';
export {
  augerModels,
  densityModels,
  gapModels,
  type LocalSilicon,
  mobilityModels,
  narrowingModels,
  type SiliconModels,
  siliconModels,
} from './siliconModels.ts';
export { freeElectronStates, siliconIntrinsicDensity, siliconStates } from './siliconStates.ts';
export { thurmondGap } from './thurmondGap.ts';
export {
  type FieldEnhancement,
  trapAssistedTunnelling,
  tunnellingModels,
} from './trapAssistedTunnelling.ts';
