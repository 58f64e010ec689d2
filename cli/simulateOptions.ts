import type { Options } from 'yargs';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { fidelityOption, setOption, spectrumOption, textOption } from './textOption.ts';

function part(describe: string): Options {
  return { type: 'boolean', describe };
}

/** Options of `solarcell simulate`, in the order of the help. */
export const simulateOptions = {
  irradiance: textOption(
    'irradiance',
    'Light, W/m2, or tabulated: as the spectrum has it [default: 1000]',
  ),
  'rear-irradiance': textOption(
    'rear-irradiance',
    'Light from behind at the same time, W/m2 [default: 0]',
  ),
  temperature: textOption(
    'temperature',
    'Cell temperature, degC [default: 25]; a list or range (15:75:10), or nothing after it: a table of key figures and their coefficients',
    { requiresArg: false },
  ),
  spectrum: spectrumOption,
  mismatch: textOption(
    'mismatch',
    'Spectral mismatch factor of the light against am1.5g, as a pyranometer measures it, or a reference cell named here',
    { requiresArg: false },
  ),
  set: setOption,
  fidelity: fidelityOption,
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
  mesh: part('Error of the mesh in each key figure, told by one twice as fine'),
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
