/** Steps of an octave that are tabulated. */
const steps = 256;
const stepsPerUnit = steps / Math.LN2;
/** ln 2 / steps in two parts, the first with so few bits that its multiples are exact. */
const stepHigh = 0.002707606172407395;
const stepLow = 1.6548911585192516e-12;
/** Adding and subtracting 1.5 2^52 rounds to a whole number. */
const rounding = 6755399441055744;
/** Beyond this the powers of two leave their table. */
const farthest = 700;
const leastPower = -1023;

/** 2^(j/256), and whole powers of two from `leastPower`. */
const roots = Float64Array.from({ length: steps }, (_, j) => 2 ** (j / steps));
const powers = Float64Array.from({ length: 2047 }, (_, k) => 2 ** (k + leastPower));

/**
 * Exponential function for inner loops: half the time of `Math.exp`, and the same digits on
 * every machine.
 *
 * With x = (256 m + j) ln 2 / 256 + r and |r| < 0.0014 it is 2^m 2^(j/256) exp(r), the last by its
 * Taylor series, whose next term is 4e-17.
 *
 * @param x any number
 * @returns exp(x), relative error below 4e-16
 * @see P. T. P. Tang, ACM Trans. Math. Softw. 15, 144 (1989), doi:10.1145/63522.214389, for the method
 * @example exp(1) // 2.718281828459045
 */
export function exp(x: number): number {
  if (!(x > -farthest && x < farthest)) return Math.exp(x);
  const whole = x * stepsPerUnit + rounding - rounding;
  const k = whole | 0;
  const r = x - whole * stepHigh - whole * stepLow;
  const scale = roots[k & (steps - 1)]! * powers[(k >> 8) - leastPower]!;
  return scale + scale * (r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24)))));
}

/** Below this expm1 is its Taylor series to x^7; the next term is 2e-14 of the value. */
const seriesLimit = 0.05;

/**
 * exp(x) - 1 for inner loops, quick where x is small, as it is along most of a wafer.
 *
 * @param x any number
 * @returns relative error below 2e-14
 * @example expm1(1e-10) // 1.00000000005e-10
 */
export function expm1(x: number): number {
  if (x > -seriesLimit && x < seriesLimit) {
    return (
      x *
      (1 +
        x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x * (1 / 5040)))))))
    );
  }
  return exp(x) - 1;
}
