import { availableParallelism } from 'node:os';
import type { Argv, CommandModule } from 'yargs';
import type { WorkerPool } from '../src/node/sweep/workerPool.ts';
import type { SweepArguments } from './runSweepCommand.ts';
import { sweepFieldOptions } from './sweepFieldOptions.ts';
import { sweepOptions, sweepPlanOptions } from './sweepOptions.ts';

/** `solarcell sweep`; what it calls is loaded when it runs. */
export const sweepCommand: CommandModule<object, SweepArguments> = {
  command: 'sweep [what..]',
  describe: 'Calculate a cell over any of its parameters',
  builder: (args: Argv): Argv<SweepArguments> => {
    args
      .positional('what', {
        type: 'string',
        array: true,
        describe: 'A plan (YAML), a cell or a cell file, or a plan and a cell',
      })
      .options(sweepOptions)
      .group(Object.keys(sweepPlanOptions), 'Plan:')
      .group(Object.keys(sweepFieldOptions), 'A year of weather, for --target energy:')
      .group(['plot', 'format', 'output', 'dry-run', 'schema'], 'Output:')
      .group(['jobs', 'resume', 'overwrite'], 'Running:')
      .group(['shard', 'shards', 'status', 'engine', 'template'], 'Many machines:')
      .example('$0 sweep shj --vary wafer.thickness=100um:160um:20um', 'a table of key figures')
      .example('$0 sweep shj --vary wafer.thickness=80um:200um:10um --plot', 'efficiency as a line')
      .example('$0 sweep shj --vary irradiance=log(50:1000:8) --format csv', 'one row a point')
      .example(
        '$0 sweep perc --vary "wafer.thickness=normal(160um:5um)" --design sobol --points 256',
        'what a spread of the thickness does',
      )
      .example(
        '$0 sweep plan.yaml --output big.parquet --resume',
        'on all cores; goes on where it stopped',
      )
      .example(
        '$0 sweep plan.yaml --output big.parquet --shards 64 --engine slurm',
        'as a job array',
      )
      .example(
        '$0 sweep shj --target energy --site miami --vary wafer.thickness=100um,150um',
        'kilowatt-hours of a year',
      )
      .example('$0 sweep shj --target energy --site miami --vary tilt=10:40:5', 'the best tilt')
      .example('$0 sweep plan.yaml --dry-run', 'how many points, how long')
      .example('$0 sweep --schema > plan.schema.json', 'for completion in an editor');
    return args as unknown as Argv<SweepArguments>;
  },
  handler: async (args) => {
    // Threads start on other cores while this one loads what reads the plan.
    const pool = runsHere(args) ? await startPool(args) : undefined;
    try {
      const { runSweepCommand } = await import('./runSweepCommand.ts');
      await runSweepCommand(args, pool);
    } finally {
      await pool?.stop();
    }
  },
};

/** Whether rows go into a file by threads of this process. */
function runsHere({ output, engine, status, schema, 'dry-run': dry }: SweepArguments): boolean {
  return output !== undefined && engine === undefined && !status && !schema && !dry;
}

async function startPool(args: SweepArguments): Promise<WorkerPool> {
  const [{ jobsOf }, { startWorkerPool }] = await Promise.all([
    import('./sweepJobs.ts'),
    import('../src/node/sweep/workerPool.ts'),
  ]);
  return startWorkerPool(jobsOf(args) ?? availableParallelism());
}
