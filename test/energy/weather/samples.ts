import { ineichen } from '../../../src/energy/sky/clearSky.ts';
import { sunPosition } from '../../../src/energy/sun/sunPosition.ts';
import { closure } from '../../../src/energy/weather/closure.ts';
import type { Weather } from '../../../src/energy/weather/weather.ts';
import { relativeAirmass } from '../../../src/light/airmass.ts';

/** Days of clear sky at 45 N 8 E from 1 June 2021, as rows of each format. */
export const place = { latitude: 45, longitude: 8, altitude: 250, timeZone: 1 };

export interface SampleHour {
  readonly month: number;
  readonly day: number;
  /** Beginning of the hour, standard time. */
  readonly hour: number;
  readonly ghi: number;
  readonly dni: number;
  readonly dhi: number;
  readonly temperature: number;
}

/** Hours of the light of a clear sky, whole W/m2. */
export function sampleHours(days: number, first = Date.UTC(2021, 0, 1)): SampleHour[] {
  return Array.from({ length: 24 * days }, (_, k) => {
    const local = first + k * 3_600_000;
    const { apparentZenith } = sunPosition([local - 3_600_000 + 1_800_000], place);
    const light = ineichen(apparentZenith[0]!, relativeAirmass(apparentZenith[0]!), 3, 250, 1361);
    const date = new Date(local);
    return {
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      ghi: Math.round(light.ghi),
      dni: Math.round(light.dni),
      dhi: Math.round(light.dhi),
      temperature: 15 + (k % 24) / 2,
    };
  });
}

const two = (value: number) => String(value).padStart(2, '0');

/** CSV with named columns; stamps at the beginning of the hour. */
export function namedCsv(hours: readonly SampleHour[]): string {
  const head = '# latitude: 45\n# longitude: 8\n# altitude: 250\n# time_zone: 1\n';
  const rows = hours.map(
    (h) =>
      `2021-${two(h.month)}-${two(h.day)}T${two(h.hour)}:00,${h.ghi},${h.dni},${h.dhi},${h.temperature},2.5`,
  );
  return `${head}time,ghi,dni,dhi,temp_air,wind_speed\n${rows.join('\n')}\n`;
}

/** PSM with its head; stamps in the middle. */
export function psm(hours: readonly SampleHour[]): string {
  const head =
    'Source,Location ID,Latitude,Longitude,Time Zone,Elevation,Local Time Zone\nNSRDB,1,45,8,1,250,1\n';
  const rows = hours.map(
    (h) => `2021,${h.month},${h.day},${h.hour},30,${h.temperature},${h.dhi},${h.dni},${h.ghi},2.5`,
  );
  return `${head}Year,Month,Day,Hour,Minute,Temperature,DHI,DNI,GHI,Wind Speed\n${rows.join('\n')}\n`;
}

/** EPW with the usual head; hours end. */
export function epw(hours: readonly SampleHour[]): string {
  const head =
    'LOCATION,Novara,-,ITA,sample,0,45,8,1,250\nDESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\nHOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\nCOMMENTS 1,made\nCOMMENTS 2,made\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n';
  const rows = hours.map(
    (h) =>
      `2021,${h.month},${h.day},${h.hour + 1},60,?0,${h.temperature},5,60,98000,0,0,300,${h.ghi},${h.dni},${h.dhi},0,0,0,0,180,2.5,0,0,9,9,0,0,12,0.1,0,0,0.18,0,0`,
  );
  return `${head}${rows.join('\n')}\n`;
}

/** EPW as PVGIS writes it: hour 1 is 00:00 UTC, whatever zone the head claims. */
export function pvgisEpw(hours: readonly SampleHour[]): string {
  return epw(hours)
    .replace(',ITA,sample,0,', ',unknown,ECMWF/ERA,unknown,')
    .replace('HOLIDAYS/DAYLIGHT SAVINGS', 'HOLIDAYS/DAYLIGHT SAVING')
    .replace('COMMENTS 2,made', 'COMMENTS 2,Irradiance Time Offset (h): -0.5')
    .replace(/^(\d+,\d+,\d+,\d+),60,/gm, '$1,0,');
}

/** TMY3; hours end, 24:00 at midnight. */
export function tmy3(hours: readonly SampleHour[]): string {
  const head = '1,"NOVARA",XX,1.0,45,8,250\n';
  const names =
    'Date (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),DNI (W/m^2),DHI (W/m^2),Dry-bulb (C),Wspd (m/s)\n';
  const rows = hours.map(
    (h) =>
      `${two(h.month)}/${two(h.day)}/2021,${two(h.hour + 1)}:00,${h.ghi},${h.dni},${h.dhi},${h.temperature},2.5`,
  );
  return `${head}${names}${rows.join('\n')}\n`;
}

/** TM2 in its fixed columns. */
export function tm2(hours: readonly SampleHour[]): string {
  const four = (value: number) => String(Math.max(0, Math.round(value))).padStart(4, '0');
  const rows = hours.map((h) => {
    const light = `${four(0)}${four(0)}${four(h.ghi)}A7${four(h.dni)}A7${four(h.dhi)}A7`;
    const start = ` 62${two(h.month)}${two(h.day)}${two(h.hour + 1)}${light}`.padEnd(67, '0');
    const air = `${four(10 * h.temperature)}A70050A7060A70980A7180A7025A7`;
    return `${start}${air}`.padEnd(140, '0');
  });
  const head = ' 12839 NOVARA                 XX   1 N 45  0 E   8  0   250';
  return `${head}\n${rows.join('\n')}\n`;
}

/** PVGIS as CSV with its head; instants by UTC, half an hour before the stamp: the sample's middles. */
export function pvgis(hours: readonly SampleHour[]): string {
  const head =
    'Latitude (decimal degrees): 45.000\nLongitude (decimal degrees): 8.000\nElevation (m): 250.0\nIrradiance Time Offset (h): -0.5\n';
  const rows = hours.map(
    (h) =>
      `2021${two(h.month)}${two(h.day)}:${two(h.hour)}00,${h.temperature},60,${h.ghi},${h.dni},${h.dhi},300,2.5,180,98000`,
  );
  return `${head}time(UTC),T2m,RH,G(h),Gb(n),Gd(h),IR(h),WS10m,WD10m,SP\n${rows.join('\n')}\n\nT2m: 2-m air temperature (degree Celsius)\n`;
}

/** PVGIS as JSON. */
export function pvgisJson(hours: readonly SampleHour[]): string {
  const location = { latitude: 45, longitude: 8, elevation: 250, irradiance_time_offset: -0.5 };
  const tmy = hours.map((h) => ({
    'time(UTC)': `2021${two(h.month)}${two(h.day)}:${two(h.hour)}00`,
    T2m: h.temperature,
    'G(h)': h.ghi,
    'Gb(n)': h.dni,
    'Gd(h)': h.dhi,
    WS10m: 2.5,
  }));
  return JSON.stringify({ inputs: { location }, outputs: { tmy_hourly: tmy } });
}

/** Closure of weather, W/m2. */
export const closureRms = (weather: Weather): number => closure(weather).rms;
