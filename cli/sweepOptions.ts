import type { Options } from 'yargs';
import { designKinds, sweepTargets } from '../src/sweep/planWords.ts';
import { plotOption } from './plotOutput.ts';
import { sweepFieldOptions } from './sweepFieldOptions.ts';
import { sweepRunOptions } from './sweepRunOptions.ts';
import { setOption, textOption } from './textOption.ts';

function repeated(describe: string): Options {
  return { type: 'string', array: true, nargs: 1, describe };
}

/** Options of `solarcell sweep` that say what it is; each goes before what the plan file says. */
export const sweepPlanOptions = {
  vary: repeated('An axis: wafer.thickness=100um:200um:10um (may be repeated)'),
  link: repeated('Axes that go together, value by value: a,b (may be repeated)'),
  where: repeated('A condition on the inputs: "wafer.thickness > 80 um" (may be repeated)'),
  let: repeated('An input by expression: "wafer.doping = 1e15 cm^-3 * x" (may be repeated)'),
  column: repeated('A further result: "loss = 26.81 - efficiency" (may be repeated)'),
  design: textOption('design', 'How points are chosen [default: grid]', {
    choices: designKinds,
  }),
  points: textOption('points', 'Number of points of a sampling design'),
  seed: textOption('seed', 'Of a sampling design [default: 1]'),
  target: textOption('target', 'What is calculated at each point [default: simulate]', {
    choices: sweepTargets,
  }),
  fidelity: textOption('fidelity', 'How cells are solved [default: detailed]', {
    choices: ['detailed', 'lumped'],
  }),
  figures: textOption(
    'figures',
    'Results to keep: efficiency,voc,jsc,ff,pseudo_ff,j0,pmax_pct_K and more; efficiency alone is fast',
  ),
  spectrum: textOption('spectrum', 'am1.5g, am1.5d, am0, or a CSV file [default: am1.5g]'),
  profile: textOption(
    'profile',
    'Light over time for the target energy: summer-day, or a CSV file',
  ),
  irradiance: textOption('irradiance', 'Where it is not varied, W/m2 [default: 1000]'),
  temperature: textOption('temperature', 'Where it is not varied, degC [default: 25]'),
  set: setOption,
} satisfies Record<string, Options>;

/** Formats of rows on the terminal. */
export const rowPrints = ['table', 'csv', 'ndjson'] as const;

/** All options of `solarcell sweep`, in the order of the help. */
export const sweepOptions = {
  ...sweepPlanOptions,
  ...sweepFieldOptions,
  format: textOption('format', 'table, csv or ndjson on the terminal [default: table]', {
    choices: rowPrints,
  }),
  output: textOption('output', 'File for the rows: .csv, .ndjson or .parquet'),
  ...plotOption,
  ...sweepRunOptions,
  'dry-run': { type: 'boolean', describe: 'Count the points and estimate the time' },
  schema: { type: 'boolean', describe: 'Print the JSON Schema of plans, for an editor' },
} satisfies Record<string, Options>;
