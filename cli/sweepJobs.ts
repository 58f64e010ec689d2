import { UsageError } from '../src/cell/errors.ts';
import { jobsFromEnvironment } from '../src/sweep/shardFromEnvironment.ts';
import type { SweepRunArguments } from './sweepRunOptions.ts';

/** Number of threads that the options or a scheduler say; undefined where neither does. */
export function jobsOf(args: Pick<SweepRunArguments, 'jobs'>): number | undefined {
  return wholeNumber(args.jobs, '--jobs', 1024) ?? jobsFromEnvironment(process.env);
}

/** Reads a count that an option gives. */
export function wholeNumber(
  text: string | undefined,
  name: string,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text.trim()) && value >= 1 && value <= most) return value;
  throw new UsageError(`${name} "${text}": a whole number from 1 to ${most} is expected`);
}
