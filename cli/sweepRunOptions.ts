import type { Options } from 'yargs';
import { textOption } from './textOption.ts';

/** How a sweep is run, as the user wrote it. */
export interface SweepRunArguments {
  readonly output?: string;
  readonly jobs?: string;
  readonly resume?: boolean;
  readonly overwrite?: boolean;
  readonly shard?: string;
  readonly shards?: string;
  readonly status?: boolean;
  readonly engine?: 'slurm' | 'kubernetes';
  readonly template?: string;
  readonly 'dry-run'?: boolean;
}

/** Options of `solarcell sweep` that say how and where it runs, not what it is. */
export const sweepRunOptions = {
  jobs: textOption('jobs', 'Worker threads [default: SLURM_CPUS_PER_TASK, or all cores]'),
  resume: {
    type: 'boolean',
    describe: 'Go on where an earlier run stopped; start where there was none',
  },
  overwrite: { type: 'boolean', describe: 'Replace an output or an unfinished run' },
  shard: textOption('shard', 'Only part i of n: 3/64 [default: as a job array tells]'),
  shards: textOption('shards', 'Number of parts for --engine and --status'),
  status: { type: 'boolean', describe: 'Say how far the parts of --shards are' },
  engine: textOption('engine', 'Hand the sweep to a cluster: slurm submits, kubernetes prints', {
    choices: ['slurm', 'kubernetes'],
  }),
  template: textOption('template', "Your site's script or manifest in place of the one that ships"),
} satisfies Record<string, Options>;

/** Those of them that say how many machines, and are not handed on to each machine. */
export const clusterOptions = ['engine', 'template', 'shards', 'status', 'dry-run'] as const;
