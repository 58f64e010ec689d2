import type { Options } from 'yargs';
import { outputOptions } from './resultOutput.ts';
import { setOption, spectrumOption, textOption } from './textOption.ts';

/** Options of `solarcell skin`, in the order of the help. */
export const skinOptions = {
  irradiance: textOption('irradiance', 'Light, W/m2 [default: 1000]'),
  temperature: textOption('temperature', 'Cell temperature, degC [default: 25]'),
  spectrum: spectrumOption,
  set: setOption,
  ...outputOptions,
} satisfies Record<string, Options>;
