/** Powers of ten of the prefixes that the field writes. */
const prefixes: Readonly<Record<string, number>> = {
  f: -15,
  p: -12,
  n: -9,
  u: -6,
  m: -3,
  c: -2,
  k: 3,
  M: 6,
};

/** Units that take prefixes; anything else is left to the unit parser. */
const bases = ['m', 's', 'A', 'V', 'W', 'eV', 'ohm'];

interface Term {
  readonly base: string;
  /** Power of ten of the prefix times the exponent of the unit. */
  readonly power: number;
  readonly exponent: number;
}

/**
 * Power of ten between two units that differ in metric prefixes only: `fA/cm^2` and `A/cm^2`.
 *
 * The unit parser knows them all and a hundred times more, but takes most of a second to load from
 * a checkout; nearly every value of a cell file needs no more than this.
 *
 * @returns p with 1 given = 10^p unit, or undefined where the units differ in more than prefixes
 * @example metricPower('ms', 's') // -3
 */
export function metricPower(given: string, unit: string): number | undefined {
  const from = termsOf(given);
  const to = termsOf(unit);
  if (from === undefined || to === undefined || from.length !== to.length) return undefined;
  let power = 0;
  for (let i = 0; i < from.length; i++) {
    if (from[i]!.base !== to[i]!.base || from[i]!.exponent !== to[i]!.exponent) return undefined;
    power += from[i]!.power - to[i]!.power;
  }
  return power;
}

/** Terms of `ohm cm^2` or `A/cm^2`: at most one division, no parentheses. */
function termsOf(unit: string): Term[] | undefined {
  const [above, below, ...more] = unit.split('/');
  if (more.length > 0) return undefined;
  const terms = [...factorsOf(above!, 1), ...factorsOf(below ?? '', -1)];
  return terms.every((term) => term !== undefined) ? terms : undefined;
}

function factorsOf(text: string, sign: 1 | -1): (Term | undefined)[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((factor) => {
      const match = /^([A-Za-z]+)(?:\^(-?\d+))?$/.exec(factor);
      const exponent = sign * Number(match?.[2] ?? 1);
      const word = match?.[1] ?? '';
      const base =
        bases.find((candidate) => word === candidate) ??
        bases.find((candidate) => word.slice(1) === candidate);
      if (base === undefined) return undefined;
      if (word === base) return { base, power: 0, exponent };
      const prefix = prefixes[word.charAt(0)];
      return prefix === undefined ? undefined : { base, power: prefix * exponent, exponent };
    });
}
