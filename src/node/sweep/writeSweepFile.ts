import type { PreparedSweep } from '../../sweep/preparedSweep.ts';
import type { Shard } from '../../sweep/shard.ts';
import { type SweepContents, sweepColumns, sweepSchema } from '../../sweep/sweepFile.ts';
import { createRowFile } from '../rows/rowFile.ts';
import { rowFormatOf, textFormats } from '../rows/rowFormat.ts';
import type { Journal } from './journal.ts';
import { SweepInterrupted } from './sweepProgress.ts';

/**
 * Writes the rows of a journal that is whole to the output, in the order of the points.
 *
 * @param path output
 * @param shard where it is one part of several
 * @returns number of rows, and of those that failed
 */
export async function writeSweepFile(
  path: string,
  sweep: PreparedSweep,
  journal: Journal,
  shard: Shard | undefined,
): Promise<{ readonly rows: number; readonly failed: number }> {
  const entries = journal.entries.toSorted((a, b) => a.from - b.from);
  const rows = entries.reduce((sum, entry) => sum + entry.rows, 0);
  const failed = entries.reduce((sum, entry) => sum + entry.failed, 0);
  const contents: SweepContents = {
    hash: sweep.hash,
    points: sweep.count,
    block_size: sweep.blockSize,
    rows,
    failed,
    ...(shard ? { shard } : {}),
  };
  const columns = sweepColumns(sweep);
  const metadata = { ...sweep.metadata, contents };
  try {
    const file = await createRowFile(path, { schema: sweepSchema, columns, metadata });
    try {
      const decode = textFormats.ndjson.decoder(columns);
      const parquet = rowFormatOf(path) === 'parquet';
      for (const entry of entries) {
        const text = await journal.read(entry);
        if (!parquet) await file.writeText(text);
        else {
          const lines = Buffer.from(text).toString('utf8').split('\n').slice(0, -1);
          await file.write(decode(lines).map((row) => row!));
        }
      }
    } catch (error) {
      await file.abandon();
      throw error;
    }
    await file.finish();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SweepInterrupted(
      `${reason}; all points are done and kept: --resume writes them`,
      { points: sweep.count, done: sweep.count, before: sweep.count, failed },
      { cause: error },
    );
  }
  return { rows, failed };
}
