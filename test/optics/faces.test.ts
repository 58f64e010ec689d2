import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hemisphericalResponse } from '../../src/optics/hemisphericalResponse.ts';
import { pyramidResponse, responseBuffers, unpolarised } from '../../src/optics/surfaceResponse.ts';
import { coherentStack } from '../../src/optics/transferMatrix.ts';
import { film, stackOf } from './randomFilms.ts';

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
