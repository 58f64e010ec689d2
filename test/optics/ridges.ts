import { mirror, nextFacet, type Ray } from '../../src/optics/facetRays.ts';
import { facetNormals, halton, pyramidField } from '../../src/optics/pyramidField.ts';
import {
  type ResponseBuffers,
  responseBuffers,
  unpolarised,
} from '../../src/optics/surfaceResponse.ts';
import type { StackArrays } from '../../src/optics/transferMatrix.ts';

/** Films on silicon as light meets them from outside and from inside. */
export interface Facets {
  readonly outside: StackArrays;
  readonly inside: StackArrays;
  /** Of silicon: real index, and absorption over the base of a pyramid. */
  readonly index: number;
  readonly depth: number;
  readonly wavelength: number;
}

/** Light too weak to be followed further, and meetings with facets at most. */
const faint = 1e-3;
const deepest = 10;

/**
 * What films on inverted pyramids absorb of light along the normal, ray by ray: where it meets the
 * facets from outside, and where it has crossed the silicon between two pits and meets them from inside.
 *
 * @param facets films and silicon at one wavelength
 * @param rays number of rays
 * @returns shares of the incident light
 */
export function absorbedInRidges(
  facets: Facets,
  rays: number,
): { outside: number; inside: number } {
  const field = pyramidField('inverted-pyramids');
  const buffers = responseBuffers(facets.outside.films);
  const absorbed = { outside: 0, inside: 0 };
  const follow = (ray: Ray, before: number, inSilicon: boolean, order: number): void => {
    const { d } = ray;
    const from = ray.p[2]!;
    const rise = d[2]!;
    const facet = nextFacet(field, ray);
    if (facet < 0 || before < faint || order > deepest) return;
    const way = Math.abs((ray.p[2]! - from) / rise);
    const light = inSilicon ? before * Math.exp(-facets.depth * way) : before;
    const through: Ray = { p: ray.p.slice(), d: d.slice(), inside: !ray.inside };
    const cosine = Math.abs(mirror(d, facet));
    const met = response(facets, inSilicon, cosine, buffers);
    absorbed[inSilicon ? 'inside' : 'outside'] += (light * met.absorbed) / rays;
    follow(ray, light * met.reflected, inSilicon, order + 1);
    if (refract(through.d, facet, inSilicon ? facets.index : 1 / facets.index)) {
      follow(through, light * met.passed, !inSilicon, order + 1);
    }
  };
  for (let i = 0; i < rays; i++) {
    // Inverted pyramids are the field of upright ones upside down: light comes from its bottom.
    const p = Float64Array.of(halton(i + 1, 2), halton(i + 1, 3), field.bottom);
    follow({ p, d: Float64Array.of(0, 0, 1), inside: true }, 1, false, 0);
  }
  return absorbed;
}

function response(facets: Facets, inSilicon: boolean, cosine: number, buffers: ResponseBuffers) {
  const stack = inSilicon ? facets.inside : facets.outside;
  const out = new Float64Array(stack.films + 2);
  const sine = Math.sqrt(1 - Math.min(1, cosine * cosine));
  unpolarised(stack, inSilicon ? facets.index : 1, sine, facets.wavelength, buffers, out);
  const [reflected, passed] = [out[0]!, out[stack.films + 1]!];
  return { reflected, passed, absorbed: 1 - reflected - passed };
}

/** Bends a direction at a facet; false where it is reflected altogether. */
function refract(d: Float64Array, facet: number, ratio: number): boolean {
  const n = facetNormals[facet]!;
  const along = d[0]! * n[0] + d[1]! * n[1] + d[2]! * n[2];
  const sine2 = ratio * ratio * (1 - along * along);
  if (sine2 >= 1) return false;
  const normal = Math.sign(along) * Math.sqrt(1 - sine2) - ratio * along;
  for (let axis = 0; axis < 3; axis++) d[axis] = ratio * d[axis]! + normal * n[axis]!;
  return true;
}
