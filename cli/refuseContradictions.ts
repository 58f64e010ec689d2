import { UsageError } from '../src/cell/errors.ts';

/** Options as typed, by name. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/** An option that only means something with another one. */
export interface OptionRule {
  readonly options: readonly string[];
  /** The other option; it must have one of the values, or be given at all where there are none. */
  readonly needs: string;
  readonly values?: readonly string[];
  /** Value that counts where the other option is not given. */
  readonly default?: string;
}

const isGiven = (args: GivenOptions, name: string) =>
  args[name] !== undefined && args[name] !== false;

/**
 * Refuses options that would be passed over without a word.
 *
 * @throws UsageError naming both options
 */
export function refuseContradictions(args: GivenOptions, rules: readonly OptionRule[]): void {
  for (const { options, needs, values, default: usual } of rules) {
    const option = options.find((name) => isGiven(args, name));
    if (option === undefined) continue;
    if (values === undefined) {
      if (!isGiven(args, needs)) throw new UsageError(`--${option} needs --${needs}`);
      continue;
    }
    const value = args[needs] === undefined ? usual : String(args[needs]);
    if (value !== undefined && values.includes(value)) continue;
    const found =
      args[needs] === undefined && usual !== undefined ? `${usual} (the default)` : value;
    const allowed = values.map((name) => `--${needs} ${name}`).join(' or ');
    throw new UsageError(`--${option} belongs to ${allowed}, not to ${found ?? 'none'}`);
  }
}

/**
 * Refuses pairs of options that ask for different things.
 *
 * @throws UsageError naming both options
 */
export function refuseBoth(
  args: GivenOptions,
  options: readonly string[],
  others: readonly string[],
): void {
  for (const option of options) {
    for (const other of others) {
      if (option === other || !isGiven(args, option) || !isGiven(args, other)) continue;
      throw new UsageError(`--${option} and --${other} exclude each other`);
    }
  }
}

/** The first of the options that is given. */
export function firstGiven(args: GivenOptions, names: readonly string[]): string | undefined {
  return names.find((name) => isGiven(args, name));
}
