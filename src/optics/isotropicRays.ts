import { angleBins, binOf } from './angleBins.ts';
import { cellIn, insideCells } from './facetCells.ts';
import { mirror, nextFacet, type Ray } from './facetRays.ts';
import { cellOf, facetNormals, type PyramidField, type PyramidTexture } from './pyramidField.ts';

/** A ray of isotropic light that comes to a face. */
export interface IsotropicRay {
  readonly ray: Ray;
  /** Bin of its direction. */
  readonly bin: number;
  /** How much light it stands for: all together 1. */
  readonly light: number;
}

/** A face that isotropic light comes to. */
interface Face {
  readonly field: PyramidField;
  readonly texture: PyramidTexture;
}

/** A ray with its reversal, between the bins that facets mirror them to when they pass nothing. */
interface RayPair {
  readonly there: Ray;
  readonly back: Ray;
  readonly bin: number;
  readonly end: number;
  readonly light: number;
}

/** Rays of each bin (fewer where each takes longer, and from outside), and of each cell of the local angle at a facet. */
const rays = { ofBin: 240, ofRandomBin: 160, fromOutside: 80, ofCell: 160 };
const mostMirrors = 40;
const beyond = 0.3711;

/**
 * Isotropic light that comes to pyramids, as rays. Where it comes from the wafer most is reflected altogether, and what
 * leaves is told by few rays: so beside rays of each direction there are some that meet a facet at each local
 * angle, followed back to where they came from. Each counts by the inverse of how often all of these
 * find it. Every ray is taken together with its reversal, and rays are weighed so that
 * facets that only mirror leave isotropic light isotropic, as the second law demands: the light
 * between bins is a symmetric matrix, whose sums are brought to the shares of isotropic light by
 * scaling rows and columns alike.
 *
 * @param face pyramids
 * @param fromWafer from the wafer or from outside
 * @see E. Veach, L. J. Guibas, Proc. SIGGRAPH (1995) 419, doi:10.1145/218380.218498, for rays found in several ways;
 *   R. Sinkhorn, Ann. Math. Stat. 35, 876 (1964), doi:10.1214/aoms/1177703591
 */
export function isotropicRays(face: Face, fromWafer: boolean): IsotropicRay[] {
  const { count, share } = angleBins;
  const pairs = [...pairsByDirection(face, fromWafer), ...(fromWafer ? pairsByFacet(face) : [])];
  const between = new Float64Array(count * count);
  for (const { bin, end, light } of pairs) {
    between[bin * count + end] += light;
    between[end * count + bin] += light;
  }
  const scale = symmetricScale(between, share);
  return pairs.flatMap(({ there, back, bin, end, light }) => {
    const weighed = light * scale[bin] * scale[end];
    return [
      { ray: there, bin, light: weighed },
      { ray: back, bin: end, light: weighed },
    ];
  });
}

function raysOfBin({ texture }: Face, fromWafer: boolean): number {
  if (!fromWafer) return rays.fromOutside;
  return texture === 'random-pyramids' ? rays.ofRandomBin : rays.ofBin;
}

/** Rays of each direction, at places all over the patch. */
function pairsByDirection(face: Face, fromWafer: boolean): RayPair[] {
  const { count, edges } = angleBins;
  const each = raysOfBin(face, fromWafer);
  // Inverted pyramids are the same field upside down: the wafer is what is not solid.
  const solid = fromWafer !== (face.texture === 'inverted-pyramids');
  const { field } = face;
  return Array.from({ length: count * each }, (_, i) => {
    const bin = Math.floor(i / each);
    const sine2 = edges[bin] + spread(i, 2) * (edges[bin + 1] - edges[bin]);
    const sine = Math.sqrt(sine2);
    const azimuth = 2 * Math.PI * spread(i, 3);
    const up = Math.max(Math.sqrt(1 - sine2), 1e-4);
    const ray: Ray = {
      p: Float64Array.of(
        spread(i, 0) * field.period,
        spread(i, 1) * field.period,
        solid ? field.bottom : field.top,
      ),
      d: Float64Array.of(sine * Math.cos(azimuth), sine * Math.sin(azimuth), solid ? up : -up),
      inside: solid,
    };
    return pairOf(face, ray, fromWafer);
  });
}

/** Rays from the wafer that meet a facet, at each local angle. */
function pairsByFacet(face: Face): RayPair[] {
  const { field, texture } = face;
  const cells = insideCells.length - 1;
  const side = texture === 'inverted-pyramids' ? -1 : 1;
  return Array.from({ length: cells * rays.ofCell }, (_, i) => {
    const cell = Math.floor(i / rays.ofCell);
    const sine2 = insideCells[cell] + spread(i, 2) * (insideCells[cell + 1] - insideCells[cell]);
    const azimuth = 2 * Math.PI * spread(i, 3);
    const p = Float64Array.of(spread(i, 0) * field.period, spread(i, 1) * field.period, 0);
    const normal = facetNormals[landOn(field, p)];
    const [cosine, sine] = [Math.sqrt(1 - sine2), Math.sqrt(sine2)];
    // Along the facet: level, and across that.
    const level = [-normal[1], normal[0], 0];
    const length = Math.hypot(level[0], level[1]);
    const [ux, uy] = [level[0] / length, level[1] / length];
    const across = [-normal[2] * uy, normal[2] * ux, normal[0] * uy - normal[1] * ux];
    const [a, b] = [sine * Math.cos(azimuth), sine * Math.sin(azimuth)];
    const away = Float64Array.of(
      -side * cosine * normal[0] + a * ux + b * across[0],
      -side * cosine * normal[1] + a * uy + b * across[1],
      -side * cosine * normal[2] + b * across[2],
    );
    const start = mirroredBack(field, { p, d: away, inside: side > 0 }).ray;
    return pairOf(face, start, true);
  });
}

/** Puts a place on the surface above it: returns the facet. */
function landOn(field: PyramidField, p: Float64Array): number {
  const tips = field.near[cellOf(p[0], p[1], field.period)];
  let least = Number.POSITIVE_INFINITY;
  let facet = 0;
  for (let k = 0; k < tips.length; k += 3) {
    const [dx, dy] = [p[0] - tips[k], p[1] - tips[k + 1]];
    const off = Math.max(Math.abs(dx), Math.abs(dy));
    if (off >= least) continue;
    least = off;
    facet = Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 0 : 1) : dy > 0 ? 2 : 3;
  }
  p[2] = -Math.SQRT2 * least;
  return facet;
}

/** A ray with its reversal, and the inverse of how densely rays are sent its way. */
function pairOf(face: Face, there: Ray, fromWafer: boolean): RayPair {
  const { share } = angleBins;
  const each = raysOfBin(face, fromWafer);
  const bin = binOf(1 - Math.min(1, there.d[2] * there.d[2]));
  const { ray: back, met } = mirroredBack(face.field, there);
  const end = binOf(1 - Math.min(1, back.d[2] * back.d[2]));
  let density = each / share[bin] + each / share[end];
  if (fromWafer) {
    // There is sqrt 3 times as much facet as ground, and either direction finds the pair.
    for (const cell of met) {
      const width = insideCells[cell + 1] - insideCells[cell];
      density += (2 * rays.ofCell) / (Math.sqrt(3) * width);
    }
  }
  return { there, back, bin, end, light: 1 / density };
}

/** Follows a ray that every facet mirrors, and turns it round where it leaves; cells of the angles it met. */
function mirroredBack(field: PyramidField, start: Ray): { ray: Ray; met: number[] } {
  const ray: Ray = { p: start.p.slice(), d: start.d.slice(), inside: start.inside };
  const { d } = ray;
  const met: number[] = [];
  for (let order = 0; order < mostMirrors; order++) {
    const facet = nextFacet(field, ray);
    if (facet < 0) break;
    const along = mirror(d, facet);
    met.push(cellIn(insideCells, 1 - Math.min(1, along * along)));
  }
  for (let axis = 0; axis < 3; axis++) {
    // A little on, so that the steps of the way back do not end right on the facets it met.
    ray.p[axis] += beyond * d[axis];
    d[axis] = -d[axis];
  }
  return { ray, met };
}

/** Powers of the inverse root of x^5 = x + 1. */
const steps: readonly number[] = [1, 2, 3, 4].map((power) => 1.1673039782614187 ** -power);

/**
 * Additive recurrence in four dimensions, fractions of 1/2 + i steps: it fills them more evenly than Halton's sequence.
 *
 * @see M. Roberts, The unreasonable effectiveness of quasirandom sequences (2018)
 */
function spread(i: number, axis: number): number {
  return (0.5 + i * steps[axis]!) % 1;
}

/** Factors x with sum over j of x_i W_ij x_j = sum_i, for a symmetric W. */
function symmetricScale(matrix: Float64Array, sums: Float64Array): Float64Array {
  const size = sums.length;
  const x = new Float64Array(size).fill(1);
  for (let step = 0; step < 500; step++) {
    for (let i = 0; i < size; i++) {
      let row = 0;
      for (let j = 0; j < size; j++) row += matrix[i * size + j] * x[j];
      // Half a step in the logarithm: the plain iteration swings between two solutions.
      if (row > 0) x[i] = Math.sqrt((x[i] * sums[i]) / row);
    }
  }
  return x;
}
