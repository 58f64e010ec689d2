import { DataError } from '../../light/dataError.ts';
import type { RowValue } from '../../report/rows/rowHead.ts';
import { type SweepTableHead, sweepTableHead } from '../../sweep/results/sweepTable.ts';
import { readRowFile } from '../rows/readRowFile.ts';

/** A file of a sweep, open for reading. */
export interface SweepFile extends SweepTableHead {
  /** The rows of points that did not fail, without point, status and error, in batches. */
  readonly batches: AsyncIterable<readonly (readonly RowValue[])[]>;
}

/**
 * Reads a file that a sweep wrote, whatever its format, in constant memory.
 *
 * @param path NDJSON, CSV or Parquet
 * @throws UsageError when it cannot be read, DataError when it is no such file
 */
export async function readSweepFile(path: string): Promise<SweepFile> {
  const file = await readRowFile(path);
  const head = sweepTableHead(file);
  if (head === undefined) throw new DataError('holds no rows of a sweep', { file: path });
  const status = file.columns.length - 2;
  async function* batches() {
    for await (const batch of file.batches) {
      yield batch.filter((row) => row[status] === 'ok').map((row) => row.slice(1, -2));
    }
  }
  return { ...head, batches: batches() };
}
