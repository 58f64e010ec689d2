import type { Options } from 'yargs';
import { clearSkyModels } from '../src/energy/sky/clearSkyYear.ts';
import { heatModels } from '../src/energy/year/heatModel.ts';
import { textOption } from './textOption.ts';

/** Where the light comes from: options of every command that reads weather. */
export const weatherOptions = {
  weather: textOption(
    'weather',
    'A year of weather: an EPW, TMY3, TM2, PVGIS, NSRDB PSM file, or CSV with named columns',
  ),
  site: textOption('site', 'A year of weather that ships: greensboro or miami'),
  'clear-sky': { type: 'boolean', describe: 'A year without clouds, at --latitude, --longitude' },
  'clear-sky-model': textOption(
    'clear-sky-model',
    'Its light: by turbidity and altitude, or of the sun alone [default: ineichen]',
    { choices: clearSkyModels },
  ),
  latitude: textOption('latitude', 'Of the place, deg north; goes before what the file says'),
  longitude: textOption('longitude', 'Of the place, deg east; goes before what the file says'),
  altitude: textOption('altitude', 'Of the place, m; goes before what the file says'),
  'time-zone': textOption('time-zone', 'Standard time, h east of UTC [default: by the longitude]'),
  turbidity: textOption(
    'turbidity',
    'Of the clear sky, after Linke: one value, or twelve, by month [default: 3]',
  ),
  'air-temperature': textOption('air-temperature', 'Under the clear sky, degC [default: 20]'),
  'wind-speed': textOption('wind-speed', 'Under the clear sky, m/s [default: 1]'),
  'weather-format': textOption('weather-format', 'Of the file [default: told by its content]', {
    choices: ['tmy3', 'tm2', 'epw', 'pvgis', 'psm', 'csv'],
  }),
  missing: textOption('missing', 'Missing and impossible values [default: refuse]', {
    choices: ['refuse', 'fill'],
  }),
  decomposition: textOption(
    'decomposition',
    'Beam and diffuse light from global light [default: of the file, else erbs]',
    { choices: ['erbs', 'disc', 'dirint'] },
  ),
  'time-shift': textOption('time-shift', 'Added to every time of the file, min [default: 0]'),
  year: textOption('year', 'Calendar year that all hours are put into [default: of the file]'),
} satisfies Record<string, Options>;

/** How modules stand, and the light on them. */
export const planeOptions = {
  tracker: textOption('tracker', 'How modules are held [default: fixed]', {
    choices: ['fixed', 'single-axis', 'dual-axis'],
  }),
  tilt: textOption('tilt', 'From the horizontal, deg [default: the latitude]'),
  azimuth: textOption('azimuth', 'Clockwise from north, deg [default: toward the equator]'),
  'axis-tilt': textOption('axis-tilt', 'Of the tracker, deg [default: 0]'),
  'axis-azimuth': textOption('axis-azimuth', 'Of the tracker, deg [default: 180]'),
  'max-angle': textOption('max-angle', 'Greatest rotation to either side, deg [default: 60]'),
  backtracking: textOption('backtracking', 'Turn back in low sun [default: yes]', {
    choices: ['yes', 'no'],
  }),
  gcr: textOption('gcr', 'Rows: width of the modules over the distance of rows [default: 0.4]'),
  pitch: textOption('pitch', 'Rows: from row to row, m [default: 5]'),
  height: textOption('height', 'Rows: of the middle of the modules, m [default: 1.5]'),
  transposition: textOption('transposition', 'Light of the sky on the plane [default: perez]', {
    choices: ['perez', 'haydavies', 'isotropic'],
  }),
  albedo: textOption('albedo', 'Of the ground, 0 to 1 [default: of the weather, else 0.2]'),
  sun: textOption('sun', 'Its place in hours when it rises or sets [default: sunlit]', {
    choices: ['sunlit', 'mid-interval'],
  }),
  horizon: textOption('horizon', 'CSV file with azimuth_deg and elevation_deg'),
  'temperature-model': textOption('temperature-model', 'Of the cells [default: faiman]', {
    choices: heatModels,
  }),
  'faiman-u0': textOption('faiman-u0', 'Also of balance, W/(m2 K) [default: 25]'),
  'faiman-u1': textOption('faiman-u1', 'Also of balance, W s/(m3 K) [default: 6.84]'),
  'pvsyst-uc': textOption('pvsyst-uc', 'W/(m2 K) [default: 29]'),
  'pvsyst-uv': textOption('pvsyst-uv', 'W s/(m3 K) [default: 0]'),
  'sapm-mounting': textOption('sapm-mounting', 'Rack [default: open-rack-glass-glass]', {
    choices: [
      'open-rack-glass-glass',
      'close-mount-glass-glass',
      'open-rack-glass-polymer',
      'insulated-back-glass-polymer',
    ],
  }),
  noct: textOption('noct', 'Nominal operating cell temperature, degC [default: 45]'),
} satisfies Record<string, Options>;

/** Options of modules that stand in rows. */
export const rowNames: readonly string[] = ['gcr', 'pitch', 'height'];

/** Options of the temperature. */
export const heatNames: readonly string[] = Object.keys(planeOptions).slice(
  Object.keys(planeOptions).indexOf('temperature-model'),
);
