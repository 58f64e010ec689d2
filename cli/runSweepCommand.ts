import pc from 'picocolors';
import { UsageError } from '../src/cell/errors.ts';
import { isStandardInput } from '../src/node/dataFiles.ts';
import { prepareSweep } from '../src/node/prepareSweep.ts';
import { textFormats } from '../src/node/rows/rowFormat.ts';
import type { WorkerPool } from '../src/node/sweep/workerPool.ts';
import { sectionTable } from '../src/report/sectionText.ts';
import { sweepEstimate, sweepSection } from '../src/report/sweepSection.ts';
import { sweepPlanJsonSchema } from '../src/sweep/plan.ts';
import type { SourcedSweep } from '../src/sweep/prepare.ts';
import type { SweepRow } from '../src/sweep/preparedSweep.ts';
import { sweepColumns, sweepSchema, sweepValues } from '../src/sweep/sweepFile.ts';
import { plotSweep, plotSweepFile, refuseTooMany } from './plotSweep.ts';
import { readSweepPlan, type SweepPlanArguments } from './readSweepPlan.ts';
import { firstGiven, refuseBoth } from './refuseContradictions.ts';
import { runPreparedSweep } from './runPreparedSweep.ts';
import type { rowPrints } from './sweepOptions.ts';
import type { SweepRunArguments } from './sweepRunOptions.ts';

/** Arguments of `solarcell sweep`. */
export interface SweepArguments extends SweepPlanArguments, SweepRunArguments {
  readonly format?: (typeof rowPrints)[number];
  readonly plot?: string;
  readonly schema?: boolean;
}

/** A table for people is held whole; more points than this belong into a file. */
const mostTableRows = 10_000;

/**
 * Reads the plan and runs it: into a file, or onto the terminal.
 *
 * @param pool workers for a run into a file, which start while this is loaded
 */
export async function runSweepCommand(args: SweepArguments, pool?: WorkerPool): Promise<void> {
  if (args.schema) {
    process.stdout.write(`${JSON.stringify(sweepPlanJsonSchema(), null, 2)}\n`);
    return;
  }
  if (args.output === undefined && args.engine === undefined && !args.status) {
    const ofFiles = firstGiven({ ...args }, ['shard', 'resume', 'overwrite', 'jobs']);
    if (ofFiles !== undefined) throw new UsageError(`--${ofFiles} needs --output`);
  }
  if (args.engine !== undefined && args.what?.some(isStandardInput)) {
    throw new UsageError('--engine hands on files: the standard input reaches no other machine');
  }
  const plan = await readSweepPlan(args);
  const isYear = plan.target === 'energy' && plan.profile === undefined;
  const field = isYear ? (await import('./readSweepField.ts')).fieldReader : undefined;
  const sweep = await prepareSweep(plan, field);
  const { engine, status, plot } = args;
  if (plot !== undefined) {
    refuseBoth({ ...args }, ['plot'], ['engine', 'status', 'dry-run']);
    refuseTooMany(sweep);
  }
  if (engine !== undefined || status || pool !== undefined) {
    const path = await runPreparedSweep(sweep, args, ['what'], pool);
    if (plot !== undefined && path !== undefined) await plotSweepFile(sweep, path, plot);
    return;
  }
  if (args['dry-run']) {
    process.stdout.write(sweepEstimate(sweep, performance));
    return;
  }
  await printRows(sweep, args.format ?? 'table', plot);
}

async function printRows(
  sweep: SourcedSweep,
  format: (typeof rowPrints)[number],
  plot: string | undefined,
): Promise<void> {
  if (format !== 'table') {
    const { encoder, head } = textFormats[format];
    const columns = sweepColumns(sweep);
    process.stdout.write(head({ schema: sweepSchema, columns, metadata: sweep.metadata }));
    const encode = encoder(columns);
    const rows: SweepRow[] = [];
    for (const row of sweep.rows(0, sweep.count, 1)) {
      process.stdout.write(encode(sweepValues(row)));
      if (plot !== undefined) rows.push(row);
    }
    if (plot !== undefined) await plotSweep(sweep, rows, plot);
    return;
  }
  if (sweep.count > mostTableRows) {
    throw new UsageError(`${sweep.count} points are too many for a table; use --format csv`);
  }
  const rows: SweepRow[] = [...sweep.rows(0, sweep.count, 1)];
  if (plot !== undefined) await plotSweep(sweep, rows, plot);
  if (plot === '') return;
  const colour = pc.isColorSupported && process.stdout.isTTY === true;
  process.stdout.write(sectionTable(sweepSection(sweep, rows), pc.createColors(colour)));
}
