import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { RowHead, RowValue } from '../../report/rows/rowHead.ts';
import { fileTrouble } from './fileTrouble.ts';
import { parquetSink } from './parquetSink.ts';
import { rowFormatOf, textFormats } from './rowFormat.ts';
import { type RowSink, writeAll } from './rowSink.ts';

/** A file of rows in the making; it appears under its name when it is whole. */
export interface RowFile extends RowSink {
  /** Text of rows that were encoded elsewhere; only for formats that are text. */
  writeText(text: Uint8Array): Promise<void>;
  /** Gives up: nothing stays. */
  abandon(): Promise<void>;
}

/**
 * Opens a file of rows: NDJSON, CSV or Parquet, by its ending. It is written beside its place, made
 * durable and renamed by `finish`: whole or not at all. Memory does not grow with the rows.
 *
 * @param path where it is to be
 * @param head columns and how the rows were made; written into the file
 * @throws UsageError for another ending or a folder that cannot be written
 */
export async function createRowFile(path: string, head: RowHead): Promise<RowFile> {
  const format = rowFormatOf(path);
  const beside = `${path}.${process.pid}.tmp`;
  const trouble = async (error: unknown): Promise<never> => {
    await rm(beside, { force: true });
    throw fileTrouble(path, error);
  };
  const handle = await open(beside, 'w').catch((error) => {
    throw fileTrouble(path, error);
  });
  try {
    const sink =
      format === 'parquet' ? await parquetSink(handle, head) : await textSink(handle, head, format);
    return {
      write: (rows) => sink.write(rows).catch(trouble),
      writeText: (text) => writeAll(handle, text).catch(trouble),
      finish: async () => {
        try {
          await sink.finish();
          await handle.sync();
          await handle.close();
          await rename(beside, path);
        } catch (error) {
          await handle.close().catch(() => undefined);
          await trouble(error);
        }
      },
      abandon: async () => {
        await handle.close().catch(() => undefined);
        await rm(beside, { force: true });
      },
    };
  } catch (error) {
    await handle.close();
    return trouble(error);
  }
}

/**
 * Writes rows to a file, taking them as they come; the format is that of its ending.
 *
 * @returns number of rows written
 * @example await writeRowFile('year.csv', { schema, columns, metadata }, rows)
 */
export async function writeRowFile(
  path: string,
  head: RowHead,
  rows: Iterable<readonly RowValue[]> | AsyncIterable<readonly RowValue[]>,
): Promise<number> {
  const file = await createRowFile(path, head);
  let count = 0;
  try {
    let batch: (readonly RowValue[])[] = [];
    for await (const row of rows) {
      batch.push(row);
      count++;
      if (batch.length === 1000) {
        await file.write(batch);
        batch = [];
      }
    }
    await file.write(batch);
  } catch (error) {
    await file.abandon();
    throw error;
  }
  await file.finish();
  return count;
}

/** Bytes that gather before they go to the file. */
const textBytes = 1 << 18;

async function textSink(
  handle: FileHandle,
  head: RowHead,
  format: keyof typeof textFormats,
): Promise<RowSink> {
  const text = textFormats[format];
  const encode = text.encoder(head.columns);
  await writeAll(handle, Buffer.from(text.head(head)));
  let waiting = '';
  const flush = async () => {
    const bytes = Buffer.from(waiting);
    waiting = '';
    await writeAll(handle, bytes);
  };
  return {
    write: async (rows) => {
      for (const row of rows) {
        waiting += encode(row);
        if (waiting.length > textBytes) await flush();
      }
    },
    finish: flush,
  };
}
