import type { Options } from 'yargs';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { textOption } from './textOption.ts';
import { yearOptions } from './yearOptions.ts';

/** Models of the cell temperature that need no cell. */
const heatModels = ['faiman', 'pvsyst', 'sapm', 'noct'];

/** Options of `solarcell irradiance`, in the order of the help. */
export const irradianceOptions = {
  ...weatherOptions,
  ...planeOptions,
  'temperature-model': { ...planeOptions['temperature-model'], choices: heatModels },
  'faiman-u0': textOption('faiman-u0', 'W/(m2 K) [default: 25]'),
  'faiman-u1': textOption('faiman-u1', 'W s/(m3 K) [default: 6.84]'),
  soiling: yearOptions.soiling,
  iam: textOption('iam', 'Reflection at an angle [default: physical]', {
    choices: ['physical', 'ashrae', 'martin-ruiz', 'none'],
  }),
  'iam-coefficient': yearOptions['iam-coefficient'],
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
