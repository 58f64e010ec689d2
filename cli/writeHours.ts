import { extname } from 'node:path';
import { UsageError } from '../src/cell/errors.ts';
import type { Weather } from '../src/energy/weather/weather.ts';
import type { YearComparison } from '../src/energy/year/compareYear.ts';
import { writeFileAtomic } from '../src/node/writeFileAtomic.ts';
import { type YearHour, yearHourColumns, yearHours } from '../src/report/yearHours.ts';

/** How a row is written, by the ending of the file. */
const writers: Readonly<Record<string, { head: string; row(hour: YearHour): string }>> = {
  '.csv': {
    head: `${yearHourColumns.join(',')}\n`,
    row: (hour) => `${yearHourColumns.map((name) => quoted(hour[name])).join(',')}\n`,
  },
  '.ndjson': { head: '', row: (hour) => `${JSON.stringify(hour)}\n` },
};

/** A module's name may hold a comma. */
function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * Refuses a file whose ending says no format.
 *
 * @throws UsageError before anything is worked out
 */
export function checkHoursFile(path: string | undefined): void {
  if (path === undefined || extname(path).toLowerCase() in writers) return;
  const endings = Object.keys(writers).join(' or ');
  throw new UsageError(`--hourly "${path}": the name of a ${endings} file is expected`);
}

/**
 * Writes every interval of every cell to a file.
 *
 * @throws UsageError when the file cannot be written
 */
export async function writeHours(
  path: string,
  comparison: YearComparison,
  weather: Weather,
): Promise<void> {
  const { head, row } = writers[extname(path).toLowerCase()]!;
  const parts = [head];
  for (const hour of yearHours(comparison, weather)) parts.push(row(hour));
  await writeFileAtomic(path, parts.join(''));
  process.stderr.write(`wrote ${path}\n`);
}
