import type { Weather } from '../energy/weather/weather.ts';
import type { YearComparison } from '../energy/year/compareYear.ts';
import { localTime, short } from './hourText.ts';
import type { RowColumn, RowHead, RowValue } from './rows/rowHead.ts';
import type { YearDocument } from './yearDocument.ts';

const number = (name: string): RowColumn => ({ name, kind: 'number' });
const text = (name: string): RowColumn => ({ name, kind: 'text' });

/** Columns of the hours of a year, in order: units are in the names. */
const columns: readonly RowColumn[] = [
  text('cell'),
  // Beginning of the interval in the place's standard time.
  text('time'),
  number('ghi_W_m2'),
  number('dni_W_m2'),
  number('dhi_W_m2'),
  // With refraction.
  number('sun_zenith_deg'),
  number('sun_azimuth_deg'),
  number('poa_W_m2'),
  // What counts of it like light at normal incidence.
  number('effective_W_m2'),
  // Current in the hour's spectrum over that in as much light of the rated one.
  number('spectral_factor'),
  number('rear_W_m2'),
  number('air_temperature_C'),
  number('wind_speed_m_s'),
  number('cell_temperature_C'),
  number('power_W_m2'),
];

/**
 * Head of a file of the hours of a year: what they hold and how they were made.
 *
 * @param document of the same year
 */
export function yearHoursHead({ site, settings, provenance }: YearDocument): RowHead {
  return { schema: 'solarcell.hours/1', columns, metadata: { site, settings, provenance } };
}

/**
 * Every interval of every cell, one after the other: cell by cell, each in the order of time.
 *
 * @param comparison result of `compareYear`
 * @param weather what it was called with
 */
export function* yearHours(
  { results, light }: YearComparison,
  weather: Weather,
): Generator<readonly RowValue[]> {
  const { ghi, dni, dhi, airTemperature, windSpeed, place } = weather;
  const stamps = Array.from(weather.start, (t) => localTime(t, place.timeZone));
  for (const { cell, hours, power } of results) {
    for (let i = 0; i < power.length; i++) {
      yield [
        cell,
        stamps[i]!,
        short(ghi[i]!),
        short(dni[i]!),
        short(dhi[i]!),
        short(light.apparentZenith[i]!),
        short(light.sunAzimuth[i]!),
        short(hours.front[i]!),
        short(hours.effective[i]!),
        short(hours.spectral?.[i] ?? 1),
        short(hours.rear?.[i] ?? 0),
        short(airTemperature[i]!),
        short(windSpeed[i]!),
        short(hours.temperature[i]!),
        short(power[i]!),
      ];
    }
  }
}
