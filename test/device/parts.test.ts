import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmphotericBonds, amphotericTable } from '../../src/device/amphotericBonds.ts';
import { bernoulli } from '../../src/device/bernoulli.ts';
import { defectResult, defectSums, defectTable } from '../../src/device/defectTable.ts';
import type { DefectDistribution } from '../../src/device/description.ts';
import { denser, divided, layerMesh } from '../../src/device/mesh.ts';
import { boltzmann } from '../../src/physics/constants.ts';

describe('Bernoulli function', () => {
  it.each([
    [0, 1],
    [1, 0.5819767068693265],
    [-10, 10.0004540199101],
    [40, 40 / Math.expm1(40)],
  ])('B(%d)', (x, value) => {
    expect(Math.abs(bernoulli(x) / value - 1)).toBeLessThan(1e-14);
  });

  it('keeps B(-x) = B(x) + x and meets the series at its limit', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(bernoulli(-x) - bernoulli(x)).toBeCloseTo(x, 12);
      }),
    );
  });
});

describe('mesh', () => {
  it('fills the layer, ascending, with bounded neighbours', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -7, max: -1, noNaN: true }),
        fc.double({ min: 1.05, max: 1.5, noNaN: true }),
        (exponent, growth) => {
          const thickness = 10 ** exponent;
          const x = layerMesh(thickness, { front: 2e-8, rear: 5e-8, largest: 1e-4, growth });
          expect(x[0]).toBe(0);
          expect(x.at(-1)).toBe(thickness);
          for (let i = 1; i < x.length; i++) expect(x[i]).toBeGreaterThan(x[i - 1]);
          for (let i = 2; i < x.length; i++) {
            const ratio = (x[i] - x[i - 1]) / (x[i - 1] - x[i - 2]);
            expect(Math.max(ratio, 1 / ratio)).toBeLessThan(Math.max(growth ** 2, 2.6));
          }
        },
      ),
    );
  });

  it('is divided interval by interval', () => {
    expect([...divided([0, 1, 3], 2)]).toEqual([0, 0.5, 1, 2, 3]);
    expect(() => divided([0, 1], 1.5)).toThrow(RangeError);
  });

  it('is denser where it is asked to be, and nowhere sparser', () => {
    expect([...denser([0, 1, 3, 4], [1, 1, 1])]).toEqual([0, 1, 3, 4]);
    const length = fc.double({ min: 0.01, max: 10, noNaN: true });
    const factor = fc.double({ min: 1, max: 50, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(length, factor), {
          minLength: 1,
          maxLength: 40,
        }),
        (intervals) => {
          const given = [0];
          for (const [h] of intervals) given.push(given.at(-1)! + h);
          const factors = intervals.map((interval) => interval[1]);
          const x = denser(given, factors);
          expect(x[0]).toBe(0);
          expect(x.at(-1)).toBe(given.at(-1));
          for (let i = 1; i < x.length; i++) {
            const h = x[i]! - x[i - 1]!;
            expect(h).toBeGreaterThan(0);
            const k = given.findIndex((start) => start > (x[i]! + x[i - 1]!) / 2) - 1;
            const widest = Math.max(
              ...[k - 1, k, k + 1].map((j) => (intervals[j]?.[0] ?? 0) / (factors[j] ?? 1)),
            );
            expect(h).toBeLessThan(widest * (1 + 1e-9));
          }
        },
      ),
    );
  });

  it('refuses lengths that are none', () => {
    expect(() => layerMesh(0, { front: 1, rear: 1, largest: 1, growth: 1.2 })).toThrow(RangeError);
  });
});

/** Ling 2015, table I, as in the project's cells. */
const capture = { neutral: 6.5e-16, charged: 6.5e-15, thermalVelocity: 1e7 };
const ling: Record<'p' | 'i' | 'n', { gap: number; doping: number; defects: DefectDistribution }> =
  {
    p: {
      gap: 1.75,
      doping: -1.41e19,
      defects: {
        conductionTail: { density: 4e21, urbachEnergy: 0.03 },
        valenceTail: { density: 4e21, urbachEnergy: 0.05 },
        acceptorBonds: { density: 2.63e19, energy: 1.2, width: 0.2 },
        donorBonds: { density: 2.63e19, energy: 1.0, width: 0.2 },
        capture,
      },
    },
    i: {
      gap: 1.75,
      doping: 0,
      defects: {
        conductionTail: { density: 4e21, urbachEnergy: 0.03 },
        valenceTail: { density: 4e21, urbachEnergy: 0.045 },
        acceptorBonds: { density: 9e16, energy: 1.025, width: 0.2 },
        donorBonds: { density: 9e16, energy: 0.825, width: 0.2 },
        capture,
      },
    },
    n: {
      gap: 1.8,
      doping: 1.45e19,
      defects: {
        conductionTail: { density: 4e21, urbachEnergy: 0.03 },
        valenceTail: { density: 4e21, urbachEnergy: 0.05 },
        acceptorBonds: { density: 2.75e19, energy: 0.7, width: 0.2 },
        donorBonds: { density: 2.75e19, energy: 0.5, width: 0.2 },
        capture,
      },
    },
  };

describe('defect states of a-Si:H', () => {
  // Fermi level of neutral material at 300 K: EF - Ev, from Fermi occupation of the states
  // integrated over energy.
  it.each([
    ['p', 0.2934],
    ['i', 0.925],
    ['n', 1.8 - 0.2011],
  ] as const)('%s-layer is neutral with EF %d eV above Ev', (layer, level) => {
    const { gap, doping, defects } = ling[layer];
    const kT = boltzmann * 300;
    const table = defectTable(defects, gap, 2e20, 2e20, 300);
    const out = new Float64Array(defectResult.length);
    const charge = (fermi: number) => {
      const n = 2e20 * Math.exp(-(gap - fermi) / kT);
      const p = 2e20 * Math.exp(-fermi / kT);
      defectSums(table, n, p, out);
      return p - n + doping + out[defectResult.charge];
    };
    expect(charge(level - 5e-4)).toBeGreaterThan(0);
    expect(charge(level + 5e-4)).toBeLessThan(0);
  });

  it('charge and rate have the derivatives they state', () => {
    const table = defectTable(ling.n.defects, 1.8, 2e20, 2e20, 300);
    const at = (n: number, p: number) => {
      const out = new Float64Array(defectResult.length);
      defectSums(table, n, p, out);
      return out;
    };
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 19, noNaN: true }),
        fc.double({ min: 2, max: 19, noNaN: true }),
        (a, b) => {
          const n = 10 ** a;
          const p = 10 ** b;
          const here = at(n, p);
          const h = 1e-5;
          const byN = at(n * (1 + h), p);
          const lower = at(n * (1 - h), p);
          const slope = (byN[0] - lower[0]) / (2 * h);
          // The difference of two charges of 3e20 keeps 1e-5 of its digits less 16.
          const scale = Math.abs(here[1] * n) + 1e12;
          expect(Math.abs(slope - here[1] * n) / scale).toBeLessThan(1e-2);
          const rate = (byN[3] - lower[3]) / (2 * h);
          expect(Math.abs(rate - here[4] * n)).toBeLessThan(1e-5 * here[3]);
        },
      ),
    );
  });
});

describe('amphoteric dangling bonds', () => {
  // Sah and Shockley's statistics at E = 0.7, U = 0.2 eV, gap 1.75 eV, Nc = Nv = 2e20, 300 K,
  // cross-sections 1e-15 (neutral) and 1e-14 (charged), v = 1e7: shares of +, 0, - and R/N.
  const table = amphotericTable(
    { density: 1, energy: 0.7, width: 0.1, correlationEnergy: 0.2 },
    { energy: Float64Array.of(0.7), measure: Float64Array.of(1) },
    { gap: 1.75, conductionStates: 2e20, valenceStates: 2e20, kT: boltzmann * 300 },
    { neutral: 1e-8, charged: 1e-7 },
  );
  const at = (n: number, p: number) => {
    const out = new Float64Array(defectResult.length);
    addAmphotericBonds(table, n, p, out);
    return out;
  };

  it('injected: 0.0833280, 0.8333381, 0.0833339 and 1.66662e4 /s', () => {
    const out = at(1e12, 1e12);
    expect(out[0]).toBeCloseTo(0.083328 - 0.0833339, 6);
    const ni2 = 4e40 * Math.exp(-1.75 / (boltzmann * 300));
    expect((out[3] * (1e24 - ni2)) / 1.66662e4).toBeCloseTo(1, 5);
  });

  it('in equilibrium: 4.82287e-4, 0.839858, 0.159659', () => {
    const ni = Math.sqrt(4e40 * Math.exp(-1.75 / (boltzmann * 300)));
    expect(at(ni, ni)[0]).toBeCloseTo(4.82287e-4 - 0.159659, 6);
  });

  it('have the derivatives they state', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 4, max: 18, noNaN: true }),
        fc.double({ min: 4, max: 18, noNaN: true }),
        (a, b) => {
          const [n, p, h] = [10 ** a, 10 ** b, 1e-6];
          const here = at(n, p);
          const slope = (k: number, up: Float64Array, down: Float64Array) =>
            (up[k] - down[k]) / (2 * h);
          const byN = [at(n * (1 + h), p), at(n * (1 - h), p)] as const;
          const byP = [at(n, p * (1 + h)), at(n, p * (1 - h))] as const;
          expect(Math.abs(slope(0, ...byN) - here[1] * n)).toBeLessThan(1e-8);
          expect(Math.abs(slope(0, ...byP) - here[2] * p)).toBeLessThan(1e-8);
          expect(Math.abs(slope(3, ...byN) - here[4] * n)).toBeLessThan(1e-8 * here[3]);
          expect(Math.abs(slope(3, ...byP) - here[5] * p)).toBeLessThan(1e-8 * here[3]);
        },
      ),
    );
  });
});
