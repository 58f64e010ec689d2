import { UsageError } from '../src/cell/errors.ts';
import { readDataFile } from '../src/node/dataFiles.ts';
import { manifestFiles, scriptFiles } from '../src/node/dataKinds.ts';
import { type PartState, partStates } from '../src/node/sweep/partStates.ts';
import { submitSlurm } from '../src/node/sweep/submitSlurm.ts';
import { indexList } from '../src/sweep/checkParts.ts';
import {
  type ClusterJob,
  jobName,
  kubernetesManifest,
  slurmScript,
} from '../src/sweep/engines/clusterJob.ts';
import { shellWords } from '../src/sweep/engines/shellWords.ts';
import type { PreparedSweep } from '../src/sweep/preparedSweep.ts';
import { wholeNumber } from './sweepJobs.ts';
import type { SweepRunArguments } from './sweepRunOptions.ts';
import { tell } from './talk.ts';

/**
 * Hands a sweep to a cluster, or says how far it is there.
 *
 * @param sweep what is to run
 * @param args with --engine or --status
 * @param words of the command line that runs it on one machine, behind the program's name
 */
export async function runSweepCluster(
  sweep: PreparedSweep,
  args: SweepRunArguments,
  words: readonly string[],
): Promise<void> {
  const { output, engine } = args;
  const asker = engine === undefined ? '--status' : `--engine ${engine}`;
  const shards = wholeNumber(args.shards, '--shards', 1_000_000);
  if (output === undefined) throw new UsageError(`${asker} needs --output for the rows`);
  if (shards === undefined) throw new UsageError(`${asker} needs --shards, the number of parts`);
  if (args.shard !== undefined) throw new UsageError(`--shard and ${asker} exclude each other`);
  if (engine === 'kubernetes') {
    const missing = Array.from({ length: shards }, (_, i) => i + 1);
    const job = { name: jobName(output), shards, missing, command: ['solarcell', ...words] };
    const template = await readDataFile(args.template ?? 'kubernetes', manifestFiles);
    process.stdout.write(kubernetesManifest(job, template));
    return;
  }
  const states = await partStates(sweep, output, shards);
  if (engine === undefined) process.stdout.write(statusText(states));
  else await runSlurm(states, output, args, words);
}

async function runSlurm(
  states: readonly PartState[],
  output: string,
  args: SweepRunArguments,
  words: readonly string[],
): Promise<void> {
  const foreign = states.find(({ state }) => state === 'foreign');
  if (foreign !== undefined) {
    throw new UsageError(
      `${foreign.path}: is of another plan, cell or version; choose another --output`,
    );
  }
  const missing = states.filter(({ state }) => state === 'missing' || state === 'stopped');
  const program = [process.execPath, ...process.execArgv, process.argv[1]!];
  const merge = shellWords([
    ...program,
    'merge',
    ...states.map(({ path }) => path),
    '--output',
    output,
  ]);
  if (missing.length === 0) {
    const running = states.filter(({ state }) => state === 'running').length;
    tell(
      running > 0
        ? `nothing to submit: ${running} parts are running, the others complete`
        : 'nothing to submit: all parts are complete; solarcell merge joins them',
    );
    return;
  }
  const job: ClusterJob = {
    name: jobName(output),
    shards: states.length,
    missing: missing.map(({ index }) => index),
    command: [...program, ...words],
  };
  const script = slurmScript(job, await readDataFile(args.template ?? 'slurm', scriptFiles));
  if (args['dry-run']) {
    process.stdout.write(script);
    return;
  }
  const { array, merge: mergeId } = await submitSlurm(script, merge, job.name);
  tell(
    `submitted job array ${array}: parts ${indexList(job.missing)} of ${job.shards}; job ${mergeId} merges them to ${output}`,
  );
}

/** How far the parts are, for people. */
export function statusText(states: readonly PartState[]): string {
  const count = (state: PartState['state']) => states.filter((part) => part.state === state);
  const words = (['complete', 'running', 'stopped', 'missing', 'foreign'] as const)
    .map((state) => ({ state, number: count(state).length }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${number} ${state}`);
  const total = (key: 'points' | 'done' | 'failed') =>
    states.reduce((sum, part) => sum + part[key], 0);
  const part = ({ index, state, done, points, host }: PartState) =>
    `  part ${index} ${state}${host ? ` on ${host}` : ''}: ${done} of ${points} points\n`;
  const list = (state: 'missing' | 'foreign', note: string) => {
    const indices = count(state).map(({ index }) => index);
    return indices.length > 0 ? `  ${note}: ${indexList(indices)}\n` : '';
  };
  return [
    `${states.length} parts: ${words.join(', ')}; ${total('done')} of ${total('points')} points done, ${total('failed')} failed\n`,
    ...count('running').map(part),
    ...count('stopped').map(part),
    list('missing', 'missing'),
    list('foreign', 'of another plan'),
  ].join('');
}
