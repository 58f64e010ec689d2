import type { Options } from 'yargs';
import { moduleOptions } from './moduleOptions.ts';
import { spectralOption } from './spectralOption.ts';
import { textOption } from './textOption.ts';

/** What `solarcell compare` asks of cells in a year of weather, beside light and mounting. */
export const yearOptions = {
  bifacial: {
    type: 'boolean',
    describe: 'Count the light behind, of endless rows: by the device lit from both sides',
  },
  soiling: textOption('soiling', 'Light that dirt takes: 2%, or twelve, by month [default: 0]'),
  iam: textOption('iam', 'Reflection at an angle [default: physical; optics with --encapsulated]', {
    choices: ['optics', 'physical', 'ashrae', 'martin-ruiz', 'none'],
  }),
  'iam-coefficient': textOption(
    'iam-coefficient',
    'b of ashrae [default: 0.05], losses of martin-ruiz [default: 0.16]',
  ),
  spectral: spectralOption,
  'cell-model': textOption(
    'cell-model',
    'map of light and temperature, full: every hour solved, module: rated power and coefficient [default: map]',
    { choices: ['map', 'full', 'module'] },
  ),
  module: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'Also a commercial module of the CEC list, by name or part of it (may be repeated)',
  },
  ...moduleOptions,
  'module-loss': textOption('module-loss', 'Power lost from cells to a module: 3% [default: 0]'),
  inverter: textOption('inverter', 'Efficiency at full load, 0.96: energy is then AC'),
  'dc-ac-ratio': textOption(
    'dc-ac-ratio',
    'Rated DC power over that of the inverter [default: 1.1]',
  ),
  hourly: textOption(
    'hourly',
    'Write every hour of every cell to a .csv, .ndjson or .parquet file',
  ),
} satisfies Record<string, Options>;
