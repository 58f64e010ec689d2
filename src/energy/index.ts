/**
 * Weather, sun, light on a plane, temperatures, years, and why cells differ.
 *
 * @module solarcell/energy
 */

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
  type KnownSums,
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
export { type CellOfBothSides, type KnownCell, solveHours } from './field/solveHours.ts';
export {
  type CellAtTemperature,
  type OperatingMap,
  type OperatingRange,
  operatingMap,
  type PowerAtIrradiance,
  profileEnergy,
} from './operatingMap.ts';
export { parseProfile } from './parseProfile.ts';
export {
  type DiffuseModifiers,
  diffuseModifiers,
  martinRuizDiffuse,
} from './plane/diffuseModifiers.ts';
export { effectiveLight, effectiveRear } from './plane/effective.ts';
export { type Horizon, horizonAt, horizonOf, openSky } from './plane/horizon.ts';
export { cosIncidence } from './plane/incidence.ts';
export {
  ashraeModifier,
  type IncidenceModifier,
  type ModifierGlass,
  martinRuizModifier,
  physicalModifier,
} from './plane/incidenceModifier.ts';
export type {
  DualAxisMounting,
  FixedMounting,
  Mounting,
  Rows,
  SingleAxisMounting,
} from './plane/mounting.ts';
export { parseHorizon } from './plane/parseHorizon.ts';
export {
  type PlaneLight,
  type PlaneOptions,
  planeOfArray,
  type SkyHours,
  type SunRule,
  sunRules,
} from './plane/planeOfArray.ts';
export { groundToSky, rowToGround, rowToSky } from './plane/rowView.ts';
export { type SkyModel, skyModels } from './plane/skyLight.ts';
export { type SingleAxis, trackerPlane, trackerRotation } from './plane/tracker.ts';
export { insolation, type Profile } from './profile.ts';
export { bandFactors, bandMeans, type SpectralBands } from './rating/bandFactors.ts';
export type { ClimateProfile } from './rating/climateProfile.ts';
export {
  type ClimateRating,
  type ClimateRatingOptions,
  climateRating,
  type ProfileRatingOptions,
  profileRating,
} from './rating/climateRating.ts';
export { parseClimateProfile } from './rating/parseClimateProfile.ts';
export { type RatingPoint, ratedPower, ratingMatrix } from './rating/ratingMatrix.ts';
export { haurwitz, ineichen, type SkyIrradiance } from './sky/clearSky.ts';
export {
  type ClearSkyModel,
  type ClearSkyOptions,
  clearSkyModels,
  clearSkyYear,
} from './sky/clearSkyYear.ts';
export { clearnessIndex, type DiscBeam, disc, erbs } from './sky/decompose.ts';
export { type DirintHours, dirint } from './sky/dirint.ts';
export { type LinkeTurbidity, turbidityByDay } from './sky/linkeTurbidity.ts';
export { precipitableWater, relativeHumidity } from './sky/precipitableWater.ts';
export { type Decomposition, decompositions, splitLight } from './sky/splitLight.ts';
export { deltaT } from './sun/deltaT.ts';
export { dayOfYear, extraterrestrial } from './sun/extraterrestrial.ts';
export { riseAndSet, type SunTimes } from './sun/riseAndSet.ts';
export { sunlitMiddle } from './sun/sunlit.ts';
export {
  type SunOptions,
  type SunPlace,
  type SunPosition,
  sunPosition,
} from './sun/sunPosition.ts';
export {
  type CellTemperature,
  faiman,
  type NoctHeat,
  noctTemperature,
  type PvsystHeat,
  pvsystTemperature,
  sapmMountings,
  sapmTemperature,
} from './temperature/cellTemperature.ts';
export {
  energyBalance,
  faimanHeatLoss,
  type HeatLoss,
  type HeatSource,
} from './temperature/energyBalance.ts';
export { parseWeather, type WeatherOptions } from './weather/parseWeather.ts';
export type { FileFormat } from './weather/recogniseWeather.ts';
export {
  type Place,
  type Weather,
  type WeatherFormat,
  type WeatherNote,
  weatherFormats,
} from './weather/weather.ts';
export {
  type AnnualFigures,
  compareYear,
  type MonthlyFigures,
  type YearComparison,
  type YearGain,
  type YearInverter,
  type YearOptions,
  type YearResult,
} from './year/compareYear.ts';
export { datasheetModule } from './year/datasheetModule.ts';
export { type CellModel, cellModels, type FieldCell, type FieldPower } from './year/fieldCell.ts';
export { type HeatModel, type HeatSettings, heatModels } from './year/heatModel.ts';
export {
  type IrradianceOptions,
  type IrradianceYear,
  irradianceYear,
  type Soiling,
} from './year/irradianceYear.ts';
export { bifacialityOf, litCell, type PowerInLight } from './year/litCell.ts';
export { type SimulatedCellOptions, simulatedCell } from './year/simulatedCell.ts';
export { spectralFactors } from './year/spectralFactors.ts';
