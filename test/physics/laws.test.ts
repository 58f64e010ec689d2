import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niewelt2022, richter2012 } from '../../src/physics/auger.ts';
import { aroraMobility, masettiMobility } from '../../src/physics/classicMobility.ts';
import { erfc } from '../../src/physics/erfc.ts';
import { degeneracyFactor, fermiDiracHalf } from '../../src/physics/fermiDirac.ts';
import { klaassenMobility } from '../../src/physics/klaassenMobility.ts';
import { schenkNarrowing } from '../../src/physics/schenkNarrowing.ts';
import { densityModels, mobilityModels, narrowingModels } from '../../src/physics/siliconModels.ts';
import { yanNarrowing } from '../../src/physics/yanNarrowing.ts';

describe('Schenk 1998', () => {
  // Sum of both bands, 300 K, minority 9.3e19/N; meV (Schenk's equations; an independently
  // made table, 28.891 90.838 31.697 105.344, agrees within 0.02 %).
  it.each([
    ['donors', 1e15, 1.4012],
    ['donors', 1.00565e16, 4.2722],
    ['donors', 1.01705e18, 28.893],
    ['donors', 1e20, 90.84],
    ['acceptors', 1.01705e18, 31.701],
    ['acceptors', 1e20, 105.357],
  ])('%s %d cm^-3', (kind, dopants, meV) => {
    const minority = 9.3e19 / dopants;
    const [n, p] = kind === 'donors' ? [dopants, minority] : [minority, dopants];
    const shift = schenkNarrowing(n, p, dopants, 300);
    expect((shift.conduction + shift.valence) * 1e3).toBeCloseTo(meV, dopants < 1e17 ? 4 : 3);
  });

  it('stays that of the dopants where they compensate each other', () => {
    // At a junction neutral carriers vanish; unscreened, the ions alone would narrow the gap by 1 eV.
    const { law } = narrowingModels.schenk1998;
    const total = (donors: number, acceptors: number) => {
      const net = donors - acceptors;
      const majority = (Math.abs(net) + Math.hypot(net, 2e10)) / 2;
      const [electrons, holes] =
        net > 0 ? [majority, 1e20 / majority] : [1e20 / majority, majority];
      const shift = law({ donors, acceptors, electrons, holes, temperature: 300 });
      return (shift.conduction + shift.valence) * 1e3;
    };
    for (const dopants of [1e15, 1e16, 1e17, 1e18]) {
      const alone = total(dopants, 0);
      for (const share of [0.01, 0.5, 0.9, 0.999, 1, 1.001, 1.1]) {
        const both = total(dopants, share * dopants);
        expect(both).toBeGreaterThan(0.95 * alone);
        expect(both).toBeLessThan(2.2 * alone);
      }
      // Without a jump from one side of the junction to the other.
      const jump = total(dopants, 0.9999 * dopants) - total(dopants, 1.0001 * dopants);
      expect(Math.abs(jump)).toBeLessThan(0.01 * alone);
    }
  });

  it('counts injected carriers', () => {
    const shift = schenkNarrowing(1.15e16, 1e16, 1.5e15, 298.15);
    expect((shift.conduction + shift.valence) * 1e3).toBeCloseTo(4.2245, 4);
  });
});

describe('Klaassen 1992', () => {
  // 300 K, other carrier 9.65e9^2/N.
  it.each([
    ['n', 1e14, 1403.57, 467.68],
    ['n', 1e16, 1183.79, 416.53],
    ['n', 1e18, 276.96, 194.6],
    ['n', 1e20, 73.64, 159.08],
    ['p', 1e16, 1106.82, 429.26],
    ['p', 1e18, 329.78, 152.88],
    ['p', 1e20, 200.34, 49.3],
  ])('%s-type %d cm^-3', (type, dopants, electron, hole) => {
    const minority = 9.65e9 ** 2 / dopants;
    const mobility =
      type === 'n'
        ? klaassenMobility(dopants, 0, dopants, minority, 300)
        : klaassenMobility(0, dopants, minority, dopants, 300);
    expect(mobility.electron).toBeCloseTo(electron, 2);
    expect(mobility.hole).toBeCloseTo(hole, 2);
  });

  it('carriers scatter each other', () => {
    const mobility = klaassenMobility(1e15, 0, 1.1e16, 1e16, 300);
    expect(mobility.electron).toBeCloseTo(1157.14, 2);
    expect(mobility.hole).toBeCloseTo(425.91, 2);
  });

  it('follows temperature', () => {
    const mobility = klaassenMobility(1e16, 0, 1e16, 9.65e9 ** 2 / 1e16, 350);
    expect(mobility.electron).toBeCloseTo(884.35, 2);
    expect(mobility.hole).toBeCloseTo(306.29, 2);
  });
});

describe('Auger', () => {
  const ni = 9.65e9;
  /** Lifetime at an excess density, ms. */
  const lifetime = (coefficient: number, n0: number, p0: number, excess: number) =>
    (1e3 * excess) / (coefficient * ((n0 + excess) * (p0 + excess) - n0 * p0));

  it('Richter 2012', () => {
    const n0 = 4.936e15;
    const p0 = ni ** 2 / n0;
    expect(lifetime(richter2012(n0, p0, 1e15), n0, p0, 1e15)).toBeCloseTo(9.2722, 4);
    const high = richter2012(1e15, ni ** 2 / 1e15, 1e16);
    expect(lifetime(high, 1e15, ni ** 2 / 1e15, 1e16)).toBeCloseTo(4.7414, 4);
    // Heavy doping, low injection: 1/(C n0), ns.
    expect(1e9 / (richter2012(1e19, 1, 0) * 1e19)).toBeCloseTo(40.0, 3);
    expect(1e9 / (richter2012(1, 1e19, 0) * 1e19)).toBeCloseTo(117.61, 2);
  });

  it('Niewelt 2022', () => {
    const n0 = 4.936e15;
    const p0 = ni ** 2 / n0;
    expect(lifetime(niewelt2022(n0 + 1e15, p0 + 1e15), n0, p0, 1e15)).toBeCloseTo(17.856, 3);
    expect(lifetime(niewelt2022(1.1e16, 1e16), 1e15, ni ** 2 / 1e15, 1e16)).toBeCloseTo(4.1151, 4);
    expect(1e9 / (niewelt2022(1e19, 0) * 1e19)).toBeCloseTo(29.168, 3);
    expect(1e9 / (niewelt2022(0, 1e19) * 1e19)).toBeCloseTo(84.944, 3);
  });
});

describe('Fermi-Dirac integral', () => {
  // Exact values of F_1/2, normalised.
  it.each([
    [0, 0.765147],
    [2, 2.8237213],
    [5, 8.8442089],
  ])('at %d kT', (eta, exact) => {
    expect(Math.abs(fermiDiracHalf(eta) - exact)).toBeLessThan(5e-8);
  });

  it('is Boltzmann for low densities', () => {
    expect(degeneracyFactor(1e10, 2.86e19)).toBeCloseTo(1, 8);
    expect(degeneracyFactor(2.86e17, 2.86e19)).toBeCloseTo(1 - 0.01 / 2 ** 1.5, 2);
  });

  it('falls with density', () => {
    fc.assert(
      fc.property(fc.double({ min: 15, max: 21, noNaN: true }), (exponent) => {
        const here = degeneracyFactor(10 ** exponent, 2.86e19);
        expect(here).toBeGreaterThan(0);
        expect(here).toBeLessThanOrEqual(1);
        expect(degeneracyFactor(10 ** (exponent + 0.1), 2.86e19)).toBeLessThanOrEqual(here + 4e-3);
      }),
    );
  });
});

describe('erfc', () => {
  // Abramowitz & Stegun, table 7.1 and 7.3.
  it.each([
    [0, 1],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [3, 2.209049699858544e-5],
    [-1, 1.8427007929497148],
  ])('at %d', (x, value) => {
    expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(1e-13);
  });
});

describe('selectable laws', () => {
  it('densities agree within 0.5 % at 300 K but for PC1D, which rounds to 1e10, and Green 1990', () => {
    for (const [name, { law }] of Object.entries(densityModels)) {
      const tolerance = name === 'pc1d' ? 0.04 : name === 'green1990' ? 0.12 : 0.005;
      expect(Math.abs(law(300) / 9.68e9 - 1), name).toBeLessThan(tolerance);
    }
    expect(densityModels.misiakos1993.law(298.15) / 1e9).toBeCloseTo(8.3049, 4);
  });

  it('Arora 1982 and Masetti 1983 at 300 K', () => {
    expect(aroraMobility(1e16, 300).electron).toBeCloseTo(1217.6, 1);
    expect(aroraMobility(1e16, 300).hole).toBeCloseTo(437.5, 1);
    expect(aroraMobility(1e18, 300).electron).toBeCloseTo(261.1, 1);
    expect(aroraMobility(1e18, 300).hole).toBeCloseTo(143.2, 1);
    expect(masettiMobility(1e18, 300).electron).toBeCloseTo(283.8, 1);
    expect(masettiMobility(1e18, 300).hole).toBeCloseTo(160.3, 1);
  });

  it('Yan 2014, meV', () => {
    const total = (donors: number, acceptors: number) => {
      const { conduction, valence } = yanNarrowing(donors, acceptors);
      return (conduction + valence) * 1e3;
    };
    expect(total(1e19, 0)).toBeCloseTo(64.09, 2);
    expect(total(0, 1e19)).toBeCloseTo(72.03, 2);
    expect(total(1e20, 0)).toBeCloseTo(110.75, 2);
    expect(total(0, 1e20)).toBeCloseTo(124.46, 2);
  });

  it('mobility falls with doping and temperature, whatever the law', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 14, max: 20, noNaN: true }),
        fc.double({ min: 260, max: 360, noNaN: true }),
        (exponent, temperature) => {
          const at = (donors: number, t: number) => ({
            donors,
            acceptors: 0,
            electrons: donors,
            holes: 1e20 / donors,
            temperature: t,
          });
          for (const { law } of Object.values(mobilityModels)) {
            const here = law(at(10 ** exponent, temperature)).electron;
            expect(law(at(10 ** (exponent + 0.2), temperature)).electron).toBeLessThan(here);
            if (exponent < 17) {
              expect(law(at(10 ** exponent, temperature + 5)).electron).toBeLessThan(here);
            }
          }
        },
      ),
    );
  });
});
