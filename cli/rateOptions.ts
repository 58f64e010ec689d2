import type { Options } from 'yargs';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { spectralOption } from './spectralOption.ts';
import { setOption, spectrumOption, textOption } from './textOption.ts';

/** Options of the climate that a module is rated in. */
export const climateOptions = {
  climate: textOption('climate', 'A climate profile of IEC 61853-4 (CSV), in the place of weather'),
  tilt: textOption('tilt', 'From the horizontal, deg [default: 20, as the standard]'),
  azimuth: planeOptions.azimuth,
  transposition: planeOptions.transposition,
  albedo: planeOptions.albedo,
  sun: planeOptions.sun,
  horizon: planeOptions.horizon,
  iam: textOption(
    'iam',
    'Reflection at an angle: of the standard, or the cell [default: martin-ruiz]',
    {
      choices: ['martin-ruiz', 'own'],
    },
  ),
  'iam-coefficient': textOption('iam-coefficient', 'Of martin-ruiz [default: 0.16]'),
  spectral: spectralOption,
  'faiman-u0': textOption('faiman-u0', 'Of IEC 61853-2, W/(m2 K) [default: 25]'),
  'faiman-u1': textOption('faiman-u1', 'Of IEC 61853-2, W s/(m3 K) [default: 6.84]'),
} satisfies Record<string, Options>;

/** Options of `solarcell rate`, in the order of the help. */
export const rateOptions = {
  spectrum: spectrumOption,
  set: setOption,
  ...weatherOptions,
  ...climateOptions,
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
