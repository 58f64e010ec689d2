import type { Options } from 'yargs';
import { textOption } from './textOption.ts';

/** Options of every command: how it behaves at the shell. */
export const mannerOptions = {
  quiet: { type: 'boolean', describe: 'Say nothing but the result and errors' },
  verbose: { type: 'boolean', describe: 'Say how long each stage took, and what the solver did' },
  config: textOption('config', 'Defaults from this file, in the place of solarcell.config.yaml'),
  'no-config': { type: 'boolean', describe: 'Without defaults from a file' },
} satisfies Record<string, Options>;
