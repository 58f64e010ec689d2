import { numberHint, widthMessage } from './csvHints.ts';
import { csvRows } from './csvRows.ts';
import { DataError } from './dataError.ts';

/** Columns of numbers, by name, and what the comment lines say. */
export interface NumericTable {
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** Line of each row in the file, for messages. */
  readonly lines: readonly number[];
  /** Text after `# key:` lines of the head. */
  readonly notes: ReadonlyMap<string, string>;
}

/**
 * Reads a CSV of numbers with a head of column names; `#` begins a comment, an empty cell is NaN.
 *
 * @param text comma, semicolon or tab separated
 * @param file name for messages
 * @returns the columns
 * @throws DataError with the line of the first thing that is wrong
 */
export function parseNumericTable(text: string, file: string): NumericTable {
  const rows = csvRows(text);
  const [head, ...body] = rows;
  if (!head || body.length === 0) {
    throw new DataError('has no rows; expected a head of column names and rows of numbers', {
      file,
    });
  }
  if (head.cells.every((cell) => cell !== '' && Number.isFinite(Number(cell)))) {
    throw new DataError('has no head: the first row must name the columns', {
      file,
      line: head.line,
    });
  }
  head.cells.forEach((name, k) => {
    if (head.cells.indexOf(name) === k) return;
    throw new DataError(`column "${name}" occurs twice`, {
      file,
      line: head.line,
      column: k + 1,
      found: name,
      allowed: 'each column once',
    });
  });
  const columns = new Map(head.cells.map((name) => [name, new Float64Array(body.length)]));
  body.forEach((row, i) => {
    if (row.cells.length !== head.cells.length) {
      throw new DataError(widthMessage(row.cells, head.cells.length), { file, line: row.line });
    }
    row.cells.forEach((cell, k) => {
      const value = cell === '' ? Number.NaN : Number(cell);
      if (cell !== '' && !Number.isFinite(value)) {
        const found = `"${cell}"`;
        throw new DataError(`${head.cells[k]}: ${found} is not a number${numberHint(cell)}`, {
          file,
          line: row.line,
          column: k + 1,
          found,
          allowed: 'a number',
        });
      }
      (columns.get(head.cells[k]) as Float64Array)[i] = value;
    });
  });
  return { columns, lines: body.map((row) => row.line), notes: tableNotes(text) };
}

/**
 * What the comment lines of a CSV say.
 *
 * @param text its whole text
 * @returns text after each `# key:`
 * @example tableNotes('# source: a paper').get('source') // 'a paper'
 */
export function tableNotes(text: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const [, key, value] of text.matchAll(/^[ \t]*#[ \t]*([\w-]+):[ \t]*(.*)$/gm)) {
    notes.set(key, value.trim());
  }
  return notes;
}

/** Which way a column must behave; the first row that does not is an error. */
export interface ColumnRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly order?: 'ascending' | 'descending';
}

/**
 * A column whose values obey a rule.
 *
 * @param table as `parseNumericTable` returns it
 * @param rule name, bounds, order
 * @param file name for messages
 * @returns the column's values
 * @throws DataError naming line, column, value and what is allowed
 */
export function checkedColumn(table: NumericTable, rule: ColumnRule, file: string): Float64Array {
  const values = table.columns.get(rule.name);
  if (!values) {
    const names = [...table.columns.keys()].join(', ');
    throw new DataError(`column "${rule.name}" is missing; found ${names}`, {
      file,
      found: names,
      allowed: rule.name,
    });
  }
  const column = [...table.columns.keys()].indexOf(rule.name) + 1;
  const allowed = `${rule.min} to ${rule.max}`;
  for (let i = 0; i < values.length; i++) {
    const line = table.lines[i];
    const value = values[i];
    if (!(value >= rule.min && value <= rule.max)) {
      const found = Number.isNaN(value) ? 'an empty value' : String(value);
      throw new DataError(`${rule.name}: ${found} is outside ${allowed}`, {
        file,
        line,
        column,
        found,
        allowed,
      });
    }
    if (rule.order !== undefined && i > 0) {
      const before = values[i - 1];
      if (rule.order === 'ascending' ? value > before : value < before) continue;
      throw new DataError(`${rule.name}: ${value} does not come after ${before}`, {
        file,
        line,
        column,
        found: String(value),
        allowed: `${rule.order} values`,
      });
    }
  }
  return values;
}
