import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadOptics } from '../../src/node/loadOptics.ts';
import { bruggeman } from '../../src/optics/bruggeman.ts';
import { mixedConstants } from '../../src/optics/mixedConstants.ts';
import { sampleConstants } from '../../src/optics/opticalConstants.ts';

const dielectric = fc.tuple(
  fc.double({ min: 1, max: 20, noNaN: true }),
  fc.double({ min: 0, max: 40, noNaN: true }),
);

/** Largest relative residual of Bruggeman's equation. */
function residual(
  phases: Parameters<typeof bruggeman>[0],
  [re, im]: readonly [number, number],
): number {
  let sumRe = 0;
  let sumIm = 0;
  for (const { share, permittivity } of phases) {
    const [a, b] = [permittivity[0] - re, permittivity[1] - im];
    const [c, d] = [permittivity[0] + 2 * re, permittivity[1] + 2 * im];
    sumRe += (share * (a * c + b * d)) / (c * c + d * d);
    sumIm += (share * (b * c - a * d)) / (c * c + d * d);
  }
  return Math.hypot(sumRe, sumIm);
}

describe("Bruggeman's effective medium", () => {
  it('meets the closed form of two transparent phases: e = (b + sqrt(b^2 + 8 e1 e2)) / 4', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (f, e1, e2) => {
          const b = (3 * f - 1) * e1 + (2 - 3 * f) * e2;
          const exact = (b + Math.sqrt(b * b + 8 * e1 * e2)) / 4;
          const [re, im] = bruggeman([
            { share: f, permittivity: [e1, 0] },
            { share: 1 - f, permittivity: [e2, 0] },
          ]);
          expect(Math.abs(re / exact - 1)).toBeLessThan(1e-13);
          expect(im).toBe(0);
        },
      ),
    );
  });

  it('solves its equation for three absorbing phases, and does not amplify', () => {
    fc.assert(
      fc.property(
        dielectric,
        dielectric,
        dielectric,
        fc.double({ min: 0.01, max: 0.98, noNaN: true }),
        (a, b, c, f) => {
          const phases = [
            { share: f, permittivity: a },
            { share: (1 - f) / 3, permittivity: b },
            { share: (2 * (1 - f)) / 3, permittivity: c },
          ];
          const mixed = bruggeman(phases);
          expect(mixed[1]).toBeGreaterThanOrEqual(0);
          expect(residual(phases, mixed)).toBeLessThan(1e-13);
        },
      ),
    );
  });

  it('lies between the bounds of Wiener: layers along and across the field', () => {
    for (const share of [0.1, 0.4, 0.8]) {
      const [mixed] = bruggeman([
        { share, permittivity: [2.1, 0] },
        { share: 1 - share, permittivity: [14, 0] },
      ]);
      expect(mixed).toBeLessThan(share * 2.1 + (1 - share) * 14);
      expect(mixed).toBeGreaterThan(1 / (share / 2.1 + (1 - share) / 14));
    }
  });
});

describe('mixed optical constants', () => {
  const at = [300, 365, 500, 633, 900];

  it('are those of the material where all parts are the same', async () => {
    const silicon = await loadOptics('c-si', '.');
    const same = mixedConstants([
      { share: 3, constants: silicon },
      { share: 1, constants: silicon },
    ]);
    const mixed = sampleConstants(same, at, 300);
    const plain = sampleConstants(silicon, at, 300);
    for (let i = 0; i < at.length; i++) {
      expect(mixed.n[i]).toBeCloseTo(plain.n[i], 12);
      expect(Math.abs(mixed.k[i] / plain.k[i] - 1)).toBeLessThan(1e-10);
    }
  });

  it('absorb less with oxide, in the blue where the window counts', async () => {
    const film = await loadOptics('a-si-h-n', '.');
    const oxide = await loadOptics('sio2', '.');
    const k = [1, 0.7, 0.5].map((share) => {
      const parts = [
        { share, constants: film },
        { share: 1 - share, constants: oxide },
      ];
      return sampleConstants(mixedConstants(parts), [450], 300).k[0];
    });
    expect(k[1]).toBeLessThan(0.75 * k[0]);
    expect(k[2]).toBeLessThan(0.75 * k[1]);
  });

  it('are refused where the tables do not meet', () => {
    const table = (wavelength: number[]) => ({
      name: `at ${wavelength[0]}`,
      wavelength: Float64Array.from(wavelength),
      n: Float64Array.of(2, 2),
      k: Float64Array.of(0, 0),
    });
    const apart = [
      { share: 1, constants: table([300, 400]) },
      { share: 1, constants: table([500, 600]) },
    ];
    expect(() => mixedConstants(apart)).toThrow(/50 % at 300 \+ 50 % at 500.*share no range/);
  });
});
