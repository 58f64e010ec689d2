import type { DeviceProblem } from './problem.ts';

/** Where `boundCharge` leaves its results: charge, cm^-3, and its derivatives by ln n and ln p. */
export const boundOut = { charge: 0, byN: 0, byP: 0 };

/**
 * Charge that dopants lack of that of complete ionisation because they hold carriers: donors an
 * electron, -b N n/(n + g n1), acceptors a hole.
 *
 * @param problem the device
 * @param i node; one that `binds`
 * @param n electrons, cm^-3
 * @param p holes, cm^-3
 */
export function boundCharge(problem: DeviceProblem, i: number, n: number, p: number): void {
  // The share that holds a carrier, and the one that does not: neither by subtraction.
  const unitN = 1 / (n + problem.halfN[i]!);
  const unitP = 1 / (p + problem.halfP[i]!);
  const electrons = problem.boundN[i]! * n * unitN;
  const holes = problem.boundP[i]! * p * unitP;
  boundOut.charge = holes - electrons;
  boundOut.byN = -electrons * problem.halfN[i]! * unitN;
  boundOut.byP = holes * problem.halfP[i]! * unitP;
}
