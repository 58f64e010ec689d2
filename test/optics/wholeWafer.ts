import { nextFacet, type Ray } from '../../src/optics/facetRays.ts';
import {
  type FacetTilt,
  type FacetVariation,
  facetTilt,
  tiltedNormal,
} from '../../src/optics/facetTilt.ts';
import { facetNormals, type PyramidTexture, pyramidField } from '../../src/optics/pyramidField.ts';

/** Where the light of a bare wafer ends. */
export interface WaferEnds {
  absorbed: number;
  reflected: number;
  escaped: number;
  transmitted: number;
}

/** What a facet does to light of an angle of incidence: shares that it reflects and lets pass; films take the rest. */
export type FacetResponse = (
  inSilicon: boolean,
  cosine: number,
) => { readonly reflected: number; readonly passed: number };

/** A mirror behind, whose light is scattered as Phong's lobe of exponent 1 around the mirrored direction. */
export interface ScatteringRear {
  readonly reflectance: number;
  /** Cosine from the normal below which the lobe has no light. */
  readonly lowest: number;
}

/** A bare planar face in air, and bare facets, when left out. */
export interface WaferFaces {
  readonly facets?: FacetVariation;
  readonly response?: FacetResponse;
  readonly rear?: ScatteringRear;
}

/**
 * A wafer with pyramids in front and a planar rear, ray by ray from end to end: directions are kept whole,
 * places are drawn anew for each pass.
 *
 * @param texture of the front
 * @param index of silicon
 * @param depth absorption coefficient times thickness
 * @param rays number of rays
 * @param faces what they do
 * @returns shares of light along the normal
 */
export function traceWafer(
  texture: PyramidTexture,
  index: number,
  depth: number,
  rays: number,
  { facets = {}, response, rear }: WaferFaces = {},
): WaferEnds {
  const field = pyramidField(texture);
  const up = texture === 'inverted-pyramids' ? -1 : 1;
  const [above, below] = up > 0 ? [field.top, field.bottom] : [field.bottom, field.top];
  const random = congruence(7);
  const tilt = facetTilt(facets, random);
  const ends = { absorbed: 0, reflected: 0, escaped: 0, transmitted: 0 };
  const place = (ray: Ray, z: number, inside: boolean): void => {
    ray.p.set([random() * field.period, random() * field.period, z]);
    ray.inside = inside;
  };
  const ray: Ray = { p: new Float64Array(3), d: new Float64Array(3), inside: false };
  for (let i = 0; i < rays; i++) {
    place(ray, above, up < 0);
    ray.d.set([0, 0, -up]);
    let light = 1 / rays;
    let inSilicon = false;
    let entered = false;
    while (light > 1e-4 / rays) {
      const facet = nextFacet(field, ray);
      if (facet >= 0) {
        const bend = inSilicon ? index : 1 / index;
        const normal = normalOf(facet, tilt, ray.d, bend);
        const cosine = Math.abs(along(ray.d, normal));
        const reflected = response ? response(inSilicon, cosine).reflected : fresnel(bend, cosine);
        const kept = response ? reflected + response(inSilicon, cosine).passed : 1;
        light *= kept;
        if (random() * kept < reflected) reflect(ray.d, normal);
        else {
          refract(ray.d, normal, bend);
          ray.inside = !ray.inside;
          inSilicon = !inSilicon;
        }
      } else if (!inSilicon) {
        ends[entered ? 'escaped' : 'reflected'] += light;
        break;
      } else {
        entered = true;
        const cosine = Math.abs(ray.d[2]!);
        const passed = Math.exp(-depth / cosine);
        const kept = rear ? rear.reflectance : fresnel(index, cosine);
        ends.absorbed += light * (1 - passed);
        ends.transmitted += light * passed * (1 - kept);
        light *= passed * kept;
        ray.d[2] = up * cosine;
        if (rear) scatter(ray.d, up, rear.lowest, random);
        const back = Math.exp(-depth / Math.abs(ray.d[2]!));
        ends.absorbed += light * (1 - back);
        light *= back;
        place(ray, below, up > 0);
      }
    }
  }
  return ends;
}

/** Turns a mirrored direction to one of Phong's lobe around it, above the rear. */
function scatter(d: Float64Array, up: number, lowest: number, random: () => number): void {
  for (;;) {
    const rise = 2 * random() - 1;
    const around = 2 * Math.PI * random();
    const level = Math.sqrt(1 - rise * rise);
    const [x, y, z] = [level * Math.cos(around), level * Math.sin(around), rise];
    if (z * up < lowest || random() > x * d[0]! + y * d[1]! + z * d[2]!) continue;
    d.set([x, y, z]);
    return;
  }
}

type Normal = readonly [number, number, number];

function normalOf(facet: number, tilt: FacetTilt | undefined, d: Float64Array, bend: number) {
  return tilt ? tiltedNormal(facet, tilt, d, bend) : facetNormals[facet]!;
}

function along(d: Float64Array, n: Normal): number {
  return d[0]! * n[0] + d[1]! * n[1] + d[2]! * n[2];
}

function reflect(d: Float64Array, n: Normal): void {
  const twice = 2 * along(d, n);
  for (let axis = 0; axis < 3; axis++) d[axis] = d[axis]! - twice * n[axis]!;
}

/** Unpolarised, `ratio` of the index before over the one behind. */
function fresnel(ratio: number, cosine: number): number {
  const sine2 = ratio * ratio * (1 - cosine * cosine);
  if (sine2 >= 1) return 1;
  const behind = Math.sqrt(1 - sine2);
  const s = (ratio * cosine - behind) / (ratio * cosine + behind);
  const p = (cosine - ratio * behind) / (cosine + ratio * behind);
  return (s * s + p * p) / 2;
}

function refract(d: Float64Array, n: Normal, ratio: number): void {
  const before = along(d, n);
  // Light of the table may pass a hair beyond the critical angle: it goes along the facet.
  const behind = Math.sqrt(Math.max(0, 1 - ratio * ratio * (1 - before * before)));
  const normal = Math.sign(before) * behind - ratio * before;
  for (let axis = 0; axis < 3; axis++) d[axis] = ratio * d[axis]! + normal * n[axis]!;
}

/** Fractions of a linear congruence (Numerical Recipes). */
function congruence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
