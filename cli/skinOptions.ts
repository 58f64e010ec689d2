import type { Options } from 'yargs';
import { outputOptions } from './resultOutput.ts';
import { setOption, textOption } from './textOption.ts';

/** Options of `solarcell skin`, in the order of the help. */
export const skinOptions = {
  irradiance: textOption('irradiance', 'Light, W/m2 [default: 1000]'),
  temperature: textOption('temperature', 'Cell temperature, degC [default: 25]'),
  spectrum: textOption(
    'spectrum',
    'am1.5g, am1.5d, am0, or a CSV file with wavelength_nm and irradiance_W_m2_nm [default: am1.5g]',
  ),
  set: setOption,
  ...outputOptions,
} satisfies Record<string, Options>;
