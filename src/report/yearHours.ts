import type { Weather } from '../energy/weather/weather.ts';
import type { YearComparison } from '../energy/year/compareYear.ts';
import { localTime, short } from './hourText.ts';

/** One cell in one interval of a year; units are in the names. */
export interface YearHour {
  readonly cell: string;
  /** Beginning of the interval in the place's standard time. */
  readonly time: string;
  readonly ghi_W_m2: number;
  readonly dni_W_m2: number;
  readonly dhi_W_m2: number;
  /** With refraction. */
  readonly sun_zenith_deg: number;
  readonly sun_azimuth_deg: number;
  readonly poa_W_m2: number;
  /** What counts of it like light at normal incidence. */
  readonly effective_W_m2: number;
  readonly rear_W_m2: number;
  readonly air_temperature_C: number;
  readonly wind_speed_m_s: number;
  readonly cell_temperature_C: number;
  readonly power_W_m2: number;
}

/** Names of the columns, in order. */
export const yearHourColumns = [
  'cell',
  'time',
  'ghi_W_m2',
  'dni_W_m2',
  'dhi_W_m2',
  'sun_zenith_deg',
  'sun_azimuth_deg',
  'poa_W_m2',
  'effective_W_m2',
  'rear_W_m2',
  'air_temperature_C',
  'wind_speed_m_s',
  'cell_temperature_C',
  'power_W_m2',
] as const satisfies readonly (keyof YearHour)[];

/**
 * Every interval of every cell, one after the other: cell by cell, each in the order of time.
 *
 * @param comparison result of `compareYear`
 * @param weather what it was called with
 */
export function* yearHours(
  { results, light }: YearComparison,
  weather: Weather,
): Generator<YearHour> {
  const stamps = Array.from(weather.start, (t) => localTime(t, weather.place.timeZone));
  for (const { cell, hours, power } of results) {
    for (let i = 0; i < power.length; i++) {
      yield {
        cell,
        time: stamps[i]!,
        ghi_W_m2: short(weather.ghi[i]!),
        dni_W_m2: short(weather.dni[i]!),
        dhi_W_m2: short(weather.dhi[i]!),
        sun_zenith_deg: short(light.apparentZenith[i]!),
        sun_azimuth_deg: short(light.sunAzimuth[i]!),
        poa_W_m2: short(hours.front[i]!),
        effective_W_m2: short(hours.effective[i]!),
        rear_W_m2: short(hours.rear?.[i] ?? 0),
        air_temperature_C: short(weather.airTemperature[i]!),
        wind_speed_m_s: short(weather.windSpeed[i]!),
        cell_temperature_C: short(hours.temperature[i]!),
        power_W_m2: short(power[i]!),
      };
    }
  }
}
