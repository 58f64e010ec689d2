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
  // E3 by its continued fraction, e^-x / (x + 3/(1 + 1/(x + 4/(1 + 2/(x + ...))))), in the
  // even form that Lentz's method takes: no cancellation for large x.
  let b = x + 3;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 200; k++) {
    const a = -k * (2 + k);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return 2 * h * e;
}

/**
 * What a layer absorbs of isotropic light, 1 - 2 E3(x), with all its digits in thin layers.
 *
 * @param x optical thickness, at least 0
 * @returns 0 at 0, tending to 2x for small and 1 for large x
 * @see M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 5.1.11, 5.1.14
 * @example diffuseAbsorptance(1e-9) // 2e-9
 */
export function diffuseAbsorptance(x: number): number {
  if (x <= 0) return 0;
  if (x > 1) return 1 - diffuseTransmittance(x);
  return x * Math.exp(-x) - Math.expm1(-x) - x * x * firstIntegral(x);
}

/** E1(x) for x up to 1, by its series. */
function firstIntegral(x: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 1; k < 30; k++) {
    term *= -x / k;
    const part = term / k;
    sum -= part;
    if (Math.abs(part) < 1e-18) break;
  }
  return sum - euler - Math.log(x);
}
