import { DataError } from '../../light/dataError.ts';
import type { RowValue } from '../../report/rows/rowHead.ts';
import { type CheckedPart, checkParts, type PartFile } from '../../sweep/checkParts.ts';
import { blockCount } from '../../sweep/shard.ts';
import { sweepContents } from '../../sweep/sweepFile.ts';
import { type RowReader, readRowFile } from '../rows/readRowFile.ts';
import { createRowFile } from '../rows/rowFile.ts';
import { rowFormatOf } from '../rows/rowFormat.ts';

/** What a merge wrote. */
export interface MergeOutcome {
  readonly parts: number;
  readonly rows: number;
  readonly failed: number;
}

/** Memory for the texts of all parts together, bytes. */
const chunkBudget = 64 << 20;

/**
 * Merges the parts of a sweep, in any order and of any format, to the file that one run would have
 * written, byte for byte in the same format.
 *
 * @param paths files of the parts
 * @param output file to write: .ndjson, .csv or .parquet
 * @throws UsageError when a part is missing, doubled or of another plan; DataError when rows are
 *   missing in one, or foreign to it
 * @example await mergeParts(['sweep.part-1-of-2.csv', 'sweep.part-2-of-2.csv'], 'sweep.csv')
 */
export async function mergeParts(paths: readonly string[], output: string): Promise<MergeOutcome> {
  rowFormatOf(output);
  const chunk = Math.min(1 << 18, Math.max(1 << 13, Math.floor(chunkBudget / paths.length)));
  const files: (RowReader & PartFile)[] = [];
  for (const path of paths) {
    const reader = await readRowFile(path, chunk);
    files.push({ ...reader, path, contents: sweepContents(reader.metadata) });
  }
  const parts = checkParts(files);
  const { schema, columns, metadata, contents: first } = parts[0]!;
  const { shard: _, ...common } = first;
  const rows = parts.reduce((sum, { contents }) => sum + contents.rows, 0);
  const failed = parts.reduce((sum, { contents }) => sum + contents.failed, 0);
  const contents = { ...common, rows, failed };
  const file = await createRowFile(output, {
    schema,
    columns,
    metadata: { ...metadata, contents },
  });
  try {
    const cursors = parts.map((part) => pointCursor(part));
    const grid = { points: first.points, blockSize: first.block_size };
    for (let block = 0; block < blockCount(grid); block++) {
      const cursor = cursors[block % parts.length]!;
      await file.write(await cursor.take((block + 1) * grid.blockSize));
    }
    for (const [p, cursor] of cursors.entries()) {
      const { path, contents: said } = parts[p]!;
      if ((await cursor.peek()) !== undefined || cursor.taken() !== said.rows) {
        throw new DataError(
          `holds ${cursor.taken()} rows of its points where it should have ${said.rows}`,
          { file: path },
        );
      }
    }
  } catch (error) {
    await file.abandon();
    throw error;
  }
  await file.finish();
  return { parts: parts.length, rows, failed };
}

/** Goes through the rows of a part, which are in the order of their points. */
function pointCursor({ path, columns, batches, contents }: RowReader & CheckedPart) {
  const pointColumn = columns.findIndex(({ name }) => name === 'point');
  const iterator = batches[Symbol.asyncIterator]();
  const { block_size: blockSize, shard } = contents;
  let batch: readonly (readonly RowValue[])[] = [];
  let place = 0;
  let taken = 0;
  let last = -1;
  /** The next row; reads on where the batch is used up. */
  const peek = async (): Promise<readonly RowValue[] | undefined> => {
    while (place >= batch.length) {
      const { value, done } = await iterator.next();
      if (done) return undefined;
      batch = value;
      place = 0;
    }
    return batch[place];
  };
  return {
    peek,
    taken: () => taken,
    /** The rows up to a point, excluded. */
    take: async (end: number) => {
      const rows: (readonly RowValue[])[] = [];
      for (;;) {
        const row = await peek();
        const point = row?.[pointColumn];
        if (row === undefined || typeof point !== 'number' || point >= end) return rows;
        const own = Math.floor(point / blockSize) % shard.count === shard.index - 1;
        if (point <= last || !own) {
          throw new DataError(
            point <= last
              ? `point ${point} is doubled or out of order`
              : `point ${point} does not belong to part ${shard.index}/${shard.count}`,
            { file: path },
          );
        }
        last = point;
        taken++;
        place++;
        rows.push(row);
      }
    },
  };
}
