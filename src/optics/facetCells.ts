/** Edges of the cells of local angles inside, in sin^2: dense around the critical angle of air. */
export const insideCells: readonly number[] = [
  0, 0.02, 0.04, 0.055, 0.065, 0.0725, 0.077, 0.082, 0.095, 0.13, 0.2, 0.35, 0.6, 1,
];
/** Edges of the cells of local angles outside, in sin^2. */
export const outsideCells: readonly number[] = [0, 0.15, 0.35, 0.6, 0.8, 0.92, 1];

/** Places where a row of a facet tree notes light: ends inside, ends outside, meetings by cell. */
export const treeSinks: number = 2 * 16 + insideCells.length - 1 + outsideCells.length - 1;

/** Cell of a local angle by the square of its sine. */
export function cellIn(edges: readonly number[], sine2: number): number {
  let cell = 0;
  while (cell < edges.length - 2 && sine2 >= edges[cell + 1]) cell++;
  return cell;
}
