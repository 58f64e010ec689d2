import { elementaryCharge, vacuumPermittivity } from '../physics/constants.ts';
import { siliconPermittivity } from './crystallineSilicon.ts';
import type { LayerSpacing } from './description.ts';
import { denser, layerMesh } from './mesh.ts';

/** cm in a nm. */
const nanometre = 1e-7;

/**
 * Spacing at a face of the wafer under a film, cm: a field of 2e6 V/cm crowds carriers so that their
 * density falls by half within 0.1 nm.
 */
const underFilm = 0.02 * nanometre;
/** Spacing at a face without one, and where a profile ends abruptly, cm. */
const atEdge = 0.3 * nanometre;
/** Ratio of neighbours, and intervals of the wafer and of its shortest diffusion length at least. */
const growth = 1.22;
const perThickness = 60;
const perDiffusionLength = 8;
/** Intervals that the space charge of a junction is wide. */
const perJunction = 30;
/** Logarithm that a profile of dopants rises by within an interval at most. */
const largestRise = 0.8;
/** Voltage that the width is told for, V; about that of any junction in silicon, and only the mesh sees it. */
const builtIn = 0.8;
const permittivity = siliconPermittivity * vacuumPermittivity;
/** Depths are found to this, cm. */
const nearJunction = 0.01 * nanometre;

/** A layer of crystalline silicon with its doping. */
export interface CrystallineLayer {
  /** cm. */
  readonly thickness: number;
  /** Donors minus acceptors at a depth, cm^-3. */
  readonly netDoping: (depth: number) => number;
  /** Depths at which the doping jumps, cm. */
  readonly steps: readonly number[];
  /** Whether a semiconducting film lies on the face. */
  readonly films: { readonly front: boolean; readonly rear: boolean };
  /** Shortest way of a carrier before it recombines, cm. */
  readonly diffusionLength: number;
}

/**
 * Mesh of crystalline silicon: fine under films, where doping jumps and across the space charge of each
 * junction, and nowhere wider than an eighth of the diffusion length.
 *
 * @param layer with its doping
 * @returns ascending positions from 0 to the thickness, cm
 */
export function crystallineMesh(layer: CrystallineLayer): number[] {
  const { thickness, films, steps, diffusionLength, netDoping } = layer;
  const largest = Math.min(thickness / perThickness, diffusionLength / perDiffusionLength);
  /** Spacing wanted at a depth. */
  const marks = new Map<number, number>([
    [0, films.front ? underFilm : atEdge],
    [thickness, films.rear ? underFilm : atEdge],
  ]);
  for (const at of steps) if (at > 0 && at < thickness) marks.set(at, atEdge);
  for (const { at, spacing } of junctions(layer)) {
    // What lies nearer to a mark than its own spacing is resolved there.
    if ([...marks.keys()].every((mark) => Math.abs(mark - at) > spacing)) marks.set(at, spacing);
  }
  const ends = [...marks].sort(([a], [b]) => a - b);
  const positions = [0];
  for (let k = 1; k < ends.length; k++) {
    const [start, front] = ends[k - 1]!;
    const [end, rear] = ends[k]!;
    const spacing = { front, rear, largest, growth };
    for (const x of layerMesh(end - start, spacing).subarray(1)) positions.push(start + x);
  }
  positions[positions.length - 1] = thickness;
  // Dopants count by their logarithm where they are more than the bulk's, in proportion where they are less.
  const bulk = 2 * Math.abs(netDoping(thickness / 2));
  const levels = positions.map((depth) => Math.asinh(netDoping(depth) / bulk));
  const factors = levels
    .slice(1)
    .map((level, i) => Math.max(1, Math.abs(level - levels[i]!) / largestRise));
  return factors.every((factor) => factor === 1) ? positions : [...denser(positions, factors)];
}

/**
 * Spacing in a film of some nanometres.
 *
 * @param thickness cm
 */
export function filmSpacing(thickness: number): LayerSpacing {
  const face = Math.min(0.2 * nanometre, thickness / 20);
  const largest = Math.max(0.7 * nanometre, thickness / 20);
  return { front: face, rear: face, largest, growth: 1.3 };
}

/** Depths at which the doping changes its sign, and the spacing that resolves the charge there. */
function junctions({ thickness, netDoping }: CrystallineLayer) {
  const scan = { front: nanometre, rear: nanometre, largest: thickness / 20, growth: 1.3 };
  const found: { at: number; spacing: number }[] = [];
  const depths = layerMesh(thickness, scan);
  for (let k = 1; k < depths.length; k++) {
    let low = depths[k - 1]!;
    let high = depths[k]!;
    const sign = Math.sign(netDoping(low));
    if (Math.sign(netDoping(high)) === sign) continue;
    while (high - low > nearJunction) {
      const middle = (low + high) / 2;
      if (Math.sign(netDoping(middle)) === sign) low = middle;
      else high = middle;
    }
    const [a, b] = [Math.max(0, low - nanometre), Math.min(thickness, high + nanometre)];
    const gradient = Math.abs(netDoping(b) - netDoping(a)) / (b - a);
    // Space charge of a linearly graded junction (S. M. Sze, Physics of Semiconductor Devices).
    const width = Math.cbrt((12 * permittivity * builtIn) / (elementaryCharge * gradient));
    found.push({ at: (low + high) / 2, spacing: width / perJunction });
  }
  return found;
}
