import { didYouMean } from '../cell/nearest.ts';
import { numberHint, widthMessage } from '../light/csvHints.ts';
import { type CsvRow, csvRows } from '../light/csvRows.ts';
import { DataError } from '../light/dataError.ts';
import type { Profile } from './profile.ts';
import { profileHours, timeForms } from './profileTime.ts';

/** A column of a profile: what a value must be, and its bounds. */
interface Column {
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly optional?: boolean;
}

/** Irradiance up to the concentration the models hold for; temperature as of the silicon models. */
const columns = {
  irradiance: { name: 'irradiance_W_m2', unit: 'W/m2', min: 0, max: 10_000 },
  temperature: { name: 'temperature_C', unit: 'degC', min: -60, max: 150, optional: true },
} satisfies Record<string, Column>;

const allNames = ['time', ...Object.values(columns).map((column) => column.name)];

/**
 * Reads a profile: columns `time`, `irradiance_W_m2` and optionally `temperature_C` (of the cell),
 * in any order and with any step. Lines that begin with `#` are comments.
 *
 * @param text CSV; comma, semicolon or tab
 * @param source name of the profile and file name for messages
 * @throws DataError with the line of the first thing that is wrong
 */
export function parseProfile(text: string, source: { name: string; file: string }): Profile {
  const { file, name } = source;
  const fail = (line: number, message: string, found?: string, allowed?: string): never => {
    throw new DataError(message, { file, line, found, allowed });
  };
  const [head, ...rows] = csvRows(text);
  if (head === undefined) return fail(1, 'is empty; expected columns time, irradiance_W_m2');
  const unknown = head.cells.find((cell) => !allNames.includes(cell));
  const missing = ['time', columns.irradiance.name].find((column) => !head.cells.includes(column));
  if (missing !== undefined) {
    const hint = unknown === undefined ? '' : ` (found "${unknown}")`;
    return fail(
      head.line,
      `column "${missing}" is missing${hint}; columns: ${allNames.join(', ')}`,
    );
  }
  if (unknown !== undefined) {
    const hint = didYouMean(unknown, allNames) || `; columns: ${allNames.join(', ')}`;
    return fail(head.line, `unknown column "${unknown}"${hint}`);
  }
  if (rows.length < 2) return fail(head.line, 'needs at least two rows, to make an energy of');

  const read = (row: CsvRow, column: Column): number => {
    const cell = row.cells[head.cells.indexOf(column.name)] ?? '';
    const value = cell === '' ? Number.NaN : Number(cell);
    if (Number.isFinite(value) && value >= column.min && value <= column.max) return value;
    const found = cell === '' ? 'an empty value' : `"${cell}"`;
    const bounds = `${column.min} to ${column.max} ${column.unit}`;
    return fail(
      row.line,
      `${column.name}: ${found} is not a number from ${bounds}${numberHint(cell)}`,
      cell,
      bounds,
    );
  };
  const readTime = (row: CsvRow): number => {
    const cell = row.cells[head.cells.indexOf('time')] ?? '';
    return profileHours(cell) ?? fail(row.line, `time "${cell}" is not ${timeForms}`, cell);
  };
  for (const row of rows) {
    if (row.cells.length !== head.cells.length) {
      fail(row.line, widthMessage(row.cells, head.cells.length));
    }
  }
  const time = Float64Array.from(rows, readTime);
  for (let i = rows.length - 1; i >= 0; i--) time[i] = time[i]! - time[0]!;
  const late = rows.findIndex((_, i) => i > 0 && !(time[i]! > time[i - 1]!));
  if (late > 0) fail(rows[late]!.line, 'time does not come after that of the row before');
  const irradiance = Float64Array.from(rows, (row) => read(row, columns.irradiance));
  if (!head.cells.includes(columns.temperature.name)) return { name, time, irradiance };
  const temperature = Float64Array.from(rows, (row) => read(row, columns.temperature));
  return { name, time, irradiance, temperature };
}
