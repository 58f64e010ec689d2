import type { Options } from 'yargs';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { setOption, spectrumOption } from './textOption.ts';

/** Options of `solarcell rate`, in the order of the help. */
export const rateOptions = {
  spectrum: spectrumOption,
  set: setOption,
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
