import type { Weather } from '../energy/weather/weather.ts';
import type { IrradianceOptions, IrradianceYear, Soiling } from '../energy/year/irradianceYear.ts';
import {
  type FieldSite,
  fieldSite,
  type LightSums,
  lightSums,
  type PlaneSettings,
  planeSettings,
} from './fieldSettings.ts';
import { localTime, short } from './hourText.ts';

/** Light and heat in one interval; units are in the names. null: not defined in that interval. */
export interface IrradianceHour {
  /** Beginning of the interval in the place's standard time. */
  readonly time: string;
  /** Instant at which the sun stands for the interval. */
  readonly sun_time: string;
  readonly ghi_W_m2: number;
  readonly dni_W_m2: number;
  readonly dhi_W_m2: number;
  readonly sun_zenith_deg: number;
  /** With refraction. */
  readonly sun_apparent_zenith_deg: number;
  readonly sun_azimuth_deg: number;
  readonly extraterrestrial_W_m2: number;
  readonly airmass: number | null;
  readonly tilt_deg: number | null;
  readonly azimuth_deg: number | null;
  readonly incidence_deg: number | null;
  readonly beam_W_m2: number;
  readonly sky_isotropic_W_m2: number;
  readonly sky_circumsolar_W_m2: number;
  readonly sky_horizon_W_m2: number;
  readonly ground_W_m2: number;
  readonly poa_W_m2: number;
  readonly effective_W_m2: number;
  readonly rear_W_m2: number;
  readonly air_temperature_C: number;
  readonly wind_speed_m_s: number;
  readonly cell_temperature_C: number;
}

/** Sums of a month, or of all. */
export interface IrradianceSums extends LightSums {
  readonly ghi_kWh_m2: number;
  readonly effective_kWh_m2: number;
  /** Weighted with the light on the plane, degC; null without light. */
  readonly cell_temperature_C: number | null;
}

/** What `solarcell irradiance FILE --format json` prints. */
export interface IrradianceDocument {
  readonly schema: 'solarcell.irradiance/1';
  readonly site: FieldSite;
  readonly settings: PlaneSettings & { readonly iam: string; readonly soiling: Soiling };
  readonly annual: IrradianceSums;
  readonly monthly: readonly (IrradianceSums & { readonly month: number })[];
  readonly hours: readonly IrradianceHour[];
  readonly provenance: { readonly version: string };
}

/**
 * Light and heat of a plane with all that is needed to repeat it.
 *
 * @param year result of `irradianceYear`
 * @param weather,options what it was called with
 * @param iam name of the modifier
 * @param version of solarcell
 */
export function irradianceDocument(
  year: IrradianceYear,
  weather: Weather,
  options: IrradianceOptions,
  iam: string,
  version: string,
): IrradianceDocument {
  const months = [...new Set(weather.month)].sort((a, b) => a - b);
  return {
    schema: 'solarcell.irradiance/1',
    site: fieldSite(weather),
    settings: { ...planeSettings(weather, options), iam, soiling: options.soiling ?? 0 },
    annual: sumsOf(year, weather, () => true),
    monthly: months.map((month) => ({
      month,
      ...sumsOf(year, weather, (i) => weather.month[i] === month),
    })),
    hours: hoursOf(year, weather),
    provenance: { version },
  };
}

function sumsOf(
  { light, effective, cellTemperature }: IrradianceYear,
  weather: Weather,
  counts: (interval: number) => boolean,
): IrradianceSums {
  const chosen = (values: Float64Array) => values.filter((_, i) => counts(i));
  const kilo = weather.interval / 3.6e6;
  const sum = (values: Float64Array) =>
    values.reduce((total, value, i) => (counts(i) ? total + value : total), 0);
  const parts = Object.fromEntries(
    Object.entries(light).map(([name, values]) => [name, chosen(values)]),
  ) as unknown as typeof light;
  const front = sum(light.front);
  return {
    ghi_kWh_m2: sum(weather.ghi) * kilo,
    ...lightSums(parts, weather.interval),
    effective_kWh_m2: sum(effective) * kilo,
    cell_temperature_C:
      front > 0 ? sum(light.front.map((value, i) => value * cellTemperature[i]!)) / front : null,
  };
}

const known = (value: number) => (Number.isNaN(value) ? null : short(value));

function hoursOf(
  { light, effective, cellTemperature }: IrradianceYear,
  weather: Weather,
): IrradianceHour[] {
  const zone = weather.place.timeZone;
  return Array.from(light.front, (poa, i) => ({
    time: localTime(weather.start[i]!, zone),
    sun_time: localTime(light.time[i]!, zone),
    ghi_W_m2: short(weather.ghi[i]!),
    dni_W_m2: short(weather.dni[i]!),
    dhi_W_m2: short(weather.dhi[i]!),
    sun_zenith_deg: short(light.zenith[i]!),
    sun_apparent_zenith_deg: short(light.apparentZenith[i]!),
    sun_azimuth_deg: short(light.sunAzimuth[i]!),
    extraterrestrial_W_m2: short(light.extraterrestrial[i]!),
    airmass: known(light.airmass[i]!),
    tilt_deg: known(light.tilt[i]!),
    azimuth_deg: known(light.azimuth[i]!),
    incidence_deg: known(light.incidence[i]!),
    beam_W_m2: short(light.beam[i]!),
    sky_isotropic_W_m2: short(light.isotropic[i]!),
    sky_circumsolar_W_m2: short(light.circumsolar[i]!),
    sky_horizon_W_m2: short(light.horizon[i]!),
    ground_W_m2: short(light.ground[i]!),
    poa_W_m2: short(poa),
    effective_W_m2: short(effective[i]!),
    rear_W_m2: short(light.rear[i]!),
    air_temperature_C: short(weather.airTemperature[i]!),
    wind_speed_m_s: short(weather.windSpeed[i]!),
    cell_temperature_C: short(cellTemperature[i]!),
  }));
}
