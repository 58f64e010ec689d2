import { stat } from 'node:fs/promises';
import { UsageError } from '../../cell/errors.ts';
import { DataError } from '../../light/dataError.ts';
import { isHead } from '../../report/rows/ndjsonRows.ts';
import type { RowColumn, RowHead, RowValue } from '../../report/rows/rowHead.ts';
import { systemCode } from './fileTrouble.ts';
import { readLines } from './readLines.ts';
import { type RowFormat, rowFormatOf, textFormats } from './rowFormat.ts';

/** A file of rows, open for reading. */
export interface RowReader extends RowHead {
  /** The rows in batches, in the order of the file. */
  readonly batches: AsyncIterable<readonly (readonly RowValue[])[]>;
}

/**
 * Reads a file of rows that this program wrote: NDJSON, CSV or Parquet, by its ending, in constant
 * memory.
 *
 * @param path the file
 * @param chunkBytes how much of a text is held at a time
 * @returns its head, and its rows as they are asked for
 * @throws UsageError when it cannot be read, DataError when it is no such file
 */
export async function readRowFile(path: string, chunkBytes = 1 << 18): Promise<RowReader> {
  const format = rowFormatOf(path);
  await stat(path).catch((error) => {
    const missing = systemCode(error) === 'ENOENT';
    throw new UsageError(`${path}: ${missing ? 'there is no such file' : 'it cannot be read'}`);
  });
  return format === 'parquet' ? readParquet(path) : readText(path, format, chunkBytes);
}

const notRows = 'is not a file of rows that solarcell wrote';

async function readText(
  path: string,
  format: Exclude<RowFormat, 'parquet'>,
  chunkBytes: number,
): Promise<RowReader> {
  const text = textFormats[format];
  // The head may be longer than a chunk; it is read once, and skipped by the rows.
  const first: string[] = [];
  let found: ReturnType<typeof text.readHead>;
  for await (const lines of readLines(path, 1 << 16)) {
    first.push(...lines);
    found = text.readHead(first);
    if (found || first.length > 16) break;
  }
  if (!found) throw new DataError(notRows, { file: path });
  const { head, lines: headLines } = found;
  return { ...head, batches: textBatches(path, format, head.columns, headLines, chunkBytes) };
}

async function* textBatches(
  path: string,
  format: Exclude<RowFormat, 'parquet'>,
  columns: readonly RowColumn[],
  headLines: number,
  chunkBytes: number,
): AsyncGenerator<(readonly RowValue[])[]> {
  const text = textFormats[format];
  const decode = text.decoder(columns);
  let line = 0;
  let open: string | undefined;
  for await (const lines of readLines(path, chunkBytes)) {
    const rows: string[] = [];
    const places: number[] = [];
    for (const piece of lines) {
      line++;
      if (line <= headLines) continue;
      const row = open === undefined ? piece : `${open}\n${piece}`;
      open = text.goesOn(row) ? row : undefined;
      if (open !== undefined) continue;
      rows.push(row);
      places.push(line);
    }
    const values = decode(rows);
    const wrong = values.indexOf(undefined);
    if (wrong >= 0) throw new DataError('is not a row', { file: path, line: places[wrong] });
    yield values as (readonly RowValue[])[];
  }
  if (open !== undefined) throw new DataError('ends inside a row', { file: path, line });
}

async function readParquet(path: string): Promise<RowReader> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetRead } = await import('hyparquet');
  const file = await asyncBufferFromFile(path);
  const parquet = await parquetMetadataAsync(file).catch(() => {
    throw new DataError(notRows, { file: path });
  });
  const entries = (parquet.key_value_metadata ?? []).flatMap(({ key, value }) =>
    key.startsWith('solarcell.') ? [[key.slice(10), JSON.parse(value ?? 'null')]] : [],
  );
  const head: unknown = Object.fromEntries(entries);
  if (!isHead(head)) throw new DataError(notRows, { file: path });
  async function* batches() {
    let start = 0;
    for (const { num_rows } of parquet.row_groups) {
      const end = start + Number(num_rows);
      let rows: (readonly RowValue[])[] = [];
      await parquetRead({
        file,
        metadata: parquet,
        rowStart: start,
        rowEnd: end,
        onComplete: (found) => {
          rows = found as unknown as (readonly RowValue[])[];
        },
      });
      yield rows.map((row) => row.map((value) => value ?? null));
      start = end;
    }
  }
  return { ...head, batches: batches() };
}
