import { beforeAll, describe, expect, it } from 'vitest';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { entryOf } from '../../src/optics/entryOf.ts';
import { waferGeneration } from '../../src/optics/generation.ts';
import { air, type OpticalConstants, sampleConstants } from '../../src/optics/opticalConstants.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { responseBuffers } from '../../src/optics/surfaceResponse.ts';

let silicon: OpticalConstants;
beforeAll(async () => {
  silicon = await loadOptics('c-si');
});

const film = (k: number) => ({
  name: 'film',
  constants: {
    name: `n = 2, k = ${k}`,
    wavelength: Float64Array.of(200, 2000),
    n: Float64Array.of(2, 2),
    k: Float64Array.of(k, k),
  },
  thickness: 75,
});

function solve(base: number | undefined, at: Float64Array, k = 0, angle = 0) {
  return solveOptics(
    {
      front: {
        texture: 'inverted-pyramids',
        films: [film(k)],
        outside: air,
        ...(base === undefined ? {} : { base }),
      },
      wafer: { constants: silicon, thickness: 0.016 },
      rear: { texture: 'planar', films: [], outside: air },
    },
    at,
    298.15,
    { angle },
  );
}

describe('ridges between pits', () => {
  const at = Float64Array.of(450, 600, 750, 900);

  it('take the 10 to 15 % of the light that crosses them when they are opaque, and nothing when they are small', () => {
    const { n, k } = sampleConstants(silicon, at, 298.15);
    const taken = (base: number) => {
      const incidence = {
        texture: 'inverted-pyramids',
        sine: 0,
        polarisation: 'unpolarised',
      } as const;
      const entry = entryOf({ ...incidence, classes: false, base }, 1, responseBuffers(1));
      return Array.from(at, (nm, w) => {
        const stack = {
          films: 1,
          n: Float64Array.of(2, n[w]!),
          k: Float64Array.of(0, k[w]!),
          thickness: Float64Array.of(75),
        };
        entry.at(stack, 1, nm);
        return entry.ridges[0]!;
      });
    };
    for (const crossing of taken(10)) {
      expect(crossing).toBeGreaterThan(0.1);
      expect(crossing).toBeLessThan(0.155);
    }
    for (const crossing of taken(1e-10)) expect(crossing).toBeLessThan(1e-5);
  });

  it('let no light go astray, at any width and angle, and the depth profile has it all', () => {
    for (const base of [undefined, 1e-5, 1e-3, 1]) {
      for (const angle of [0, 40, 80]) {
        const all = solve(base, at, 0.02, angle);
        at.forEach((_, w) => {
          const { reflected, escaped, frontFilms, wafer, transmitted } = all;
          const sum =
            reflected[w]! + escaped[w]! + frontFilms[0]![w]! + wafer[w]! + transmitted[w]!;
          expect(Math.abs(sum - 1)).toBeLessThan(1e-10);
        });
        const flux = Float64Array.from(at, () => 1);
        const x = Float64Array.of(0, 1e-4, 1e-3, 0.016);
        const absorbed = waferGeneration(all, flux, x).reduce((a, b) => a + b, 0);
        const total = all.wafer.reduce((a, b) => a + b, 0);
        expect(Math.abs(absorbed / total - 1)).toBeLessThan(1e-9);
      }
    }
  });

  it('make films take more, the less they absorb themselves', () => {
    const taken = [1, 1e-3, 1e-4, 1e-5].map((base) => solve(base, at, 0.05).frontFilms[0]!);
    at.forEach((_, w) => {
      for (let i = 1; i < taken.length; i++) {
        expect(taken[i]![w]!).toBeGreaterThanOrEqual(taken[i - 1]![w]! - 1e-12);
      }
      expect(taken[3]![w]! / taken[0]![w]!).toBeGreaterThan(1.002);
    });
  });

  it('are 5 um from pit to pit when nothing is said', () => {
    expect(solve(undefined, at).wafer).toEqual(solve(5e-4, at).wafer);
  });
});
