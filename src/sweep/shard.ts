import { UsageError } from '../cell/errors.ts';

/** One of `count` equal parts of a sweep. */
export interface Shard {
  /** From 1 to `count`, as people write it. */
  readonly index: number;
  readonly count: number;
}

/** More shards than this is a slip of the keyboard; a scheduler takes far fewer. */
const mostShards = 1_000_000;

/**
 * Reads `3/64`: the third of 64 parts.
 *
 * @param text as the user wrote it
 * @param name of the option, for messages
 * @throws UsageError for anything else
 * @example parseShard('3/64') // { index: 3, count: 64 }
 */
export function parseShard(text: string, name = '--shard'): Shard {
  const [, index, count] = /^\s*(\d+)\s*\/\s*(\d+)\s*$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined) {
    throw new UsageError(`${name} "${text}": expected i/n, as 3/64 for the third of 64 parts`);
  }
  if (count < 1 || count > mostShards) {
    throw new UsageError(`${name} "${text}": there can be 1 to ${mostShards} parts`);
  }
  if (index < 1 || index > count) {
    throw new UsageError(
      `${name} "${text}": the first part is 1/${count}, the last ${count}/${count}`,
    );
  }
  return { index, count };
}

/** Blocks of consecutive points; a shard has every `count`-th block, so that all have like work. */
export interface BlockGrid {
  /** Points of the whole sweep. */
  readonly points: number;
  /** Points of a block; the last one may be shorter. */
  readonly blockSize: number;
}

/** Number of blocks of the whole sweep. */
export function blockCount({ points, blockSize }: BlockGrid): number {
  return Math.ceil(points / blockSize);
}

/** Number of blocks of a shard. */
export function shardBlocks(grid: BlockGrid, shard: Shard): number {
  return Math.max(0, Math.ceil((blockCount(grid) - (shard.index - 1)) / shard.count));
}

/**
 * The points of a block of a shard.
 *
 * @param block which of the shard's blocks, from 0
 * @returns first point and the one after the last
 */
export function blockPoints(
  grid: BlockGrid,
  shard: Shard,
  block: number,
): { readonly first: number; readonly end: number } {
  const first = (shard.index - 1 + block * shard.count) * grid.blockSize;
  return { first, end: Math.min(first + grid.blockSize, grid.points) };
}

/** Number of points in blocks `from` to `to` - 1 of a shard. */
export function pointsBetween(grid: BlockGrid, shard: Shard, from: number, to: number): number {
  if (to <= from) return 0;
  const { first, end } = blockPoints(grid, shard, to - 1);
  return (to - from - 1) * grid.blockSize + (end - first);
}
