import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffuseTransmittance } from '../../src/optics/exponentialIntegral.ts';
import { facetPaths } from '../../src/optics/facetPaths.ts';
import { mirror, nextFacet } from '../../src/optics/facetRays.ts';
import { waferGeneration } from '../../src/optics/generation.ts';
import type { LightTrapping, OpticalCell, Texture } from '../../src/optics/opticalCell.ts';
import { air, type OpticalConstants } from '../../src/optics/opticalConstants.ts';
import { halton, pyramidField } from '../../src/optics/pyramidField.ts';
import { scatterTable } from '../../src/optics/scatterTable.ts';
import { type OpticalSolution, solveOptics } from '../../src/optics/solveOptics.ts';

const fixed = (name: string, n: number, k: number): OpticalConstants => ({
  name,
  wavelength: Float64Array.of(100, 5000),
  n: Float64Array.of(n, n),
  k: Float64Array.of(k, k),
});

const n = 3.55;
const thickness = 0.015;

/** Silicon with a quarter-wave coating for 1100 nm and a rear of given reflectance. */
function cellOf(
  front: Texture,
  rear: Texture | 'scattering',
  alpha: number,
  reflectance: number,
  trapping: LightTrapping = 'angular',
): OpticalCell {
  const k = (alpha * 1100e-7) / (4 * Math.PI);
  const coating = { name: 'ar', constants: fixed('ar', Math.sqrt(n), 0) };
  return {
    trapping,
    front: {
      texture: front,
      films: [{ ...coating, thickness: 1100 / 4 / Math.sqrt(n) }],
      outside: air,
    },
    wafer: { constants: fixed('si', n, k), thickness },
    rear: {
      texture: rear === 'scattering' ? 'planar' : rear,
      films: [],
      outside: air,
      reflectance,
      ...(rear === 'scattering' ? { diffuse: { share: 1 } } : {}),
    },
  };
}

const at1100 = Float64Array.of(1100);

/** Absorbed share of the light that entered. */
function absorbed(cell: OpticalCell): number {
  const solution = solveOptics(cell, at1100, 300);
  return solution.wafer[0] / (1 - solution.reflected[0]);
}

/** Green's exact expression for isotropic light. */
function lambertian(alpha: number, rear: number): number {
  const tr = diffuseTransmittance(alpha * thickness);
  return ((1 - tr) * (1 + rear * tr)) / (1 - tr * tr * rear * (1 - 1 / n ** 2));
}

const everything = (solution: OpticalSolution, w: number): number =>
  solution.reflected[w] +
  solution.escaped[w] +
  solution.wafer[w] +
  solution.freeCarriers[w] +
  solution.transmitted[w] +
  solution.metal.front[w] +
  solution.metal.rear[w] +
  [...solution.frontFilms, ...solution.rearFilms].reduce((sum, share) => sum + share[w], 0);

describe('rays over pyramids', () => {
  it('meet facets as often as there is facet for ground, when isotropic from inside', () => {
    // Area of facets over that of the ground: 1 / cos 54.74 degrees.
    const field = pyramidField('regular-pyramids');
    let hits = 0;
    const rays = 5000;
    for (let i = 0; i < rays; i++) {
      const sine2 = halton(i + 1, 5);
      const azimuth = 2 * Math.PI * halton(i + 1, 7);
      const sine = Math.sqrt(sine2);
      const ray = {
        p: Float64Array.of(halton(i + 1, 2), halton(i + 1, 3), field.bottom),
        d: Float64Array.of(
          sine * Math.cos(azimuth),
          sine * Math.sin(azimuth),
          Math.sqrt(1 - sine2),
        ),
        inside: true,
      };
      for (;;) {
        const facet = nextFacet(field, ray);
        if (facet < 0) break;
        hits++;
        mirror(ray.d, facet);
      }
      expect(ray.d[2]).toBeLessThan(0);
    }
    expect(Math.abs(hits / rays / Math.sqrt(3) - 1)).toBeLessThan(0.01);
  });

  /** Shares of all light whose path ends after these facets, degrees. */
  function endsAfter(texture: 'random-pyramids' | 'regular-pyramids' | 'inverted-pyramids') {
    const { parent, share, leaves, cosine } = facetPaths(texture, 0);
    const light: number[] = [];
    const names: string[] = [];
    return Object.fromEntries(
      Array.from(share, (part, i) => {
        const before = parent[i];
        light[i] = before < 0 ? part : part * light[before];
        const degrees = ((Math.acos(cosine[i]) * 180) / Math.PI).toFixed(0);
        names[i] = before < 0 ? degrees : `${names[before]} ${degrees}`;
        return [names[i], light[i] * leaves[i]] as const;
      }),
    );
  }

  it('takes the paths that Baker-Finch and McIntosh 2011 found', () => {
    // doi:10.1002/pip.1050: in rows 8/9 of the light meets two facets, 1/9 a third.
    const regular = endsAfter('regular-pyramids');
    expect(regular['55 16']).toBeCloseTo(8 / 9, 2);
    expect(regular['55 16 86']).toBeCloseTo(1 / 9, 2);
    // The shares of the classes of random pyramids that surfaceResponse.ts has, +-0.01.
    const random = endsAfter('random-pyramids');
    expect(Math.abs(random['55 16'] - 0.652)).toBeLessThan(0.01);
    expect(Math.abs(random['55 16 86'] - 0.055)).toBeLessThan(0.01);
    expect(Math.abs(random['55 79 33'] - 0.212)).toBeLessThan(0.01);
    expect(Math.abs(random['55 79 71 52'] - 0.057)).toBeLessThan(0.01);
    expect(Math.abs(random['55 79 71'] - 0.024)).toBeLessThan(0.01);
    // Pits: the same two facets or a third round the corner.
    const inverted = endsAfter('inverted-pyramids');
    expect(Math.abs(inverted['55 16'] - 0.593)).toBeLessThan(0.01);
    expect(Math.abs(inverted['55 79 33'] - 0.4)).toBeLessThan(0.01);
  });
});

describe('a wafer of angular redistribution', () => {
  const textures = ['planar', 'random-pyramids', 'regular-pyramids', 'inverted-pyramids'] as const;

  it('loses no photon, whatever the faces, the side and the angle', () => {
    const face = fc.constantFrom(...textures);
    fc.assert(
      fc.property(
        face,
        face,
        fc.constantFrom<LightTrapping>('angular', 'basore', 'lambertian'),
        fc.constantFrom('front' as const, 'rear' as const),
        fc.constantFrom(0, 20, 60, 85),
        fc.constantFrom('s' as const, 'p' as const, 'unpolarised' as const),
        fc.double({ min: -2, max: 3, noNaN: true }).map((e) => 10 ** e),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.constantFrom(0, 0.3, 1),
        (front, rear, trapping, side, angle, polarisation, alpha, k, share) => {
          const film = { name: 'tco', constants: fixed('tco', 1.9, k), thickness: 70 };
          const skin = {
            type: 'n' as const,
            depth: Float64Array.of(0, 1e-5, 2e-5),
            density: Float64Array.of(1e20, 5e19, 0),
          };
          const rough = trapping === 'angular' && rear === 'planar';
          const solution = solveOptics(
            {
              trapping,
              front: { texture: front, films: [film], outside: air },
              wafer: {
                constants: fixed('si', n, (alpha * 1100e-7) / (4 * Math.PI)),
                thickness,
                carriers: {
                  model: 'baker-finch2014',
                  electrons: 1e16,
                  holes: 0,
                  front: [skin],
                  rear: [skin],
                },
              },
              rear: {
                texture: rear,
                films: [film, film],
                outside: air,
                metal: { share: 0.1, constants: fixed('metal', 0.1, 7) },
                ...(rough ? { diffuse: { share, exponent: 3 } } : {}),
              },
            },
            at1100,
            300,
            { side, angle, polarisation },
          );
          expect(Math.abs(everything(solution, 0) - 1)).toBeLessThan(1e-10);
          const x = Float64Array.of(0, 1e-6, 1e-4, 0.01, thickness);
          const made = waferGeneration(solution, Float64Array.of(1), x).reduce((s, g) => s + g, 0);
          expect(Math.abs(made - solution.wafer[0])).toBeLessThan(1e-10);
          for (const part of [solution.wafer, solution.freeCarriers, solution.escaped]) {
            expect(part[0]).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 30_000);

  it('is isotropic with a scattering rear: as Green 2002 on the passes after the first', () => {
    // A perfect coating along the normal, a planar front: only 1.1 times fewer escape than from
    // an ideal face, since its coating reflects at other angles.
    for (const alpha of [0.5, 3.5, 20]) {
      const [ours, ideal] = [
        absorbed(cellOf('planar', 'scattering', alpha, 1)),
        lambertian(alpha, 1),
      ];
      expect(Math.abs(ours - ideal)).toBeLessThan(0.02);
    }
  });

  it.each(textures.slice(1))(
    '%s: paths 4 n^2 as long as it is thick where nothing is absorbed',
    (texture) => {
      // Yablonovitch 1982, doi:10.1364/JOSA.72.000899: lossless faces leave light isotropic. What
      // the coating reflects of light from outside at other angles makes paths longer by that.
      const alpha = 1e-5;
      const factor =
        absorbed(cellOf(texture, 'scattering', alpha, 1)) / (alpha * thickness) / (4 * n * n);
      expect(factor).toBeGreaterThan(0.93);
      expect(factor).toBeLessThan(1.12);
    },
  );

  it('goes straight between planar faces, as the transfer matrix says', () => {
    const angular = solveOptics(cellOf('planar', 'planar', 3.5, 0.9), at1100, 300, { angle: 50 });
    const basore = solveOptics(cellOf('planar', 'planar', 3.5, 0.9, 'basore'), at1100, 300, {
      angle: 50,
    });
    expect(angular.wafer[0]).toBeCloseTo(basore.wafer[0], 12);
    expect(angular.escaped[0]).toBeCloseTo(basore.escaped[0], 12);
  });

  it("meets Green's expression exactly when told to be Lambertian", () => {
    for (const rear of [1, 0.95, 0.5]) {
      for (const alpha of [1e-3, 0.1, 3.5, 100]) {
        const ours = absorbed(cellOf('planar', 'planar', alpha, rear, 'lambertian'));
        expect(Math.abs(ours / lambertian(alpha, rear) - 1)).toBeLessThan(1e-10);
      }
    }
  });

  it('agrees with its closed form to a few percent', () => {
    for (const alpha of [0.5, 3.5, 20]) {
      const exact = absorbed(cellOf('random-pyramids', 'planar', alpha, 0.95));
      const fast = absorbed(cellOf('random-pyramids', 'planar', alpha, 0.95, 'basore'));
      expect(Math.abs(fast / exact - 1)).toBeLessThan(0.08);
    }
  });
});

describe('rough mirrors', () => {
  it('scatter all light somewhere, along the normal with exponent 1 as a Lambertian one', () => {
    const phong = scatterTable(1);
    const lambert = scatterTable();
    const size = Math.sqrt(phong.length);
    for (let from = 0; from < size; from++) {
      for (const table of [phong, lambert, scatterTable(50)]) {
        let sum = 0;
        for (let to = 0; to < size; to++) sum += table[from * size + to];
        expect(sum).toBeCloseTo(1, 12);
      }
    }
    for (let to = 0; to < size - 1; to++) expect(phong[to]).toBeCloseTo(lambert[to], 2);
  });

  it('keep light together with a large exponent', () => {
    const narrow = scatterTable(400);
    const size = Math.sqrt(narrow.length);
    for (const from of [2, 6, 10]) {
      expect(
        narrow[from * size + from] +
          narrow[from * size + from - 1] +
          narrow[from * size + from + 1],
      ).toBeGreaterThan(0.8);
    }
  });
});
