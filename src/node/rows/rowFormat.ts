import { extname } from 'node:path';
import { UsageError } from '../../cell/errors.ts';
import { csvRows } from '../../report/rows/csvRows.ts';
import { ndjsonRows } from '../../report/rows/ndjsonRows.ts';
import type { TextRows } from '../../report/rows/textRows.ts';

/** Formats of a file of rows. */
export type RowFormat = 'ndjson' | 'csv' | 'parquet';

/** Those that are text, written and read line by line. */
export const textFormats = { ndjson: ndjsonRows, csv: csvRows } satisfies Record<string, TextRows>;

/** File endings and the formats that they stand for. */
export const rowEndings: Readonly<Record<string, RowFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.parquet': 'parquet',
};

/**
 * The format that a file's ending stands for.
 *
 * @throws UsageError when its ending is not one of {@link rowEndings}
 * @example rowFormatOf('year.parquet') // 'parquet'
 */
export function rowFormatOf(path: string): RowFormat {
  const format = rowEndings[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  const endings = Object.keys(rowEndings).join(', ');
  throw new UsageError(`${path}: rows are in files ending in ${endings}`);
}
