import { DataError } from '../../light/dataError.ts';
import { refuseBinary } from '../../light/plainText.ts';
import { timeNames } from './parseNamedCsv.ts';
import { tm2Head } from './parseTm2.ts';
import type { WeatherFormat } from './weather.ts';

/** Formats that are files. */
export type FileFormat = Exclude<WeatherFormat, 'clear-sky'>;

/** Lines that are looked at. */
const headLines = 60;

/**
 * Tells the format of a weather file from what is in it, whatever it is called.
 *
 * @throws DataError for a file that is none of them
 */
export function recogniseWeather(text: string, file: string): FileFormat {
  const start = text.slice(0, 20_000);
  const lines = start.split(/\r?\n/, headLines);
  const [first = '', second = ''] = lines;
  refuseBinary(start, file);
  if (/^\s*\{/.test(start)) return 'pvgis';
  if (/^LOCATION[,;\t]/i.test(first)) return 'epw';
  if (/^"?Date \(MM\/DD\/YYYY\)/.test(second)) return 'tmy3';
  if (tm2Head.test(first)) return 'tm2';
  if (lines.some((line) => /^"?time\(UTC\)/.test(line))) return 'pvgis';
  const isTable = (line: string) => /(^|[,;\t])"?year"?[,;\t]"?month"?[,;\t]/i.test(line);
  if (lines.slice(0, 3).some(isTable)) return 'psm';
  const head = lines.find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '';
  const names = head.split(/[,;\t]/).map((name) => name.trim().replaceAll('"', '').toLowerCase());
  if (names.some((name) => timeNames.includes(name))) return 'csv';
  if (text.trim() === '') throw new DataError('is empty', { file });
  // Control characters would reach the terminal.
  const found = first.trim().slice(0, 60).replaceAll(/\p{C}/gu, '?');
  const allowed = 'EPW, TMY3, TM2, PVGIS, NSRDB PSM, or a CSV file with a column time';
  throw new DataError(`is no weather file that is known (begins "${found}"); ${allowed}`, {
    file,
    line: 1,
    found,
    allowed,
  });
}
