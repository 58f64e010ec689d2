import type { Options } from 'yargs';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { fidelityOption, setOption, spectrumOption, textOption } from './textOption.ts';
import { yearOptions } from './yearOptions.ts';

/** Options of `solarcell compare`, in the order of the help. */
export const compareOptions = {
  irradiance: textOption(
    'irradiance',
    'Light, W/m2: 800, 200,500,1000, 200:1000:200, or tabulated: as the spectrum has it [default: 1000]',
  ),
  temperature: textOption(
    'temperature',
    'Cell temperature, degC: value, list or range [default: 25]',
  ),
  hours: textOption('hours', 'Hours of that light, for the energy'),
  profile: textOption(
    'profile',
    'Light over time, for the energy: summer-day, or a CSV file with time, irradiance_W_m2 and optionally temperature_C (of the cell)',
  ),
  spectrum: spectrumOption,
  fidelity: fidelityOption,
  baseline: textOption('baseline', 'Cell that gains refer to [default: perc, or the first]'),
  set: {
    ...setOption,
    describe: 'Change a value of every cell: wafer.thickness=130um (may be repeated)',
  },
  ...weatherOptions,
  ...planeOptions,
  ...yearOptions,
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
