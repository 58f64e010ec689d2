import type { FieldSite, LightSums, PlaneSettings } from './fieldSettings.ts';

/** Names of the months, January first. */
export const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** The place and its weather: name and text of each line. */
export function siteLines(site: FieldSite): (readonly [string, string])[] {
  const north = `${Math.abs(site.latitude_deg).toFixed(2)}° ${site.latitude_deg < 0 ? 'S' : 'N'}`;
  const east = `${Math.abs(site.longitude_deg).toFixed(2)}° ${site.longitude_deg < 0 ? 'W' : 'E'}`;
  const zone = `UTC${site.time_zone_h < 0 ? '' : '+'}${site.time_zone_h}`;
  const hours = site.intervals * site.interval_h;
  return [
    ['Site', `${site.name}, ${north} ${east}, ${site.altitude_m} m, ${zone}`],
    [
      'Weather',
      `${site.format}, ${hours} h; ${site.ghi_kWh_m2.toFixed(0)} kWh/m2 on the level, ` +
        `${site.air_temperature_C.toFixed(1)} °C in the light`,
    ],
  ];
}

/** How modules stand and what light they get. */
export function planeText(settings: PlaneSettings, light: LightSums): string {
  const share = (part: number) => `${((100 * part) / light.poa_kWh_m2).toFixed(0)} %`;
  const parts = `beam ${share(light.beam_kWh_m2)}, sky ${share(light.sky_kWh_m2)}, ground ${share(light.ground_kWh_m2)}`;
  return `${mountingText(settings)}: ${light.poa_kWh_m2.toFixed(0)} kWh/m2 (${parts})`;
}

function mountingText({ mounting, rows, transposition }: PlaneSettings): string {
  const how =
    mounting.tracker === 'fixed'
      ? `tilt ${mounting.tilt_deg}°, azimuth ${mounting.azimuth_deg}°`
      : mounting.tracker === 'single-axis'
        ? `single-axis tracker, axis azimuth ${mounting.axis_azimuth_deg}°`
        : 'dual-axis tracker';
  const inRows = rows === undefined ? '' : `, rows with gcr ${rows.gcr}`;
  return `${how}${inRows}, ${transposition} sky`;
}

/** Model of the temperature and its coefficients. */
export function heatText({ temperature }: Pick<PlaneSettings, 'temperature'>): string {
  return ['temperature', ...Object.values(temperature)].join(' ');
}
