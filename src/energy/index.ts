export {
  type Comparison,
  type ComparisonOptions,
  type ComparisonRow,
  compareCells,
} from './compareCells.ts';
export {
  type Cause,
  causeNames,
  type EnergyFactors,
  energyFactors,
  gainCauses,
  type MappedCell,
} from './field/causes.ts';
export { type CellMap, cellMap } from './field/cellMap.ts';
export { type FieldHours, fieldRange } from './field/fieldHours.ts';
export {
  type EnergyFigures,
  type FieldYield,
  fieldYield,
  type HourlyPower,
  type MonthFigures,
} from './field/fieldYield.ts';
export { type PvModule, parseModules } from './field/parseModules.ts';
export { type Inverter, pvWattsAc, pvWattsDc, type RatedModule } from './field/pvWatts.ts';
export { type RatingPoint, ratedPower, ratingMatrix } from './field/ratingMatrix.ts';
export { solveHours } from './field/solveHours.ts';
export { type OperatingMap, operatingMap, profileEnergy } from './operatingMap.ts';
export { parseProfile } from './parseProfile.ts';
export { insolation, type Profile } from './profile.ts';
export {
  pressureOfAltitude,
  relativeAirmass,
  relativeAirmass1966,
  standardPressure,
} from './sun/airmass.ts';
export { deltaT } from './sun/deltaT.ts';
export { extraterrestrial } from './sun/extraterrestrial.ts';
export { riseAndSet, type SunTimes } from './sun/riseAndSet.ts';
export { sunlitMiddle } from './sun/sunlit.ts';
export {
  type SunOptions,
  type SunPlace,
  type SunPosition,
  sunPosition,
} from './sun/sunPosition.ts';
