/** Nodes of an interpolation and their barycentric weights. */
export interface ChebyshevGrid {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Chebyshev points of the second kind on an interval, ends included: the polynomial through them
 * converges geometrically for a smooth function and does not swing at the ends.
 *
 * @param from,to ends of the interval
 * @param count number of points; one point (the middle) for an interval of no length
 * @see J.-P. Berrut, L. N. Trefethen, SIAM Rev. 46, 501 (2004), doi:10.1137/S0036144502417715, eq. 5.4
 * @example chebyshevGrid(-1, 1, 3).nodes // -1, 0, 1
 */
export function chebyshevGrid(from: number, to: number, count: number): ChebyshevGrid {
  if (to === from || count === 1) {
    return { nodes: Float64Array.of(0.5 * (from + to)), weights: Float64Array.of(1) };
  }
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    const cosine = -Math.cos((Math.PI * j) / (count - 1));
    nodes[j] = from + 0.5 * (to - from) * (1 + cosine);
    weights[j] = (j % 2 === 0 ? 1 : -1) * (j === 0 || j === count - 1 ? 0.5 : 1);
  }
  return { nodes, weights };
}

/**
 * Shares of the nodes in the value of the interpolating polynomial at x; they sum to one.
 *
 * @param grid nodes and weights
 * @param x place inside the interval
 * @param out as long as the nodes
 * @see Berrut and Trefethen, eq. 4.2 (second barycentric form)
 */
export function nodeShares(grid: ChebyshevGrid, x: number, out: Float64Array): void {
  const { nodes, weights } = grid;
  let sum = 0;
  for (let j = 0; j < nodes.length; j++) {
    const distance = x - nodes[j]!;
    if (distance === 0) {
      out.fill(0);
      out[j] = 1;
      return;
    }
    out[j] = weights[j]! / distance;
    sum += out[j]!;
  }
  for (let j = 0; j < nodes.length; j++) out[j] = out[j]! / sum;
}
