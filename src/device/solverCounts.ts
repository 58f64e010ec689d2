/**
 * What the solver did in this process, for those who want to see it (`solarcell --verbose`). No
 * calculation reads it.
 */
export const solverCounts = {
  /** Devices that were put on a mesh. */
  devices: 0,
  /** Points tried, converged or not. */
  points: 0,
  /** Those that did not converge and were tried again in smaller steps. */
  refused: 0,
  /** Newton iterations, each a factorisation of the whole device. */
  iterations: 0,
};
