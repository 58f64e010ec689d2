/**
 * Below this the series is used. Its first dropped term is 2 (x / 2 pi)^14, under 1e-15.
 */
export const bernoulliSeriesLimit = 0.5;

/** Coefficients of x^2, x^4, ... x^12 in x / expm1(x) + x / 2 (Bernoulli numbers over k!). */
export const bernoulliSeries = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
] as const;

/**
 * Bernoulli function of the Scharfetter-Gummel flux.
 *
 * @param x potential difference over kT/q
 * @returns x / (exp(x) - 1), exact to rounding, 1 at 0
 * @see D. L. Scharfetter, H. K. Gummel, IEEE Trans. Electron Devices 16, 64 (1969),
 *   doi:10.1109/T-ED.1969.16566
 * @example bernoulli(1) // 0.58197671
 */
export function bernoulli(x: number): number {
  if (Math.abs(x) >= bernoulliSeriesLimit) return x / Math.expm1(x);
  const s = x * x;
  const [c1, c2, c3, c4, c5, c6] = bernoulliSeries;
  return 1 - 0.5 * x + s * (c1 + s * (c2 + s * (c3 + s * (c4 + s * (c5 + s * c6)))));
}
