import type { Options } from 'yargs';
import { moduleOptions } from './moduleOptions.ts';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { setOption, textOption } from './textOption.ts';

/** Options of `solarcell optics`, in the order of the help. */
export const opticsOptions = {
  spectrum: textOption('spectrum', 'Name or CSV file [default: am1.5g]'),
  irradiance: textOption(
    'irradiance',
    'W/m2, or tabulated: as the spectrum has it [default: 1000]',
  ),
  side: textOption('side', 'Side that the light falls on [default: front]', {
    choices: ['front', 'rear', 'both'],
  }),
  'rear-irradiance': textOption(
    'rear-irradiance',
    'Of --side both, behind, W/m2 [default: as on the front]',
  ),
  angle: textOption('angle', 'From the normal, deg [default: 0]; several: a table of the response'),
  depth: { type: 'boolean', describe: 'Generation in the wafer by depth, for other simulators' },
  wavelengths: textOption('wavelengths', 'nm, from:to:step [default: 300:1200:5]'),
  temperature: textOption('temperature', 'Of the cell, degC [default: 25]'),
  ...moduleOptions,
  vary: textOption(
    'vary',
    'A value of the cell over a range or list, with the optimum: front.layers.tco.thickness=50nm:110nm',
  ),
  set: setOption,
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
