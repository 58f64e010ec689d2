import type { RowColumn, RowHead, RowValue } from './rowHead.ts';
import type { TextRows } from './textRows.ts';

/**
 * One JSON object a line: the head first, then the rows, with the names of the columns as keys.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export const ndjsonRows: TextRows = {
  head: ({ schema, columns, metadata }) =>
    `${JSON.stringify({ schema, columns: columns.map(({ name, kind }) => ({ name, kind })), metadata })}\n`,
  encoder: (columns) => {
    const keys = columns.map(({ name }, c) => `${c === 0 ? '{' : ','}${JSON.stringify(name)}:`);
    return (values) => {
      let text = '';
      for (let c = 0; c < keys.length; c++) text += keys[c]! + jsonValue(values[c] ?? null);
      return `${text}}\n`;
    };
  },
  readHead: ([first]) => {
    const found = jsonObject(first ?? '');
    return isHead(found) ? { head: found, lines: 1 } : undefined;
  },
  goesOn: () => false,
  decoder: (columns) => (rows) =>
    rows.map((row) => {
      const found = jsonObject(row);
      return found && columns.map(({ name }) => (found[name] ?? null) as RowValue);
    }),
};

/** A number that is none has no place in JSON; minus zero would not come back. */
function jsonValue(value: RowValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  return value === null ? 'null' : JSON.stringify(value);
}

function jsonObject(line: string): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(line);
    return typeof found === 'object' && found !== null && !Array.isArray(found)
      ? (found as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether something read from a file is the head of rows. */
export function isHead(found: unknown): found is RowHead {
  if (typeof found !== 'object' || found === null) return false;
  const { schema, columns, metadata } = found as Partial<RowHead>;
  return (
    typeof schema === 'string' &&
    typeof metadata === 'object' &&
    metadata !== null &&
    Array.isArray(columns) &&
    (columns as readonly (Partial<RowColumn> | null)[]).every(
      (column) =>
        typeof column?.name === 'string' && (column.kind === 'number' || column.kind === 'text'),
    )
  );
}
