import type { Options } from 'yargs';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { textOption } from './textOption.ts';

/** Options of `solarcell best`, in the order of the help. */
export const bestOptions = {
  by: textOption('by', 'Column that decides: efficiency [default: the first result]'),
  top: textOption('top', 'Number of points [default: 10]'),
  minimise: { type: 'boolean', describe: 'The lowest is the best' },
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
