import type { PreparedSweep } from '../../sweep/preparedSweep.ts';
import { pointsBetween, shardBlocks } from '../../sweep/shard.ts';
import { partPath, sweepContents, sweepGrid } from '../../sweep/sweepFile.ts';
import { readRowFile } from '../rows/readRowFile.ts';
import { peekJournal } from './journal.ts';
import { lockHolder } from './outputLock.ts';
import { journalPath } from './ownJournal.ts';

/** How far a part of a sweep is. */
export interface PartState {
  /** From 1. */
  readonly index: number;
  readonly path: string;
  /** foreign: a file of another plan has its name. */
  readonly state: 'complete' | 'running' | 'stopped' | 'missing' | 'foreign';
  readonly points: number;
  readonly done: number;
  readonly failed: number;
  /** Where it is running. */
  readonly host?: string;
}

/**
 * How far the parts of a sweep are, from their files alone.
 *
 * @param sweep that they are parts of
 * @param output file of the whole, whose name theirs are made from
 * @param count number of parts
 */
export async function partStates(
  sweep: PreparedSweep,
  output: string,
  count: number,
): Promise<PartState[]> {
  const states: PartState[] = [];
  for (let index = 1; index <= count; index++)
    states.push(await partState(sweep, output, index, count));
  return states;
}

async function partState(
  sweep: PreparedSweep,
  output: string,
  index: number,
  count: number,
): Promise<PartState> {
  const shard = { index, count };
  const path = partPath(output, shard);
  const grid = sweepGrid(sweep);
  const points = pointsBetween(grid, shard, 0, shardBlocks(grid, shard));
  const common = { index, path, points };
  const contents = await readRowFile(path).then(
    ({ metadata }) => sweepContents(metadata),
    () => undefined,
  );
  const journal = await peekJournal(journalPath(path));
  if (journal?.head?.hash === sweep.hash) {
    const holder = await lockHolder(path);
    const state = holder?.alive ? ('running' as const) : ('stopped' as const);
    let done = 0;
    let failed = 0;
    for (const entry of journal.entries) {
      done += pointsBetween(grid, shard, entry.from, entry.to);
      failed += entry.failed;
    }
    const host = state === 'running' ? holder?.host : undefined;
    return { ...common, state, done, failed, ...(host ? { host } : {}) };
  }
  if (journal !== undefined) return { ...common, state: 'foreign', done: 0, failed: 0 };
  if (contents === undefined) return { ...common, state: 'missing', done: 0, failed: 0 };
  return contents.hash === sweep.hash
    ? { ...common, state: 'complete', done: points, failed: contents.failed }
    : { ...common, state: 'foreign', done: 0, failed: 0 };
}
