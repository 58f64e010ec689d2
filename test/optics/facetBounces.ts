import { nextFacet, type Ray } from '../../src/optics/facetRays.ts';
import type { OpticalFilm } from '../../src/optics/opticalCell.ts';
import { type OpticalConstants, sampleConstants } from '../../src/optics/opticalConstants.ts';
import { halton, pyramidField } from '../../src/optics/pyramidField.ts';
import { bothPolarisations } from '../../src/optics/transferMatrix.ts';

/** A share of the light and the facets it meets one after another. */
export interface FacetBounces {
  readonly share: number;
  /**
   * Angle of incidence, degrees; squared cosine of the turn between this plane of incidence and the one before,
   * unpolarised anew where left out.
   */
  readonly met: readonly { readonly angle: number; readonly turn?: number }[];
}

/** What paths reflect at each wavelength, with films (from outside) on a substrate in air. */
export function reflectedAlong(
  paths: readonly FacetBounces[],
  films: readonly OpticalFilm[],
  substrate: OpticalConstants,
  wavelength: Float64Array,
): Float64Array {
  const layers = [...films.map(({ constants }) => constants), substrate].map((constants) =>
    sampleConstants(constants, wavelength, 298.15),
  );
  const thickness = Float64Array.from(films, (film) => film.thickness);
  const [ofS, ofP] = [new Float64Array(films.length + 2), new Float64Array(films.length + 2)];
  return wavelength.map((lambda, w) => {
    const n = Float64Array.from(layers, (layer) => layer.n[w]!);
    const k = Float64Array.from(layers, (layer) => layer.k[w]!);
    const stack = { films: films.length, n, k, thickness };
    const reflected = ({ share, met }: FacetBounces): number => {
      let [s, p] = [share / 2, share / 2];
      for (const { angle, turn = 0.5 } of met) {
        bothPolarisations(stack, 1, Math.sin((angle * Math.PI) / 180), lambda, ofS, ofP);
        [s, p] = [turn * s + (1 - turn) * p, turn * p + (1 - turn) * s];
        s *= ofS[0]!;
        p *= ofP[0]!;
      }
      return s + p;
    };
    return paths.reduce((sum, path) => sum + reflected(path), 0);
  });
}

/**
 * Paths of light along the normal over random pyramids of any slope, ray by ray. The field is that of the cells,
 * stretched: rays find their facets in it, and are mirrored as the facets stand.
 *
 * @param slope of the facets, degrees
 * @param rays number of rays
 */
export function bouncesOverPyramids(slope: number, rays: number): FacetBounces[] {
  const field = pyramidField('random-pyramids');
  const radians = (slope * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(radians), Math.cos(radians)];
  const normals = [
    [sine, 0, cosine],
    [-sine, 0, cosine],
    [0, sine, cosine],
    [0, -sine, cosine],
  ] as const;
  const stretch = Math.SQRT2 / Math.tan(radians);
  const found = new Map<string, FacetBounces>();
  const ray: Ray = { p: new Float64Array(3), d: new Float64Array(3), inside: false };
  for (let i = 0; i < rays; i++) {
    ray.p.set([halton(i + 1, 2) * field.period, halton(i + 1, 3) * field.period, field.top]);
    let d = [0, 0, -1];
    let before: readonly number[] | undefined;
    const met: { angle: number; turn: number }[] = [];
    while (met.length < 8) {
      ray.d.set([d[0]!, d[1]!, stretch * d[2]!]);
      const facet = nextFacet(field, ray);
      if (facet < 0) break;
      const normal = normals[facet]!;
      const along = dot(d, normal);
      const plane = cross(d, normal);
      const turn = before ? dot(before, plane) ** 2 : 0.5;
      met.push({ angle: (Math.acos(Math.min(1, -along)) * 180) / Math.PI, turn });
      before = plane;
      d = d.map((value, axis) => value - 2 * along * normal[axis]!);
    }
    const key = met.map(({ angle, turn }) => `${angle.toFixed(3)} ${turn.toFixed(3)}`).join(', ');
    found.set(key, { share: (found.get(key)?.share ?? 0) + 1 / rays, met });
  }
  return [...found.values()];
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;

/** Unit vector across both. */
function cross(a: readonly number[], b: readonly number[]): number[] {
  const v = [
    a[1]! * b[2]! - a[2]! * b[1]!,
    a[2]! * b[0]! - a[0]! * b[2]!,
    a[0]! * b[1]! - a[1]! * b[0]!,
  ];
  const length = Math.hypot(...v);
  return v.map((value) => value / length);
}
