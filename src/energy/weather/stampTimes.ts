import { DataError } from '../../light/dataError.ts';
import type { WeatherNote } from './weather.ts';
import type { WeatherTable } from './weatherTable.ts';

/** Times of the rows of a table. */
export interface StampTimes {
  /** s. */
  readonly interval: number;
  /** Beginning of each interval, Unix time, ms. */
  readonly start: Float64Array;
  readonly middle: Float64Array;
  readonly notes: readonly WeatherNote[];
}

/** Choices about time. */
export interface TimeOptions {
  /** All rows are put into this year; years of several years into 1990 when left out. */
  readonly year?: number;
  /** Added to every time, min. */
  readonly timeShift?: number;
}

const minute = 60_000;
const day = 24 * 60;
/** Lengths of an interval that are known, min. */
const intervals = [60, 30, 20, 15, 10, 5, 2, 1];
/** A year without a leap day, as PVsyst takes for typical years; and one with it. */
const commonYear = { plain: 1990, leap: 1992 };
const wholeYears = [365 * day, 366 * day];

/**
 * Turns stamps into times, and refuses those that do not follow each other.
 *
 * @param table as read
 * @param zone of the stamps, h east of UTC
 * @throws DataError by line for gaps, repeated and disordered rows, clocks put forward or back */
export function stampTimes(
  table: WeatherTable,
  zone: number,
  file: string,
  options: TimeOptions = {},
): StampTimes {
  const n = table.line.length;
  if (n < 2) throw new DataError(`${n} rows; a year of weather is expected`, { file });
  const year = yearOf(table, options.year);
  refuseStrayYear(table, file);
  const local = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const y = year ?? table.year[i]!;
    if (table.month[i] === 2 && table.day[i] === 29 && yearLength(y) === 365) {
      const text = `29 February is not in ${y}`;
      throw new DataError(text, { file, line: table.line[i]! });
    }
    local[i] = Date.UTC(y, table.month[i]! - 1, table.day[i]!) / minute + table.minute[i]!;
  }
  const step = intervals.find((length) => length === local[1]! - local[0]!);
  if (step === undefined) {
    const found = `${local[1]! - local[0]!} min after the row before`;
    throw new DataError(`stands ${found}; intervals of ${intervals.join(', ')} min are known`, {
      file,
      line: table.line[1]!,
    });
  }
  let leapDays = 0;
  for (let i = 1; i < n; i++) {
    // A row of 1 January after one of 31 December may carry the same year: the clock goes on.
    if (year !== undefined && local[i]! < local[i - 1]! - 300 * day) {
      for (let k = i; k < n; k++) local[k] = local[k]! + yearLength(year) * day;
    }
    const jump = local[i]! - local[i - 1]!;
    if (jump === day + step && leavesLeapDay(table, i)) {
      leapDays++;
      continue;
    }
    if (jump !== step) throw new DataError(jumpText(jump, step), { file, line: table.line[i]! });
  }
  const toStart = { end: -step, middle: -step / 2, start: 0 }[table.stampIs];
  const shift = (options.timeShift ?? 0) + (table.offset ?? 0) + toStart - zone * 60;
  const start = local.map((stamp) => (stamp + shift) * minute);
  const notes: WeatherNote[] = [];
  if (n * step < wholeYears[0]!) notes.push({ text: `holds ${(n * step) / 60} hours, not a year` });
  if (leapDays > 0) notes.push({ text: 'leaves 29 February out' });
  return { interval: step * 60, start, middle: start.map((t) => t + (step * minute) / 2), notes };
}

/**
 * Refuses a row whose year is another than that of its neighbour in the same month: typical years
 * are made of whole months.
 */
function refuseStrayYear({ year, month, line }: WeatherTable, file: string): void {
  for (let i = 1; i < line.length; i++) {
    if (year[i] === year[i - 1] || month[i] !== month[i - 1]) continue;
    const text = `is of ${year[i]}, the row before of ${year[i - 1]}: years change with the month`;
    throw new DataError(text, { file, line: line[i]! });
  }
}

/** Whether the row is the first after 28 February in a file that leaves the leap day out. */
function leavesLeapDay({ month, day: days, minute: minutes }: WeatherTable, row: number): boolean {
  // A stamp of 00:00 on 1 March may end the last hour of February.
  const isMarch = month[row] === 3 && days[row] === 1;
  const wasFebruary = month[row - 1] === 2 && (days[row - 1] === 28 || minutes[row - 1] === 0);
  return isMarch && wasFebruary;
}

/** Year that all rows are put into; undefined for each row its own. */
function yearOf(table: WeatherTable, wanted: number | undefined): number | undefined {
  const hasLeapDay = table.month.some((month, i) => month === 2 && table.day[i] === 29);
  if (wanted !== undefined) return wanted;
  const years = new Set(table.year);
  const follow = [...years].every((year, i, all) => i === 0 || year === all[i - 1]! + 1);
  // The last stamp of a year may be in the next one.
  const ofOther = table.year.reduce((sum, year) => sum + (year === table.year[0] ? 0 : 1), 0);
  if (years.size === 1 || (follow && (ofOther <= 1 || table.format === 'csv'))) return undefined;
  return hasLeapDay ? commonYear.leap : commonYear.plain;
}

function yearLength(year: number): number {
  return (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / (day * minute);
}

function jumpText(jump: number, step: number): string {
  const rows = jump / step;
  if (jump === 0) return 'has the time of the row before: repeated, or a clock put back';
  if (jump < 0) return `stands ${-jump} min before the row before: rows are out of order`;
  if (jump === 60 + step) {
    return 'an hour is missing before it: a gap, or a clock put forward; standard time is needed';
  }
  return Number.isInteger(rows)
    ? `${rows - 1} rows are missing before it`
    : `stands ${jump} min after the row before, not ${step}`;
}

/**
 * Refuses a file of a format of whole years that holds less.
 *
 * @throws DataError at its last line
 */
export function refusePartOfYear(table: WeatherTable, interval: number, file: string): void {
  const minutes = (table.line.length * interval) / 60;
  if (table.format === 'csv' || wholeYears.includes(minutes)) return;
  const text = `holds ${minutes / 60} hours, a whole year has 8760 (8784 in a leap year): it is cut off, or of another kind`;
  throw new DataError(text, { file, line: table.line[table.line.length - 1]! });
}
