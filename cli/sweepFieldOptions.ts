import type { Options } from 'yargs';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { yearOptions } from './yearOptions.ts';

const { module: _, hourly: __, 'cell-model': ___, ...ofCells } = yearOptions;

/** What a sweep's cells stand in for their yearly energy: the options of `compare` over a year. */
export const sweepFieldOptions: Readonly<Record<string, Options>> = {
  ...weatherOptions,
  ...planeOptions,
  ...ofCells,
};
