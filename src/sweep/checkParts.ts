import { UsageError } from '../cell/errors.ts';
import type { Shard } from './shard.ts';
import type { SweepContents } from './sweepFile.ts';

/** What a file says that is to be merged. */
export interface PartFile {
  readonly path: string;
  readonly contents: SweepContents | undefined;
}

/** A file that is one of several parts. */
export interface CheckedPart extends PartFile {
  readonly contents: SweepContents & { readonly shard: Shard };
}

/**
 * Checks that files are all parts of one plan, each once.
 *
 * @returns the parts in order, 1/n first
 * @throws UsageError that names the files or parts that are foreign, doubled or missing
 */
export function checkParts<Part extends PartFile>(files: readonly Part[]): (Part & CheckedPart)[] {
  const parts = files.map((file) => {
    const { contents } = file;
    if (contents === undefined) throw new UsageError(`${file.path}: is no part of a sweep`);
    if (contents.shard === undefined) {
      throw new UsageError(`${file.path}: is a whole sweep already, not a part of one`);
    }
    return { ...file, contents: { ...contents, shard: contents.shard } };
  });
  const [first] = parts;
  if (first === undefined) throw new UsageError('no part is given to merge');
  const { count } = majority(parts).contents.shard;
  const { hash } = majority(parts).contents;
  const foreign = parts.filter((part) => part.contents.hash !== hash);
  if (foreign.length > 0) {
    throw new UsageError(
      `${names(foreign)}: of another plan, cell or version than ${majority(parts).path}`,
    );
  }
  const otherwise = parts.filter((part) => part.contents.shard.count !== count);
  if (otherwise.length > 0) {
    throw new UsageError(
      `${names(otherwise)}: cut into ${otherwise[0]!.contents.shard.count} parts, and ${majority(parts).path} into ${count}`,
    );
  }
  const byIndex = new Map<number, (typeof parts)[number]>();
  for (const part of parts) {
    const twin = byIndex.get(part.contents.shard.index);
    if (twin !== undefined) {
      throw new UsageError(
        `part ${part.contents.shard.index}/${count} is doubled: ${twin.path} and ${part.path}`,
      );
    }
    byIndex.set(part.contents.shard.index, part);
  }
  const missing = Array.from({ length: count }, (_, i) => i + 1).filter((i) => !byIndex.has(i));
  if (missing.length > 0) {
    throw new UsageError(
      `part${missing.length > 1 ? 's' : ''} ${indexList(missing)} of ${count} ${missing.length > 1 ? 'are' : 'is'} missing`,
    );
  }
  return parts.toSorted((a, b) => a.contents.shard.index - b.contents.shard.index);
}

/** A part of the plan that most files are of: what differs from it is the foreign one. */
function majority<Part extends { readonly contents: SweepContents }>(parts: readonly Part[]): Part {
  const votes = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.contents.hash} ${part.contents.shard?.count}`;
    votes.set(key, [...(votes.get(key) ?? []), part]);
  }
  return [...votes.values()].reduce((most, some) => (some.length > most.length ? some : most))[0]!;
}

function names(parts: readonly PartFile[]): string {
  const shown = parts.slice(0, 3).map(({ path }) => path);
  return parts.length > 3 ? `${shown.join(', ')} and ${parts.length - 3} more` : shown.join(', ');
}

/**
 * Numbers in order as a short list, which is also how Slurm takes them.
 *
 * @example indexList([3, 4, 5, 9]) // '3-5,9'
 */
export function indexList(indices: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const index of indices) {
    const last = runs.at(-1);
    if (last !== undefined && index === last[1] + 1) last[1] = index;
    else runs.push([index, index]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
