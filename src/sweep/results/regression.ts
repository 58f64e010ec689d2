import type { Covariance } from './covariance.ts';

/** A linear model in units of the standard deviations. */
export interface StandardRegression {
  /** Coefficient of each input; undefined for one that does not move, or moves with those before it. */
  readonly coefficients: readonly (number | undefined)[];
  /** Share of the variance of the output that the model explains, 0 to 1. */
  readonly r2: number;
}

/** What of an input the ones before it leave unexplained: less is none, it moves with them. */
const leastOwn = 1e-9;

/**
 * Standardised regression coefficients: by how many of its standard deviations the output changes
 * when an input changes by one of its own and the others stand.
 *
 * @param sums inputs first, then the output
 * @param inputs number of inputs
 * @see A. Saltelli et al., Global Sensitivity Analysis: The Primer, Wiley (2008), ch. 1.2.5,
 *   doi:10.1002/9780470725184
 */
export function standardRegression(sums: Covariance, inputs: number): StandardRegression {
  const deviation = Array.from({ length: inputs + 1 }, (_, i) => Math.sqrt(sums.of(i, i)));
  const correlation = (i: number, j: number) => sums.of(i, j) / (deviation[i]! * deviation[j]!);
  const out = inputs;
  const coefficients: (number | undefined)[] = new Array(inputs).fill(undefined);
  if (!(deviation[out]! > 0)) return { coefficients, r2: 0 };
  // Cholesky's factors of the correlations, leaving out what has nothing of its own.
  const used: number[] = [];
  const factor: number[][] = [];
  for (let i = 0; i < inputs; i++) {
    if (!(deviation[i]! > 0)) continue;
    const row: number[] = [];
    used.forEach((j, b) => {
      const known = row.reduce((sum, value, k) => sum + value * factor[b]![k]!, 0);
      row.push((correlation(i, j) - known) / factor[b]![b]!);
    });
    const own = 1 - row.reduce((sum, value) => sum + value * value, 0);
    if (own < leastOwn) continue;
    factor.push([...row, Math.sqrt(own)]);
    used.push(i);
  }
  const forward: number[] = [];
  used.forEach((i, a) => {
    const known = forward.reduce((sum, value, k) => sum + value * factor[a]![k]!, 0);
    forward.push((correlation(i, out) - known) / factor[a]![a]!);
  });
  for (let a = used.length - 1; a >= 0; a--) {
    let value = forward[a]!;
    for (let b = a + 1; b < used.length; b++) value -= factor[b]![a]! * coefficients[used[b]!]!;
    coefficients[used[a]!] = value / factor[a]![a]!;
  }
  const r2 = forward.reduce((sum, value) => sum + value * value, 0);
  return { coefficients, r2: Math.min(1, r2) };
}
