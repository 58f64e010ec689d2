import type { Options } from 'yargs';
import { textOption } from './textOption.ts';

/** Options of `solarcell merge`. */
export const mergeOptions = {
  output: textOption('output', 'File for all rows in order: .ndjson, .csv or .parquet', {
    demandOption: true,
  }),
} satisfies Record<string, Options>;
