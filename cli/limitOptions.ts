import type { Options } from 'yargs';
import { plotOption } from './plotOutput.ts';
import { outputOptions } from './resultOutput.ts';
import { textOption } from './textOption.ts';

/** Auger laws of the silicon limit, by the names they are asked for with. */
export const limitAuger = {
  richter2012: 'richter2012',
  /** The limit that was computed with it is of 2013. */
  richter2013: 'richter2012',
  niewelt2022: 'niewelt2022',
  none: 'none',
} as const;

/** Options of `solarcell limit`, in the order of the help. */
export const limitOptions = {
  gap: textOption('gap', 'Band gap of one ideal junction, eV: 1.34, a list or 0.7:2.2:0.02'),
  material: textOption('material', 'silicon: its Auger recombination and its absorption', {
    choices: ['silicon'],
  }),
  thickness: textOption('thickness', 'Of the silicon, um: value, list or range [default: 110um]'),
  auger: textOption(
    'auger',
    'Auger recombination [default: richter2012; richter2013 is the same]',
    {
      choices: Object.keys(limitAuger),
    },
  ),
  optics: textOption('optics', 'Ideal light trapping [default: tiedje]', {
    choices: ['tiedje', 'lambertian'],
  }),
  doping: textOption('doping', 'Of the silicon, cm^-3 [default: 0, undoped]'),
  type: textOption('type', 'Of the doping [default: n]', { choices: ['n', 'p'] }),
  spectrum: textOption(
    'spectrum',
    'Name or CSV file, as tabulated [default: am1.5g; iec60904-3 for silicon]',
  ),
  irradiance: textOption(
    'irradiance',
    'Scale the light to it and refer the efficiency to it, W/m2 [default: as tabulated; 1000 for AM1.5G]',
  ),
  temperature: textOption('temperature', 'Of the cell, degC [default: 25]'),
  ...plotOption,
  ...outputOptions,
} satisfies Record<string, Options>;
