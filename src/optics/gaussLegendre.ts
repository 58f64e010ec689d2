/**
 * Sixteen-point Gauss-Legendre rule on 0..1: points and weights of M. Abramowitz, I. A. Stegun,
 * Handbook of Mathematical Functions, table 25.4, there for -1..1 and the positive half.
 */
const half = [
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.1826034150449236],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.027152459411754096],
];
/** Points between 0 and 1, a pair around the middle after the other. */
export const gaussPoints: Float64Array = Float64Array.from(
  half.flatMap(([x]) => [0.5 * (1 - x), 0.5 * (1 + x)]),
);
/** Their weights, which add up to 1. */
export const gaussWeights: Float64Array = Float64Array.from(
  half.flatMap(([, weight]) => [0.5 * weight, 0.5 * weight]),
);
