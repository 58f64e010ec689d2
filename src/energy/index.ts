export {
  type Comparison,
  type ComparisonOptions,
  type ComparisonRow,
  compareCells,
} from './compareCells.ts';
export { type OperatingMap, operatingMap, profileEnergy } from './operatingMap.ts';
export { parseProfile } from './parseProfile.ts';
export { insolation, type Profile } from './profile.ts';
