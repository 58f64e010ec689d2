import type { IncidenceModifier } from '../plane/incidenceModifier.ts';
import type { FixedMounting } from '../plane/mounting.ts';
import type { PlaneOptions } from '../plane/planeOfArray.ts';
import { faiman } from '../temperature/cellTemperature.ts';
import type { Weather } from '../weather/weather.ts';
import { type ClimateProfile, profileOfWeather } from './climateProfile.ts';
import { type RatingPoint, ratedPower } from './ratingMatrix.ts';

/** A module in a climate profile. */
export interface ProfileRatingOptions {
  /**
   * Reflection at an angle: losses coefficient of Martin and Ruiz, as the standard takes it (0.16
   * when left out), or any modifier, then meant over the sky and the ground.
   */
  readonly angle?: number | IncidenceModifier;
  /** Spectral factor of each interval; 1 when left out. */
  readonly spectralFactor?: ArrayLike<number>;
  /** Of IEC 61853-2, W/(m2 K); 25 when left out. */
  readonly u0?: number;
  /** Of IEC 61853-2, W s/(m3 K); 6.84 when left out. */
  readonly u1?: number;
}

/** A module in weather. */
export interface ClimateRatingOptions extends ProfileRatingOptions {
  /** Fixed; 20 deg toward the equator is the standard's. */
  readonly mounting: FixedMounting;
  readonly plane?: PlaneOptions;
}

/** Energy rating of a module in a climate. */
export interface ClimateRating {
  /** Climate-specific energy rating: energy over rated power, over the light in hours at 1000 W/m2. */
  readonly cser: number;
  /** Light on the plane. */
  readonly poa_kWh_m2: number;
  /** Of it, what the angle leaves. */
  readonly corrected_kWh_m2: number;
  readonly energy_kWh_m2: number;
  readonly energy_kWh_kWp: number;
  /** Of the module, weighted with the light, degC. */
  readonly temperature_C: number;
  /** Factors whose product is the rating. */
  readonly factors: {
    readonly angle: number;
    readonly spectrum: number;
    /** Efficiency at 25 degC in the light as it is, over the rated one. */
    readonly low_light: number;
    readonly temperature: number;
  };
}

/** Angular losses of clean glass, after Martin and Ruiz. */
const usualLosses = 0.16;

/**
 * Climate-specific energy rating of IEC 61853-3 from a module's matrix, in any weather.
 *
 * The steps of the standard, interval by interval: beam and diffuse light less what is lost at an
 * angle, module temperature by Faiman of that light, spectral factor, efficiency by the matrix.
 *
 * @param matrix as `ratingMatrix` returns it, or as measured; with a point at 1000 W/m2 and 25 degC
 * @param weather as `loadWeather` or `clearSkyYear` gives it
 * @param options how the module stands
 * @throws RangeError for a matrix without the standard test conditions, weather without light
 * @see IEC 61853-3:2018; M. Vogt et al., IEEE J. Photovolt. 12, 844 (2022),
 *   doi:10.1109/JPHOTOV.2021.3135258, on what the standard leaves open
 * @example climateRating(ratingMatrix(cell), weather,
 *   { mounting: { kind: 'fixed', tilt: 20, azimuth: 180 } }).cser
 */
export function climateRating(
  matrix: readonly RatingPoint[],
  weather: Weather,
  options: ClimateRatingOptions,
): ClimateRating {
  const { mounting, plane, ...module } = options;
  return profileRating(matrix, profileOfWeather(weather, mounting, plane), module);
}

/**
 * The same in a profile: one of the standard's own, or any other.
 *
 * @param matrix with a point at 1000 W/m2 and 25 degC
 * @param profile as `loadClimateProfile` gives it
 * @param options of the module; its spectral factor by `bandFactors`
 * @throws RangeError for a matrix without the standard test conditions, a profile without light
 * @example profileRating(ratingMatrix(cell), profile,
 *   { spectralFactor: bandFactors(profile.bands, response, am15g) }).cser
 */
export function profileRating(
  matrix: readonly RatingPoint[],
  profile: ClimateProfile,
  options: ProfileRatingOptions = {},
): ClimateRating {
  const standard = matrix.find((p) => p.irradiance_W_m2 === 1000 && p.temperature_C === 25);
  if (standard === undefined) throw new RangeError('the matrix has no point at 1000 W/m2, 25 degC');
  const { angle = usualLosses, u0, u1, spectralFactor } = options;
  const { front, airTemperature, windSpeed, interval } = profile;
  const corrected = profile.corrected(angle);
  const power = ratedPower(matrix);
  const warmed = faiman(u0, u1);
  const sums = { poa: 0, corrected: 0, counted: 0, cool: 0, energy: 0, heat: 0 };
  for (let i = 0; i < corrected.length; i++) {
    const temperature = warmed(corrected[i]!, airTemperature[i]!, windSpeed[i]!);
    const counted = corrected[i]! * (spectralFactor?.[i] ?? 1);
    sums.poa += front[i]!;
    sums.corrected += corrected[i]!;
    sums.counted += counted;
    sums.cool += power(counted, 25);
    sums.energy += power(counted, temperature);
    sums.heat += front[i]! * temperature;
  }
  if (!(sums.poa > 0)) throw new RangeError('no light falls on the plane');
  const kilo = interval / 3.6e6;
  const rated = standard.pmax_W_m2;
  return {
    cser: (sums.energy * 1000) / (rated * sums.poa),
    poa_kWh_m2: sums.poa * kilo,
    corrected_kWh_m2: sums.corrected * kilo,
    energy_kWh_m2: sums.energy * kilo,
    energy_kWh_kWp: (sums.energy * interval) / 3600 / rated,
    temperature_C: sums.heat / sums.poa,
    factors: {
      angle: sums.corrected / sums.poa,
      spectrum: sums.counted / sums.corrected,
      low_light: (sums.cool * 1000) / (rated * sums.counted),
      temperature: sums.energy / sums.cool,
    },
  };
}
