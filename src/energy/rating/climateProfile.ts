import { diffuseModifiers, martinRuizDiffuse } from '../plane/diffuseModifiers.ts';
import { effectiveLight } from '../plane/effective.ts';
import { type IncidenceModifier, martinRuizModifier } from '../plane/incidenceModifier.ts';
import type { FixedMounting } from '../plane/mounting.ts';
import { type PlaneOptions, planeOfArray } from '../plane/planeOfArray.ts';
import type { Weather } from '../weather/weather.ts';
import type { SpectralBands } from './bandFactors.ts';

/** A year of light on a fixed plane and of the air around it, as a module is rated in: an entry an hour. */
export interface ClimateProfile {
  readonly name: string;
  /** Length of an interval, s. */
  readonly interval: number;
  /** Global light on the plane, W/m2. */
  readonly front: Float64Array;
  readonly airTemperature: Float64Array;
  readonly windSpeed: Float64Array;
  /** Of the light on the plane, where it is known. */
  readonly bands?: SpectralBands;
  /**
   * Light less what is lost at an angle, W/m2.
   *
   * @param angle losses coefficient of Martin and Ruiz, or a modifier, meant over the sky too
   */
  corrected(angle: number | IncidenceModifier): Float64Array;
}

/** Direct and diffuse light on a plane. */
export interface PlaneParts {
  /** Tilt of the plane, deg. */
  readonly tilt: number;
  readonly front: Float64Array;
  /** W/m2. */
  readonly beam: Float64Array;
  /** deg. */
  readonly incidence: Float64Array;
}

/** Light less what is lost at an angle, by the modifiers of IEC 61853-3: one of the beam, one of the rest. */
export function correctedParts(
  { tilt, front, beam, incidence }: PlaneParts,
  angle: number | IncidenceModifier,
): Float64Array {
  const isModel = typeof angle === 'number';
  const direct = isModel ? martinRuizModifier(angle) : angle;
  const { sky } = isModel ? martinRuizDiffuse(tilt, angle) : diffuseModifiers(angle, tilt);
  return front.map((light, i) => {
    const onBeam = beam[i]! > 0 ? beam[i]! * direct(incidence[i]!) : 0;
    return onBeam + (light - beam[i]!) * sky;
  });
}

/**
 * The light of any weather on a plane, for a rating.
 *
 * @param weather as `loadWeather` or `clearSkyYear` gives it
 * @param mounting fixed; 20 deg toward the equator is the standard's
 * @param plane sky, sun, ground, horizon
 */
export function profileOfWeather(
  weather: Weather,
  mounting: FixedMounting,
  plane?: PlaneOptions,
): ClimateProfile {
  const light = planeOfArray(weather, mounting, plane);
  const { front, beam, incidence } = light;
  return {
    name: weather.name,
    interval: weather.interval,
    front,
    airTemperature: weather.airTemperature,
    windSpeed: weather.windSpeed,
    corrected: (angle) =>
      typeof angle === 'function'
        ? effectiveLight(light, angle)
        : correctedParts({ tilt: mounting.tilt, front, beam, incidence }, angle),
  };
}
