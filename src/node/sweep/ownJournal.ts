import { stat } from 'node:fs/promises';
import { UsageError } from '../../cell/errors.ts';
import type { PreparedSweep } from '../../sweep/preparedSweep.ts';
import { type Shard, shardBlocks } from '../../sweep/shard.ts';
import { sweepContents, sweepGrid } from '../../sweep/sweepFile.ts';
import { fileTrouble } from '../rows/fileTrouble.ts';
import { readRowFile } from '../rows/readRowFile.ts';
import { rowFormatOf } from '../rows/rowFormat.ts';
import { createJournal, type Journal, type JournalHead, resumeJournal } from './journal.ts';

/** Where the rows of an output gather until it is whole. */
export function journalPath(output: string): string {
  return `${output}.journal`;
}

/** What the journal of a sweep's output says it is of. */
export function journalHead(path: string, sweep: PreparedSweep, shard: Shard): JournalHead {
  return {
    schema: 'solarcell.journal/1',
    hash: sweep.hash,
    blocks: shardBlocks(sweepGrid(sweep), shard),
    shard: `${shard.index}/${shard.count}`,
    // Parquet is made of it at the end.
    format: rowFormatOf(path) === 'csv' ? 'csv' : 'ndjson',
  };
}

/**
 * Opens the journal of an output: a new one, or that of an earlier run where the user wants to
 * resume it.
 *
 * @returns undefined when there is nothing to do: the output is whole already
 * @throws UsageError when something is there that the user has not said what to do with, or that is
 *   of another sweep
 */
export async function openOwnJournal(
  path: string,
  sweep: PreparedSweep,
  shard: Shard,
  { resume = false, overwrite = false }: { resume?: boolean; overwrite?: boolean },
): Promise<Journal | undefined> {
  const journal = journalPath(path);
  const head = journalHead(path, sweep, shard);
  const begin = () =>
    createJournal(journal, head).catch((error) => {
      throw fileTrouble(path, error);
    });
  if (overwrite) return begin();
  if (await exists(journal)) {
    if (resume) {
      return resumeJournal(journal, head).catch((error) => {
        throw fileTrouble(path, error);
      });
    }
    throw new UsageError(
      `output ${path}: an unfinished run is beside it (${journal}); --resume goes on with it, --overwrite starts anew`,
    );
  }
  if (!(await exists(path))) return begin();
  if (!resume) {
    throw new UsageError(
      `output ${path}: exists already; --overwrite replaces it, or choose another --output`,
    );
  }
  await refuseOtherOutput(path, sweep, shard);
  return undefined;
}

/** A whole output of the same plan is what a resumed run would give; any other is not touched. */
async function refuseOtherOutput(path: string, sweep: PreparedSweep, shard: Shard): Promise<void> {
  const { metadata } = await readRowFile(path);
  const contents = sweepContents(metadata);
  const { index, count } = contents?.shard ?? { index: 1, count: 1 };
  if (contents?.hash === sweep.hash && index === shard.index && count === shard.count) return;
  throw new UsageError(
    `output ${path}: is of another plan, cell or version; choose another --output, or --overwrite`,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
