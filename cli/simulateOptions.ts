import type { Options } from 'yargs';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { setOption, textOption } from './textOption.ts';

function part(describe: string): Options {
  return { type: 'boolean', describe };
}

/** Options of `solarcell simulate`, in the order of the help. */
export const simulateOptions = {
  irradiance: textOption('irradiance', 'Light, W/m2 [default: 1000]'),
  temperature: textOption(
    'temperature',
    'Cell temperature, degC [default: 25]; a list or range (15:75:10), or nothing after it: a table of key figures and their coefficients',
    { requiresArg: false },
  ),
  spectrum: textOption(
    'spectrum',
    'am1.5g, am1.5d, am0, or a CSV file with wavelength_nm and irradiance_W_m2_nm [default: am1.5g]',
  ),
  set: setOption,
  jv: part('J-V curve in the light and in the dark'),
  eqe: part('External and internal quantum efficiency, reflectance'),
  'suns-voc': part('Open circuit against light: pseudo fill factor, implied Voc'),
  bands: part('Band diagram, densities, field and rates by depth'),
  bias: textOption(
    'bias',
    'Of the bands: mpp, sc, oc, equilibrium (dark) or a voltage, V [default: mpp]',
  ),
  lifetime: part('Effective lifetime and J0 against injection'),
  losses: part('From the limit of the wafer to the cell, loss by loss'),
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
