import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { diffuseAbsorptance, diffuseTransmittance } from '../../src/optics/exponentialIntegral.ts';
import { waferGeneration } from '../../src/optics/generation.ts';
import { hemisphericalResponse } from '../../src/optics/hemisphericalResponse.ts';
import type { OpticalCell, OpticalSurface } from '../../src/optics/opticalCell.ts';
import { air, type OpticalConstants, sampleConstants } from '../../src/optics/opticalConstants.ts';
import { emittedPhotonFlux, radiativeRecombination } from '../../src/optics/radiative.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { pyramidResponse, responseBuffers, unpolarised } from '../../src/optics/surfaceResponse.ts';
import { coherentStack, type StackArrays } from '../../src/optics/transferMatrix.ts';
import { waferPasses } from '../../src/optics/waferPasses.ts';
import { binEdges, defaultWavelengths } from '../../src/optics/wavelengths.ts';
import { siliconIntrinsicDensity } from '../../src/physics/siliconStates.ts';

const fixed = (name: string, n: number, k: number): OpticalConstants => ({
  name,
  wavelength: Float64Array.of(100, 5000),
  n: Float64Array.of(n, n),
  k: Float64Array.of(k, k),
});

function stackOf(
  films: readonly [number, number, number][],
  substrate: [number, number],
): StackArrays {
  return {
    films: films.length,
    n: Float64Array.from([...films.map(([n]) => n), substrate[0]]),
    k: Float64Array.from([...films.map(([, k]) => k), substrate[1]]),
    thickness: Float64Array.from(films, ([, , d]) => d),
  };
}

const film = fc.tuple(
  fc.double({ min: 0.05, max: 6, noNaN: true }),
  fc.oneof(
    fc.constant(0),
    fc.double({ min: -6, max: 1, noNaN: true }).map((e) => 10 ** e),
  ),
  fc.double({ min: 0, max: 5, noNaN: true }).map((e) => 10 ** e - 1),
);

describe('transfer matrix', () => {
  it('R + A + T is one for any absorbing stack, angle and polarisation, and no share is negative', () => {
    fc.assert(
      fc.property(
        fc.array(film, { maxLength: 6 }),
        film,
        fc.double({ min: 1, max: 4, noNaN: true }),
        fc.double({ min: 0, max: 0.9999, noNaN: true }),
        fc.double({ min: 280, max: 1200, noNaN: true }),
        fc.constantFrom(0 as const, 1 as const),
        (films, [n, k], n0, sine, wavelength, polarisation) => {
          const out = new Float64Array(films.length + 2);
          coherentStack(stackOf(films, [n, k]), n0, n0 * sine, wavelength, polarisation, out);
          const sum = out.reduce((total, share) => total + share, 0);
          expect(Math.min(...out)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(sum - 1)).toBeLessThan(1e-11);
        },
      ),
      { numRuns: 10_000 },
    );
  }, 30_000);

  it('stays a number at grazing incidence and where light runs along a film', () => {
    const out = new Float64Array(3);
    for (const polarisation of [0, 1] as const) {
      for (const sine of [0.999999, 1]) {
        coherentStack(stackOf([[1.9, 0.01, 75]], [3.9, 0.02]), 1, sine, 600, polarisation, out);
        expect(out[0] + out[1] + out[2]).toBeCloseTo(1, 12);
        if (sine === 1) expect(out[0]).toBeCloseTo(1, 6);
      }
      // The film's own critical angle, and a case where it is met to the last digit.
      coherentStack(stackOf([[1.5, 0, 100]], [1, 0]), 3.5, 1.5, 600, polarisation, out);
      expect(out[0]).toBeCloseTo(1, 9);
      const n0 = 1.1702563357173232;
      coherentStack(
        stackOf([[1.1701393100837512, 0, 0]], [0.05, 0]),
        n0,
        n0 * 0.9998999999999997,
        280,
        polarisation,
        out,
      );
      expect(out[0] + out[1] + out[2]).toBeCloseTo(1, 12);
    }
  });

  it('transmits the same from either side (reciprocity of lossless ends)', () => {
    fc.assert(
      fc.property(
        fc.array(film, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.constantFrom(0 as const, 1 as const),
        (films, sine, polarisation) => {
          const forth = new Float64Array(films.length + 2);
          const back = new Float64Array(films.length + 2);
          coherentStack(stackOf(films, [3.5, 0]), 1, sine, 700, polarisation, forth);
          coherentStack(stackOf(films.toReversed(), [1, 0]), 3.5, sine, 700, polarisation, back);
          expect(Math.abs(forth[films.length + 1] - back[films.length + 1])).toBeLessThan(1e-10);
        },
      ),
    );
  });

  it('the check stack at 600 nm, normal and 45 degrees', () => {
    const stack = stackOf(
      [
        [1.9, 0.01, 75],
        [4.2, 0.1, 10],
      ],
      [3.94, 0.02],
    );
    const out = new Float64Array(4);
    coherentStack(stack, 1, 0, 600, 0, out);
    [0.00965031, 0.01901257, 0.02111243, 0.95022469].forEach((share, j) => {
      expect(out[j]).toBeCloseTo(share, 8);
    });
    coherentStack(stack, 1, Math.SQRT1_2, 600, 0, out);
    expect(out[0]).toBeCloseTo(0.04269621, 8);
    expect(out[3]).toBeCloseTo(0.91723228, 8);
    coherentStack(stack, 1, Math.SQRT1_2, 600, 1, out);
    expect(out[0]).toBeCloseTo(0.03854659, 8);
    expect(out[3]).toBeCloseTo(0.92196165, 8);
  });
});

describe('random pyramids', () => {
  // 75 nm of n = 2 on silicon; an independent calculation with the same bounces.
  it.each([
    [400, 5.613, 0.296, 0.0762],
    [600, 3.939, 0.0199, 1.26e-4],
    [1000, 3.572, 0.000509, 0.0234],
  ])('reflectance at %d nm', (wavelength, n, k, reflectance) => {
    const out = new Float64Array(3);
    pyramidResponse(stackOf([[2, 0, 75]], [n, k]), 1, wavelength, responseBuffers(1), out);
    expect(Math.abs(out[0] / reflectance - 1)).toBeLessThan(0.005);
  });
});

describe('isotropic light from inside', () => {
  // The mean over the hemisphere by 20,000 equal steps, at 1050 nm; the rule has 32 points.
  const silicon = 3.56;
  it.each<[string, [number, number, number][], [number, number], number]>([
    ['air', [], [1, 0], 2e-5],
    [
      'a heterojunction and air',
      [
        [4, 0, 10],
        [1.95, 0.01, 75],
      ],
      [1, 0],
      2e-5,
    ],
    ['silver', [], [0.04, 7.3], 1e-6],
    [
      'a heterojunction and silver',
      [
        [4, 0, 5],
        [1.95, 0.01, 100],
      ],
      [0.04, 7.3],
      1e-4,
    ],
    [
      'nitride and aluminium',
      [
        [1.62, 0, 10],
        [2.05, 0, 120],
      ],
      [1.3, 10],
      6e-4,
    ],
    ['a medium denser than silicon', [], [4, 0], 1e-6],
  ])('meets %s', (_, films, substrate, tolerance) => {
    const stack = stackOf(films, substrate);
    const buffers = responseBuffers(films.length);
    const out = new Float64Array(films.length + 2);
    const mean = new Float64Array(films.length + 2);
    const steps = 20_000;
    for (let i = 0; i < steps; i++) {
      const cosine = (i + 0.5) / steps;
      unpolarised(stack, silicon, Math.sqrt(1 - cosine * cosine), 1050, buffers, out);
      for (let j = 0; j < out.length; j++) mean[j] += (2 * cosine * out[j]) / steps;
    }
    hemisphericalResponse(stack, silicon, 1050, buffers, out);
    for (let j = 0; j < out.length; j++) {
      expect(Math.abs(out[j] - mean[j])).toBeLessThan(tolerance);
    }
  });

  it('leaves to air as much as comes from there (reciprocity: n^2 of the escape cone)', () => {
    // Without absorption the escaping share is the mean transmittance from air over n^2.
    const films: [number, number, number][] = [[2, 0, 75]];
    const out = new Float64Array(3);
    const into = new Float64Array(3);
    const buffers = responseBuffers(1);
    hemisphericalResponse(stackOf(films, [1, 0]), silicon, 1050, buffers, out);
    hemisphericalResponse(stackOf(films, [silicon, 0]), 1, 1050, buffers, into);
    expect(Math.abs((out[2] * silicon ** 2) / into[2] - 1)).toBeLessThan(1e-4);
  });
});

describe('exponential integral', () => {
  // Abramowitz & Stegun, table 5.4: E3(0.5), E3(1), E3(2).
  it.each([
    [0, 1],
    [0.5, 2 * 0.2216044],
    [1, 2 * 0.109692],
    [2, 2 * 0.0301334],
  ])('2 E3(%d)', (x, value) => {
    expect(diffuseTransmittance(x)).toBeCloseTo(value, 6);
  });

  it('1 - 2 E3 is its complement, and keeps its digits where little is absorbed', () => {
    for (const x of [0, 1e-3, 0.3, 1, 1.5, 30, 1000]) {
      expect(Math.abs(diffuseAbsorptance(x) + diffuseTransmittance(x) - 1)).toBeLessThan(1e-15);
    }
    // 2x - x^2 (3/2 - euler - ln x) + ...
    for (const x of [1e-12, 1e-8, 1e-5]) {
      const series = 2 * x - x * x * (1.5 - 0.5772156649015329 - Math.log(x));
      expect(Math.abs(diffuseAbsorptance(x) / series - 1)).toBeLessThan(x + 1e-15);
    }
  });

  it('is smooth where the method changes', () => {
    const below = diffuseTransmittance(1 - 1e-9);
    const above = diffuseTransmittance(1 + 1e-9);
    // The slope is -2 E2(1) = -0.2970.
    expect((above - below) / 2e-9).toBeCloseTo(-0.297, 3);
  });
});

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

describe('silicon', () => {
  it('absorbs as Green 2008 tabulates, at 300 K and warmer', async () => {
    const silicon = await loadOptics('c-si');
    const at = (wavelength: number, temperature: number) =>
      (4 * Math.PI * sampleConstants(silicon, [wavelength], temperature).k[0]) /
      (wavelength * 1e-7);
    expect(at(1000, 300)).toBeCloseTo(64, 2);
    expect(at(1100, 300)).toBeCloseTo(3.5, 4);
    expect(at(1100, 348.15)).toBeCloseTo(7.646, 2);
  });

  it('recombines radiatively as its absorption demands', async () => {
    const silicon = await loadOptics('c-si');
    // The same table by another program, 0.25 nm steps. Trupke 2003, doi:10.1063/1.1610231,
    // measured B = 4.73e-15 cm^3/s at 300 K.
    const b = (temperature: number) =>
      radiativeRecombination(silicon, temperature) / siliconIntrinsicDensity(temperature) ** 2;
    expect(Math.abs(radiativeRecombination(silicon, 300) / 4.42436e5 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(298.15) / 4.737087e-15 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(300) / 4.717139e-15 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(323.15) / 4.519666e-15 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(348.15) / 4.39125e-15 - 1)).toBeLessThan(1e-4);
    expect(Math.abs(b(300) / 4.73e-15 - 1)).toBeLessThan(0.005);
  });

  it('emits no more than a black body of its gap', () => {
    const all = new Float64Array(defaultWavelengths.length).fill(1);
    // Absorbing all up to 1200 nm is the Shockley-Queisser cell of 1.033 eV, whose emission has
    // a closed form.
    const flux = emittedPhotonFlux(all, defaultWavelengths, 298.15);
    const planck = (gap: number) => {
      const kT = 298.15 * 8.617333262e-5;
      const x = gap / kT;
      // 2 pi (kT)^3 / (h^3 c^2) (x^2 + 2x + 2) e^-x
      return (
        ((2 * Math.PI * (kT * 1.602176634e-19) ** 3) / (6.62607015e-34 ** 3 * 2.99792458e10 ** 2)) *
        (x * x + 2 * x + 2) *
        Math.exp(-x)
      );
    };
    // The trapezoid rule over 5 nm, where emission grows by 3 % a nm, adds 0.2 %.
    expect(Math.abs(flux / planck(1239.841984 / 1200) - 1)).toBeLessThan(0.003);
  });

  it('refuses wavelengths the data do not reach', async () => {
    const silicon = await loadOptics('c-si');
    expect(() => sampleConstants(silicon, [2000], 300)).toThrow(/c-si.*250 to 1450 nm/);
    const film = await loadOptics('a-si-h-i');
    expect(sampleConstants(film, [1100], 300).k[0]).toBe(0);
  });
});

describe('bins', () => {
  it('lie halfway between wavelengths', () => {
    const edges = binEdges(defaultWavelengths);
    expect(edges[0]).toBe(297.5);
    expect(edges.at(-1)).toBe(1202.5);
    expect(edges.length).toBe(defaultWavelengths.length + 1);
  });
});
