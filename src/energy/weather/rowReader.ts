import { numberHint } from '../../light/csvHints.ts';
import { DataError } from '../../light/dataError.ts';
import type { ColumnRule, Quantity, WeatherColumn, WeatherTable } from './weatherTable.ts';

/** A row of a weather file: its line and its cells. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Date and time of a row. */
export interface Stamp {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Since midnight. */
  readonly minute: number;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Calendar years of weather. */
export const weatherYears = { first: 1900, last: 2200 } as const;

/**
 * Reads the rows of a table by rules.
 *
 * @param rows of the table, without its head
 * @param rules where each quantity stands
 * @param stampOf date and time of a row, or what is wrong with it
 * @param file for messages
 * @param most cells that a row may have: more are a separator where none belongs
 * @throws DataError for a row that is too short or too long, a stamp that is none and a value that is no number
 */
export function readRows(
  rows: readonly TextRow[],
  rules: readonly ColumnRule[],
  stampOf: (row: TextRow) => Stamp | string,
  file: string,
  most: number = Number.POSITIVE_INFINITY,
): Pick<WeatherTable, 'line' | 'year' | 'month' | 'day' | 'minute' | 'columns'> {
  const n = rows.length;
  const table = {
    line: new Int32Array(n),
    year: new Int16Array(n),
    month: new Uint8Array(n),
    day: new Uint8Array(n),
    minute: new Float64Array(n),
    columns: {} as Partial<Record<Quantity, WeatherColumn>>,
  };
  const width = Math.max(0, ...rules.map((rule) => rule.at + 1));
  for (let i = 0; i < n; i++) {
    const row = rows[i]!;
    if (row.cells.length < width) {
      const message = `${row.cells.length} values where ${width} are needed: the line is cut off, or separated otherwise`;
      throw new DataError(message, { file, line: row.line });
    }
    if (row.cells.length > most && row.cells.slice(most).some((cell) => cell.trim() !== '')) {
      const message = `${row.cells.length} values where ${most} belong: a comma for a decimal point?`;
      throw new DataError(message, { file, line: row.line });
    }
    const stamp = stampOf(row);
    if (typeof stamp === 'string') throw new DataError(stamp, { file, line: row.line });
    table.line[i] = row.line;
    table.year[i] = stamp.year;
    table.month[i] = stamp.month;
    table.day[i] = stamp.day;
    table.minute[i] = stamp.minute;
  }
  for (const rule of rules) {
    table.columns[rule.quantity] = {
      name: rule.name,
      number: rule.at + 1,
      values: columnOf(rows, rule, file),
    };
  }
  return table;
}

function columnOf(rows: readonly TextRow[], rule: ColumnRule, file: string): Float64Array {
  const { at, factor = 1, missingFrom = Number.POSITIVE_INFINITY } = rule;
  const missingBelow = rule.missingBelow ?? Number.NEGATIVE_INFINITY;
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const cell = rows[i]!.cells[at]!.trim();
    if (cell === '' || cell === 'NaN' || cell === 'nan' || cell === 'NA') {
      values[i] = Number.NaN;
      continue;
    }
    if (!decimal.test(cell)) {
      const message = `${rule.name}: "${cell.slice(0, 40)}" is not a number${numberHint(cell)}`;
      throw new DataError(message, { file, line: rows[i]!.line, column: at + 1, found: cell });
    }
    const value = Number(cell);
    const isMissing = value >= missingFrom || value <= missingBelow;
    // Adding zero makes -0 a plain 0.
    values[i] = isMissing ? Number.NaN : value * factor + 0;
  }
  return values;
}

/**
 * A number of a stamp. An empty cell is none: as a number it would read as 0, and 0 is an hour.
 *
 * @returns NaN for a cell that holds no plain number
 */
export function stampNumber(cell: string | undefined): number {
  const text = cell?.trim() ?? '';
  return decimal.test(text) ? Number(text) : Number.NaN;
}

/**
 * A stamp of numbers, checked.
 *
 * @returns the stamp, or what is wrong with it
 */
export function stampOf(year: number, month: number, day: number, minute: number): Stamp | string {
  const { first, last } = weatherYears;
  if (!(Number.isInteger(year) && year >= first && year <= last)) {
    return `year ${year} is not ${first} to ${last}`;
  }
  if (!(Number.isInteger(month) && month >= 1 && month <= 12)) {
    return `month ${month} is not 1 to 12`;
  }
  if (!(Number.isInteger(day) && day >= 1 && day <= daysOfMonths[month - 1]!)) {
    return `day ${day} is not in month ${month}`;
  }
  if (!(minute >= 0 && minute <= 1440)) return 'the time of day is not 00:00 to 24:00';
  return { year, month, day, minute };
}
