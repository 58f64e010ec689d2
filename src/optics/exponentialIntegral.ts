/** Euler's constant. */
const euler = 0.5772156649015329;

/**
 * Twice the exponential integral of third order: the transmittance of isotropic light through
 * a layer, 2 E3(x).
 *
 * @param x optical thickness, at least 0
 * @returns 1 at 0, tending to exp(-2x) for small and 0 for large x
 * @see M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 5.1.11, 5.1.14, 5.1.22
 * @example diffuseTransmittance(1) // 0.2193839343955203
 */
export function diffuseTransmittance(x: number): number {
  if (x <= 0) return 1;
  if (x > 700) return 0;
  const e = Math.exp(-x);
  if (x <= 1) return e * (1 - x) + x * x * firstIntegral(x);
  return 2 * e * fraction(x);
}

/**
 * Levels of the fraction that make it exact to rounding, from an x on: fewer, the larger it is.
 * Found by going on until nothing changes.
 */
const levels: readonly (readonly [number, number])[] = [
  [16, 16],
  [8, 28],
  [4, 36],
  [2, 64],
  [1, 110],
];

/**
 * e^x E3(x) by its continued fraction, 1 / (x + 3/(1 + 1/(x + 4/(1 + 2/(x + ...))))), in its even
 * form: numerators and denominators by their recurrence, without cancellation and with one division.
 */
function fraction(x: number): number {
  let count = 0;
  for (const [from, needed] of levels) {
    count = needed;
    if (x >= from) break;
  }
  let b = x + 3;
  let [p0, p1, q0, q1] = [0, 1, 1, b];
  for (let k = 1; k <= count; k++) {
    const a = -k * (k + 2);
    b += 2;
    const p = b * p1 + a * p0;
    const q = b * q1 + a * q0;
    p0 = p1;
    p1 = p;
    q0 = q1;
    q1 = q;
  }
  return p1 / q1;
}

/**
 * What a layer absorbs of isotropic light, 1 - 2 E3(x), with all its digits in thin layers. Depth
 * profiles ask for it tens of thousands of times.
 *
 * @param x optical thickness, at least 0
 * @returns 0 at 0, tending to 2x for small and 1 for large x
 * @see M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 5.1.11, 5.1.12, 5.1.14
 * @example diffuseAbsorptance(1e-9) // 2e-9
 */
export function diffuseAbsorptance(x: number): number {
  if (x <= 0) return 0;
  if (x > 2) return x > 40 ? 1 : 1 - Math.exp(-x) * smoothPart(x);
  // The series of E3: 1 - 2 E3 = 2 x + x^2 (ln x + gamma - 3/2) + 2 sum (-x)^m / ((m - 2) m!).
  const terms = x < 0.03 ? 6 : x < 0.3 ? 10 : 24;
  let sum = 0;
  for (let m = terms - 1; m >= 0; m--) sum = (sum + diffuseSeries[m]!) * x;
  return x * (2 + x * (Math.log(x) + diffuseLog + sum));
}

/** Beside ln x in the series of 1 - 2 E3. */
export const diffuseLog = euler - 1.5;

/**
 * Terms of 1 - 2 E3 from x^3 on; the first left out is below 1e-17 of the whole where 6, 10 or 24 are
 * taken up to 0.03, 0.3 and 2, and all up to 3.
 */
export const diffuseSeries = Float64Array.from({ length: 28 }, (_, i) => {
  const m = i + 3;
  let factorial = 1;
  for (let k = 2; k <= m; k++) factorial *= k;
  return ((m % 2 === 0 ? 1 : -1) * 2) / ((m - 2) * factorial);
});

/**
 * 2 e^x E3(x), which is smooth in 1/x: Chebyshev series between 1/40, 1/5 and 1/2. Their first term
 * left out is below 1e-14 of it, which E3 makes 1e-15 of what a layer absorbs.
 */
function smoothPart(x: number): number {
  thick ??= [chebyshevSeries(1 / 5, 1 / 2), chebyshevSeries(1 / 40, 1 / 5)];
  const { middle, half, terms } = x < 5 ? thick[0] : thick[1];
  const t = (1 / x - middle) / half;
  // Clenshaw's recurrence.
  let [a, b] = [0, 0];
  for (let k = terms.length - 1; k > 0; k--) {
    const c = 2 * t * a - b + terms[k]!;
    b = a;
    a = c;
  }
  return t * a - b + terms[0]!;
}

interface ChebyshevSeries {
  readonly middle: number;
  readonly half: number;
  readonly terms: Float64Array;
}
let thick: readonly [ChebyshevSeries, ChebyshevSeries] | undefined;

/** Coefficients of 2 e^x E3(x) in 1/x between two ends, from its fraction at Chebyshev's nodes. */
function chebyshevSeries(from: number, to: number): ChebyshevSeries {
  const count = 21;
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  const angle = (k: number) => (Math.PI * (k + 0.5)) / count;
  const values = Array.from(
    { length: count },
    (_, k) => 2 * fraction(1 / (middle + half * Math.cos(angle(k)))),
  );
  const terms = Float64Array.from({ length: count }, (_, j) => {
    const sum = values.reduce((total, value, k) => total + value * Math.cos(j * angle(k)), 0);
    return ((j === 0 ? 1 : 2) * sum) / count;
  });
  return { middle, half, terms };
}

/** Terms x^k / (k k!) of the series of E1, alternating: 18 of them are exact up to 1. */
const firstSeries = Float64Array.from({ length: 18 }, (_, i) => {
  let factorial = 1;
  for (let k = 2; k <= i + 1; k++) factorial *= k;
  return (i % 2 === 0 ? 1 : -1) / ((i + 1) * factorial);
});

/** E1(x) for x up to 1, by its series. */
function firstIntegral(x: number): number {
  let sum = 0;
  for (let i = firstSeries.length - 1; i >= 0; i--) sum = (sum + firstSeries[i]!) * x;
  return sum - euler - Math.log(x);
}
