import { parseWeather, type WeatherOptions } from '../energy/weather/parseWeather.ts';
import type { Weather } from '../energy/weather/weather.ts';
import { readDataFile } from './dataFiles.ts';
import { weatherFiles } from './dataKinds.ts';

/**
 * Loads a year of weather.
 *
 * @param nameOrPath `greensboro` or `miami`, or the path of a file: EPW, TMY3, TM2, PVGIS (CSV or
 *   JSON), NSRDB PSM, or CSV with named columns; told apart by what is in it
 * @param options format, holes, time, year and place, where the file does not say or is wrong
 * @throws UsageError for an unknown name, DataError with line and column for a fault in the file
 * @example (await loadWeather('miami')).place.latitude // 25.8
 */
export async function loadWeather(
  nameOrPath: string,
  options: WeatherOptions = {},
): Promise<Weather> {
  const { name, path, text } = await readDataFile(nameOrPath, weatherFiles);
  return parseWeather(text, { name, file: path }, options);
}
