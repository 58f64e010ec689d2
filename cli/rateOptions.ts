import type { Options } from 'yargs';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { setOption, textOption } from './textOption.ts';

/** Options of `solarcell rate`, in the order of the help. */
export const rateOptions = {
  spectrum: textOption('spectrum', 'Name or CSV file [default: am1.5g]'),
  set: setOption,
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
