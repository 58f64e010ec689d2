import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { diffuseTransmittance } from '../../src/optics/exponentialIntegral.ts';
import { waferGeneration } from '../../src/optics/generation.ts';
import type { OpticalCell, OpticalSurface } from '../../src/optics/opticalCell.ts';
import { air, type OpticalConstants } from '../../src/optics/opticalConstants.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { waferPasses } from '../../src/optics/waferPasses.ts';
import { film, fixed } from './randomFilms.ts';

const bare = (
  outside: OpticalConstants,
  texture: 'planar' | 'random-pyramids',
): OpticalSurface => ({
  texture,
  films: [],
  outside,
});

function cellOf(
  front: OpticalSurface,
  silicon: OpticalConstants,
  rear: OpticalSurface,
  thickness: number,
): OpticalCell {
  return { front, wafer: { constants: silicon, thickness }, rear };
}

const total = (solution: ReturnType<typeof solveOptics>, w: number): number =>
  solution.reflected[w] +
  solution.escaped[w] +
  solution.wafer[w] +
  solution.transmitted[w] +
  solution.metal.front[w] +
  solution.metal.rear[w] +
  [...solution.frontFilms, ...solution.rearFilms].reduce((sum, share) => sum + share[w], 0);

describe('wafer', () => {
  it('loses no photon, whatever the faces, and the depth profile adds up to its absorption', () => {
    const texture = fc.constantFrom('planar' as const, 'random-pyramids' as const);
    fc.assert(
      fc.property(
        texture,
        texture,
        fc.boolean(),
        film,
        film,
        fc.double({ min: -7, max: 0, noNaN: true }),
        fc.double({ min: 3, max: 6, noNaN: true }),
        (frontTexture, rearTexture, ideal, a, b, k, n) => {
          const optical = ([fn, fk, d]: [number, number, number], name: string) => ({
            name,
            constants: fixed(name, fn, fk),
            thickness: d,
          });
          const solution = solveOptics(
            {
              front: {
                texture: frontTexture,
                films: [optical(a, 'a')],
                outside: air,
                ...(ideal ? { trapping: 'lambertian' as const } : {}),
              },
              wafer: { constants: fixed('si', n, 10 ** k), thickness: 0.013 },
              rear: {
                texture: rearTexture,
                films: [optical(b, 'b')],
                outside: fixed('metal', 1.5, 7),
              },
            },
            Float64Array.of(500, 1000, 1150),
            300,
          );
          const x = Float64Array.of(0, 1e-6, 1e-5, 1e-3, 0.01, 0.013);
          for (let w = 0; w < 3; w++) {
            expect(Math.abs(total(solution, w) - 1)).toBeLessThan(1e-10);
            const flux = new Float64Array(3);
            flux[w] = 1;
            const sum = waferGeneration(solution, flux, x).reduce((s, g) => s + g, 0);
            expect(Math.abs(sum - solution.wafer[w])).toBeLessThan(1e-10);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  // alpha = 3.5 cm^-1, n = 3.542, 150 um: Green 2002, doi:10.1002/pip.404, evaluated on its own.
  it.each([
    [1, 0.73319],
    [0.95, 0.62024],
  ])('meets the Lambertian limit at a rear reflectance of %d (Green 2002)', (rear, absorbed) => {
    const front = 1 - 1 / 3.542 ** 2;
    const light = waferPasses({
      depth: 3.5 * 0.015,
      slant: 1,
      isotropic: true,
      rearSpecular: false,
      frontSpecular: false,
      rearFirst: rear,
      rear,
      frontFirst: front,
      front,
    });
    expect(light.absorbed).toBeCloseTo(absorbed, 5);
    const tr = diffuseTransmittance(3.5 * 0.015);
    const exact = ((1 - tr) * (1 + rear * tr)) / (1 - tr * tr * rear * front);
    expect(light.absorbed).toBeCloseTo(exact, 13);
  });

  it("meets Basore's expression for a refracted first pass", () => {
    // Evaluated on its own: alpha = 3.5 cm^-1, 150 um, 41.43 degrees, a scattering rear of 0.95,
    // a front of 0.925.
    const { absorbed, directUp } = waferPasses({
      depth: 3.5 * 0.015,
      slant: 1 / Math.cos((41.43 * Math.PI) / 180),
      isotropic: false,
      rearSpecular: false,
      frontSpecular: false,
      rearFirst: 0.95,
      rear: 0.95,
      frontFirst: 0.925,
      front: 0.925,
    });
    expect(absorbed).toBeCloseTo(0.61745, 5);
    expect(directUp).toBe(0);
  });

  it('makes paths 4 n^2 as long as it is thick where light is hardly absorbed (Yablonovitch 1982)', () => {
    // J. Opt. Soc. Am. 72, 899, doi:10.1364/JOSA.72.000899: an isotropic wafer on a mirror.
    const n = 3.55;
    const depth = 1e-9;
    const { absorbed } = waferPasses({
      depth,
      slant: 1,
      isotropic: true,
      rearSpecular: false,
      frontSpecular: false,
      rearFirst: 1,
      rear: 1,
      frontFirst: 1 - 1 / n ** 2,
      front: 1 - 1 / n ** 2,
    });
    expect(absorbed / depth / (4 * n * n)).toBeCloseTo(1, 6);
  });

  it('sees the medium in front: a matched one reflects nothing and lets all light out again', () => {
    const surface: OpticalSurface = bare(fixed('matched', 3.5, 0), 'planar');
    const cell = cellOf(surface, fixed('si', 3.5, 0), bare(air, 'random-pyramids'), 0.01);
    const solution = solveOptics(cell, Float64Array.of(1000), 300);
    expect(solution.reflected[0]).toBeCloseTo(0, 12);
    expect(total(solution, 0)).toBeCloseTo(1, 12);
    expect(solution.escaped[0] + solution.transmitted[0]).toBeCloseTo(1, 12);
  });

  it('takes longer paths than a planar one', async () => {
    const silicon = await loadOptics('c-si');
    const mirror = await loadOptics('silver');
    const at = (texture: 'planar' | 'random-pyramids') => {
      const cell = cellOf(bare(air, texture), silicon, bare(mirror, 'planar'), 0.015);
      const solution = solveOptics(cell, Float64Array.of(1100), 298.15);
      return solution.wafer[0] / (1 - solution.reflected[0]);
    };
    expect(at('random-pyramids')).toBeGreaterThan(3 * at('planar'));
  });
});
