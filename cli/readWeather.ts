import { UsageError } from '../src/cell/errors.ts';
import { type ClearSkyModel, clearSkyYear } from '../src/energy/sky/clearSkyYear.ts';
import type { Decomposition } from '../src/energy/sky/splitLight.ts';
import { solarZone } from '../src/energy/sun/solarZone.ts';
import type { MissingRule } from '../src/energy/weather/fillColumns.ts';
import type { FileFormat } from '../src/energy/weather/recogniseWeather.ts';
import { weatherYears } from '../src/energy/weather/rowReader.ts';
import type { Place, Weather } from '../src/energy/weather/weather.ts';
import { shippedNames } from '../src/node/dataFiles.ts';
import { weatherFiles } from '../src/node/dataKinds.ts';
import { loadWeather } from '../src/node/loadWeather.ts';
import type { AxisKind } from '../src/sweep/axis.ts';
import { weatherOptions } from './fieldOptions.ts';
import { byMonth, oneValue } from './oneValue.ts';
import { firstGiven, refuseBoth, refuseContradictions } from './refuseContradictions.ts';
import { tell } from './talk.ts';

/** Arguments of `weatherOptions`. */
export interface WeatherArguments {
  readonly weather?: string;
  readonly site?: string;
  readonly 'clear-sky'?: boolean;
  readonly 'clear-sky-model'?: ClearSkyModel;
  readonly latitude?: string;
  readonly longitude?: string;
  readonly altitude?: string;
  readonly 'time-zone'?: string;
  readonly turbidity?: string;
  readonly 'air-temperature'?: string;
  readonly 'wind-speed'?: string;
  readonly 'weather-format'?: FileFormat;
  readonly missing?: MissingRule;
  readonly decomposition?: Decomposition;
  readonly 'time-shift'?: string;
  readonly year?: string;
}

const sources = ['weather', 'site', 'clear-sky'] as const;
const placeNames = ['latitude', 'longitude', 'altitude', 'time-zone'] as const;

/** Numbers among them: unit and bounds. */
export const weatherNumbers = {
  latitude: { name: '--latitude', unit: 'deg', min: -90, max: 90 },
  longitude: { name: '--longitude', unit: 'deg', min: -180, max: 360 },
  altitude: { name: '--altitude', unit: 'm', min: -430, max: 9000 },
  'time-zone': { name: '--time-zone', unit: 'h', min: -12, max: 14 },
  turbidity: { name: '--turbidity', unit: '', min: 1, max: 15 },
  'air-temperature': { name: '--air-temperature', unit: 'degC', min: -90, max: 60 },
  'wind-speed': { name: '--wind-speed', unit: 'm/s', min: 0, max: 50 },
  'time-shift': { name: '--time-shift', unit: 'min', min: -1440, max: 1440 },
  year: { name: '--year', unit: '', min: weatherYears.first, max: weatherYears.last },
} satisfies Record<string, AxisKind>;

/** Whether the arguments ask for a year of weather. */
export function asksForWeather(args: WeatherArguments): boolean {
  return firstGiven({ ...args }, Object.keys(weatherOptions)) !== undefined;
}

/**
 * Weather that the options name: a file, a site that ships, or a clear sky.
 *
 * @throws UsageError for options that contradict each other, DataError for a fault in the file
 */
export async function readWeather(args: WeatherArguments): Promise<Weather> {
  const given = { ...args };
  refuseBoth(given, sources, sources);
  if (firstGiven(given, sources) === undefined) {
    const option = firstGiven(given, Object.keys(weatherOptions));
    throw new UsageError(`--${option} needs --weather FILE, --site NAME or --clear-sky`);
  }
  refuseContradictions(given, [
    {
      options: ['clear-sky-model', 'turbidity', 'air-temperature', 'wind-speed'],
      needs: 'clear-sky',
    },
    {
      options: ['turbidity'],
      needs: 'clear-sky-model',
      values: ['ineichen'],
      default: 'ineichen',
    },
    { options: ['weather-format', 'missing', 'time-shift'], needs: 'weather' },
  ]);
  // Haurwitz knows global light alone.
  const model = args['clear-sky-model'] ?? 'ineichen';
  if (model === 'ineichen') refuseBoth(given, ['clear-sky'], ['decomposition']);
  refuseBoth(given, ['site'], placeNames);
  const value = (name: keyof typeof weatherNumbers) => oneValue(args[name], weatherNumbers[name]);
  const [latitude, longitude, altitude, timeZone, year] = await Promise.all([
    ...placeNames.map(value),
    value('year'),
  ]);
  if (year !== undefined && !Number.isInteger(year)) {
    throw new UsageError(`--year ${args.year} is not a whole number`);
  }
  if (args['clear-sky']) {
    if (latitude === undefined || longitude === undefined) {
      const missing = latitude === undefined ? 'latitude' : 'longitude';
      throw new UsageError(`--clear-sky needs --${missing}`);
    }
    const place = {
      latitude,
      longitude,
      altitude: altitude ?? 0,
      timeZone: timeZone ?? solarZone(longitude),
    };
    const [linkeTurbidity, airTemperature, windSpeed] = await Promise.all([
      byMonth(args.turbidity, weatherNumbers.turbidity),
      value('air-temperature'),
      value('wind-speed'),
    ]);
    return clearSkyYear(place, {
      model,
      ...withoutGaps({
        linkeTurbidity,
        decomposition: args.decomposition,
        airTemperature,
        windSpeed,
        year,
      }),
    });
  }
  if (args.site !== undefined && !shippedNames(weatherFiles).includes(args.site)) {
    await refuseSite(args.site);
  }
  return loadWeather(args.site ?? args.weather!, {
    ...withoutGaps({
      format: args['weather-format'],
      missing: args.missing,
      decomposition: args.decomposition,
      timeShift: await value('time-shift'),
      year,
    }),
    place: withoutGaps({ latitude, longitude, altitude, timeZone }) satisfies Partial<Place>,
  });
}

async function refuseSite(name: string): Promise<never> {
  const { didYouMean } = await import('../src/cell/nearest.ts');
  const sites = shippedNames(weatherFiles);
  const hint = didYouMean(name, sites);
  throw new UsageError(`unknown site "${name}"${hint} (${sites.join(', ')}; --weather for a file)`);
}

type WithoutGaps<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the entries that are undefined: they would hide defaults. */
export function withoutGaps<T extends object>(values: T): WithoutGaps<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as WithoutGaps<T>;
}

/** What was found in the weather, as lines for the person at the terminal. */
export function tellNotes({ notes }: Weather, file: string): void {
  for (const { line, column, text } of notes) {
    const place = line === undefined ? '' : `:${line}`;
    tell(`${file}${place}  ${column === undefined ? '' : `${column}: `}${text}`);
  }
}
