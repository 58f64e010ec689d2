import type { Options } from 'yargs';
import { UsageError } from '../src/cell/errors.ts';

/** Formats of a comparison, and the file endings that stand for them. */
export const compareFormats = {
  table: ['.txt'],
  json: ['.json'],
  csv: ['.csv'],
  markdown: ['.md'],
} as const;

/** A format of a comparison. */
export type CompareFormat = keyof typeof compareFormats;

/** An option is given once; yargs would make a list of two. */
function once(name: string) {
  return (value: unknown): string | undefined => {
    if (Array.isArray(value)) throw new UsageError(`--${name} is given ${value.length} times`);
    return value === undefined ? undefined : String(value);
  };
}

function text(name: string, describe: string, more: Options = {}): Options {
  return { type: 'string', requiresArg: true, describe, coerce: once(name), ...more };
}

/** Options of `solarcell compare`, in the order of the help. */
export const compareOptions = {
  irradiance: text('irradiance', 'Light, W/m2: 800, 200,500,1000 or 200:1000:200 [default: 1000]'),
  temperature: text('temperature', 'Cell temperature, degC: value, list or range [default: 25]'),
  hours: text('hours', 'Hours of that light, for the energy'),
  profile: text(
    'profile',
    'Light over time, for the energy: summer-day, or a CSV file with time, irradiance_W_m2 and optionally temperature_C (of the cell)',
  ),
  spectrum: text(
    'spectrum',
    'am1.5g, am1.5d, am0, or a CSV file with wavelength_nm and irradiance_W_m2_nm [default: am1.5g]',
  ),
  baseline: text('baseline', 'Cell that gains refer to [default: perc, or the first]'),
  set: {
    type: 'string',
    array: true,
    nargs: 1,
    describe: 'Change a value of every cell: wafer.thickness=130um (may be repeated)',
  },
  format: text(
    'format',
    'table, json, csv or markdown [default: table, or by the ending of --output]',
    {
      choices: Object.keys(compareFormats),
    },
  ),
  output: text('output', 'Write to a file, whole or not at all'),
} satisfies Record<string, Options>;
