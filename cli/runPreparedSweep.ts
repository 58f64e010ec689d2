import { UsageError } from '../src/cell/errors.ts';
import type { WorkerPool } from '../src/node/sweep/workerPool.ts';
import type { SourcedSweep } from '../src/sweep/prepare.ts';
import { runSweepCluster } from './runSweepCluster.ts';
import { runSweepFile } from './runSweepFile.ts';
import { clusterOptions, type SweepRunArguments } from './sweepRunOptions.ts';

/** Options that each machine gets anew. */
const ownOptions: ReadonlySet<string> = new Set([
  ...clusterOptions,
  'shard',
  'resume',
  'overwrite',
]);

/**
 * Runs a sweep where the options say: into its file on this machine, or on a cluster.
 *
 * @param sweep as prepared
 * @param args of the command line, as yargs gives them
 * @param positionals names of the arguments that stand without an option
 * @param pool workers that have been started for it
 * @returns the file that was written, where it was written here
 */
export async function runPreparedSweep(
  sweep: SourcedSweep,
  args: SweepRunArguments,
  positionals: readonly string[],
  pool?: WorkerPool,
): Promise<string | undefined> {
  if (args.engine !== undefined || args.status) {
    await runSweepCluster(sweep, args, sweepWords(args, positionals));
    return undefined;
  }
  const { output } = args;
  if (output === undefined) throw new UsageError('--output is missing: the file for the rows');
  return runSweepFile(sweep, { ...args, output }, pool);
}

/** The command line that runs the same sweep on another machine. */
function sweepWords(args: object, positionals: readonly string[]): string[] {
  const entries = Object.entries(args).filter(([, value]) => value !== undefined);
  const words = entries.flatMap(([key, value]) => {
    if (ownOptions.has(key) || positionals.includes(key) || /^(_|\$0)$/.test(key)) return [];
    if (value === false) return [];
    if (value === true) return [`--${key}`];
    return [value].flat().map((one) => `--${key}=${String(one)}`);
  });
  const given = entries.filter(([key]) => positionals.includes(key));
  return ['sweep', ...given.flatMap(([, value]) => [value].flat().map(String)), ...words];
}
