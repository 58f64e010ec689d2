import { gaussPoints, gaussWeights } from './gaussLegendre.ts';

/**
 * Directions in a medium, as bins of the polar angle. Each is stood for by a Gauss-Legendre point
 * c of the cosine, and holds the share 2 c w of isotropic light: sums over bins are that rule,
 * and the bins' edges in sin^2 are the running sums of the shares.
 */
export interface AngleBins {
  readonly count: number;
  /** Cosine of each bin, from the normal to grazing. */
  readonly cosine: Float64Array;
  /** Share of isotropic light. */
  readonly share: Float64Array;
  /** Edges in sin^2, one more than bins, from 0 to 1. */
  readonly edges: Float64Array;
}

function makeBins(): AngleBins {
  const order = Array.from(gaussPoints.keys()).sort((a, b) => gaussPoints[b] - gaussPoints[a]);
  const cosine = Float64Array.from(order, (i) => gaussPoints[i]);
  const share = Float64Array.from(order, (i) => 2 * gaussPoints[i] * gaussWeights[i]);
  const edges = new Float64Array(order.length + 1);
  for (let i = 0; i < order.length; i++) edges[i + 1] = edges[i] + share[i];
  edges[order.length] = 1;
  return { count: order.length, cosine, share, edges };
}

/** Sixteen bins. */
export const angleBins: AngleBins = makeBins();

/** Bin of a direction by the square of its sine. */
export function binOf(sine2: number): number {
  const { edges, count } = angleBins;
  let bin = 0;
  while (bin < count - 1 && sine2 >= edges[bin + 1]) bin++;
  return bin;
}
