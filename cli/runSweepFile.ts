import { UsageError } from '../src/cell/errors.ts';
import { runSweep } from '../src/node/sweep/runSweep.ts';
import type { WorkerPool } from '../src/node/sweep/workerPool.ts';
import type { SourcedSweep } from '../src/sweep/prepare.ts';
import { parseShard, type Shard } from '../src/sweep/shard.ts';
import { shardFromEnvironment } from '../src/sweep/shardFromEnvironment.ts';
import { jobsOf, wholeNumber } from './sweepJobs.ts';
import { sweepProgressBar } from './sweepProgressBar.ts';
import type { SweepRunArguments } from './sweepRunOptions.ts';
import { tell } from './talk.ts';

/**
 * Runs a sweep into its file, as the options and a scheduler around it say. Ctrl-C and the end
 * that a scheduler announces stop it in order: what is done is kept.
 *
 * @param pool workers that have been started for it
 * @returns the file that was written, perhaps that of a part
 */
export async function runSweepFile(
  sweep: SourcedSweep,
  args: SweepRunArguments & { readonly output: string },
  pool?: WorkerPool,
): Promise<string> {
  const shard = chosenShard(args);
  const jobs = jobsOf(args);
  const { output, resume, overwrite } = args;
  if (resume && overwrite) throw new UsageError('--resume and --overwrite exclude each other');
  const stopping = new AbortController();
  const stop = (signal: NodeJS.Signals) => {
    // A second one does not wait for the points in flight.
    if (stopping.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    stopping.abort(signal);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const bar = await sweepProgressBar();
  try {
    const { path, rows, failed, wasComplete } = await runSweep(sweep.source, sweep, {
      output,
      resume,
      overwrite,
      jobs,
      shard,
      signal: stopping.signal,
      onProgress: bar.show,
      ...(pool && { pool }),
    });
    bar.stop();
    const lost = failed > 0 ? `, ${failed} of them failed` : '';
    tell(wasComplete ? `${path} is complete` : `wrote ${path}: ${rows} rows${lost}`);
    return path;
  } finally {
    bar.stop();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function chosenShard(args: SweepRunArguments): Shard | undefined {
  if (args.shard !== undefined) return parseShard(args.shard);
  const shards = wholeNumber(args.shards, '--shards', 1_000_000);
  const place = shardFromEnvironment(process.env, shards);
  if (place === undefined) return undefined;
  const { index, count } = place.shard;
  tell(`part ${index}/${count}, from ${place.from}`);
  return place.shard;
}
