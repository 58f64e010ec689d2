import { erfc } from '../../physics/erfc.ts';

/**
 * Quantile of the standard normal distribution: a rational start, then Halley's method on erfc.
 *
 * @param p probability, above 0 and below 1
 * @returns z with P(Z < z) = p, to rounding
 * @throws RangeError outside 0 to 1
 * @see M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 26.2.23 (start, to 4.5e-4)
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`probability ${p} is not between 0 and 1`);
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  let z = t - top / bottom;
  for (let round = 0; round < 3; round++) {
    const miss = 0.5 * erfc(z / Math.SQRT2) - tail;
    const u = miss * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z += u / (1 - (z * u) / 2);
  }
  return p < 0.5 ? -z : z;
}
