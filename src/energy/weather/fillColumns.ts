import { DataError } from '../../light/dataError.ts';
import type { WeatherNote } from './weather.ts';
import {
  type Quantity,
  quantities,
  type WeatherColumn,
  type WeatherTable,
} from './weatherTable.ts';

/** What is done about values that are missing or impossible. */
export const missingRules = ['refuse', 'fill'] as const;

/** Name of a rule. */
export type MissingRule = (typeof missingRules)[number];

/** Quantities of light: filled from the same hour of other days, never across hours. */
const light: readonly Quantity[] = ['ghi', 'dni', 'dhi'];
/** Without these no energy can be told. */
const needed: readonly Quantity[] = ['ghi', 'dni', 'dhi', 'airTemperature', 'windSpeed'];
/** Light meters read a little below nothing at night, W/m2. */
const nightOffset = -15;
/** Air is filled straight across gaps up to this, h; light from days up to this far, d. */
const longestAir = 6;
const farthestDay = 7;

/** Columns without holes, and what was done. */
export interface FilledColumns {
  readonly values: Partial<Record<Quantity, Float64Array>>;
  readonly notes: readonly WeatherNote[];
}

/**
 * Checks every value against what is possible, and refuses or fills those that are not.
 *
 * A column that is not needed and holds nothing (all missing, or all 0 where 0 stands for unknown)
 * is left out; one with holes is left out too, with a note.
 *
 * @param table as read
 * @param interval s
 * @param rule `refuse` names the first hole; `fill` takes light from the same hour of the days
 *   around, and air straight across up to six hours
 * @throws DataError by line and column
 */
export function fillColumns(
  table: WeatherTable,
  interval: number,
  rule: MissingRule,
  file: string,
): FilledColumns {
  const values: Partial<Record<Quantity, Float64Array>> = {};
  const notes: WeatherNote[] = [];
  for (const [name, column] of Object.entries(table.columns) as [Quantity, WeatherColumn][]) {
    if (!needed.includes(name)) {
      const known = optionalColumn(name, column, table);
      if (known.values !== undefined) values[name] = known.values;
      if (known.note !== undefined) notes.push(known.note);
      continue;
    }
    const filled = Float64Array.from(column.values);
    const holes: number[] = [];
    for (let i = 0; i < filled.length; i++) if (!isPossible(name, filled[i]!)) holes.push(i);
    for (const i of holes) {
      const isNight = light.includes(name) && filled[i]! < 0 && filled[i]! >= nightOffset;
      if (rule === 'refuse') refuse(name, column, table.line[i]!, filled[i]!, file);
      if (isNight) filled[i] = 0;
      else filled[i] = Number.NaN;
    }
    const open = holes.filter((i) => Number.isNaN(filled[i]!));
    if (light.includes(name)) fillByDay(filled, open, Math.round(86_400 / interval));
    else fillAcross(filled, open, (longestAir * 3600) / interval, Math.round(86_400 / interval));
    const left = open.find((i) => Number.isNaN(filled[i]!));
    if (left !== undefined) {
      const text = `${column.name}: missing, and so on too many days around it to be filled`;
      throw new DataError(text, { file, line: table.line[left]!, column: column.number });
    }
    if (holes.length > 0) notes.push(filledNote(column, holes, table));
    values[name] = filled;
  }
  return { values, notes };
}

function isPossible(name: Quantity, value: number): boolean {
  return value >= quantities[name].min && value <= quantities[name].max;
}

function refuse(
  name: Quantity,
  column: WeatherColumn,
  line: number,
  value: number,
  file: string,
): never {
  const { unit, min, max } = quantities[name];
  const allowed = `${min} to ${max} ${unit}`.trimEnd();
  const what = Number.isNaN(value) ? 'is missing' : `${value} is not ${allowed}`;
  const text = `${column.name}: ${what}; --missing fill would fill it`;
  throw new DataError(text, { file, line, column: column.number, allowed });
}

function filledNote(
  column: WeatherColumn,
  holes: readonly number[],
  table: WeatherTable,
): WeatherNote {
  const rows = holes.length === 1 ? 'one value was' : `${holes.length} values were`;
  return {
    line: table.line[holes[0]!]!,
    column: column.name,
    text: `${rows} missing or impossible, and filled`,
  };
}

/** Zero where these files have it says that nothing is known. */
const zeroIsUnknown: readonly Quantity[] = ['albedo', 'precipitableWater', 'pressure'];

function optionalColumn(
  name: Quantity,
  column: WeatherColumn,
  table: WeatherTable,
): { values?: Float64Array; note?: WeatherNote } {
  const isHole = (value: number) =>
    !isPossible(name, value) || (value === 0 && zeroIsUnknown.includes(name));
  const holes = column.values.reduce((sum, value) => sum + (isHole(value) ? 1 : 0), 0);
  if (holes === 0) return { values: column.values };
  if (holes === column.values.length) return {};
  const first = column.values.findIndex(isHole);
  const text = `${holes} values are missing or impossible: the column is left out`;
  return { note: { line: table.line[first]!, column: column.name, text } };
}

/** Mean of the same hour on the nearest days before and after that have it. */
function fillByDay(values: Float64Array, holes: readonly number[], perDay: number): void {
  const known = Float64Array.from(values);
  for (const i of holes) {
    const found: number[] = [];
    for (const side of [-1, 1]) {
      for (let days = 1; days <= farthestDay; days++) {
        const value = known[i + side * days * perDay];
        if (value === undefined || Number.isNaN(value)) continue;
        found.push(value);
        break;
      }
    }
    if (found.length > 0) values[i] = found.reduce((a, b) => a + b, 0) / found.length;
  }
}

/** Straight across short gaps, by days across longer ones. */
function fillAcross(
  values: Float64Array,
  holes: readonly number[],
  longest: number,
  perDay: number,
): void {
  const late: number[] = [];
  const known = Float64Array.from(values);
  for (const i of holes) {
    let [before, after] = [i - 1, i + 1];
    while (before >= 0 && Number.isNaN(known[before]!)) before--;
    while (after < known.length && Number.isNaN(known[after]!)) after++;
    if (before < 0 || after >= known.length || after - before - 1 > longest) {
      late.push(i);
      continue;
    }
    const share = (i - before) / (after - before);
    values[i] = known[before]! + share * (known[after]! - known[before]!);
  }
  fillByDay(values, late, perDay);
}
