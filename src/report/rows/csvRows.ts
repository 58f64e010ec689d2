import Papa from 'papaparse';
import { isHead } from './ndjsonRows.ts';
import type { RowColumn, RowValue } from './rowHead.ts';
import type { TextRows } from './textRows.ts';

/**
 * Comma-separated values as RFC 4180 has them, below comment lines that hold the head, each
 * `# key: JSON`. A value that is missing is an empty field.
 */
export const csvRows: TextRows = {
  head: ({ schema, columns, metadata }) => {
    const kinds = columns.map(({ name, kind }) => ({ name, kind }));
    const comments = Object.entries({ schema, columns: kinds, metadata }).map(
      ([key, value]) => `# ${key}: ${JSON.stringify(value)}\n`,
    );
    return `${comments.join('')}${columns.map(({ name }) => quoted(name)).join(',')}\n`;
  },
  encoder: (columns) => (values) => {
    let text = '';
    for (let c = 0; c < columns.length; c++) {
      if (c > 0) text += ',';
      text += field(values[c] ?? null);
    }
    return `${text}\n`;
  },
  readHead: (lines) => {
    const end = lines.findIndex((line) => !line.startsWith('#'));
    if (end < 0) return undefined;
    const entries = lines.slice(0, end).map((line) => /^# (\w+): (.*)$/.exec(line));
    try {
      const found: unknown = Object.fromEntries(
        entries.map((entry) => [entry?.[1] ?? '', JSON.parse(entry?.[2] ?? 'null')]),
      );
      return isHead(found) ? { head: found, lines: end + 1 } : undefined;
    } catch {
      return undefined;
    }
  },
  goesOn: (text) => {
    let quotes = 0;
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes++;
    return quotes % 2 === 1;
  },
  decoder: (columns) => (rows) => {
    if (rows.length === 0) return [];
    const { data } = Papa.parse<string[]>(rows.join('\n'), { delimiter: ',', newline: '\n' });
    return data.map((fields) => readFields(fields, columns));
  },
};

function field(value: RowValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return value === null ? '' : quoted(value);
}

function quoted(text: string): string {
  return /[",\n\r]|^[ #]| $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function readFields(
  fields: readonly string[],
  columns: readonly RowColumn[],
): readonly RowValue[] | undefined {
  if (fields.length !== columns.length) return undefined;
  const values = fields.map((text, c) =>
    text === '' ? null : columns[c]!.kind === 'number' ? Number(text) : text,
  );
  return values.some((value) => Number.isNaN(value)) ? undefined : values;
}
