import type { Options } from 'yargs';
import { UsageError } from '../src/cell/errors.ts';

/** An option is given once; yargs would make a list of two. */
function once(name: string) {
  return (value: unknown): string | undefined => {
    if (Array.isArray(value)) throw new UsageError(`--${name} is given ${value.length} times`);
    return value === undefined ? undefined : String(value);
  };
}

/**
 * An option with a text, read and checked later: units and ranges are the calculation's business.
 *
 * @param name of the option, for messages
 * @param describe its line in the help
 * @param more what differs from a text that must follow
 */
export function textOption(name: string, describe: string, more: Options = {}): Options {
  return { type: 'string', requiresArg: true, describe, coerce: once(name), ...more };
}

/** `--set path=value`, which may be repeated. */
export const setOption = {
  type: 'string',
  array: true,
  nargs: 1,
  describe: 'Change a value of the cell: wafer.thickness=130um (may be repeated)',
} as const satisfies Options;

/** `--spectrum`, of every command that lights a cell. */
export const spectrumOption: Options = textOption(
  'spectrum',
  'am1.5g, am1.5d, am0, e490, iec60904-3, clear-sky:airmass=2,water=3, led:850nm, laser:1064nm or a CSV file [default: am1.5g]',
);

/** `--fidelity`: how cells are solved. */
export const fidelityOption = textOption(
  'fidelity',
  'detailed: the whole stack; lumped: a neutral wafer between skins, for many conditions [default: detailed]',
  { choices: ['detailed', 'lumped'] },
);
