import type { Options } from 'yargs';
import { compareOptions } from './compareOptions.ts';
import { textOption } from './textOption.ts';

const { plot: _drawn, format: _html, hourly: _rows, ...compared } = compareOptions;

/** Options of `solarcell report`: those of `compare`, and a page in the place of its formats. */
export const reportOptions = {
  ...compared,
  'rear-irradiance': textOption(
    'rear-irradiance',
    'Light behind, in the table of both sides, W/m2 [default: 200]',
  ),
  output: textOption('output', 'The page: an .html file, written whole or not at all'),
} satisfies Record<string, Options>;
