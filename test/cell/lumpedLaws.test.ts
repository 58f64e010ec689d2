import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lumpedInjection, lumpedInjectionResult } from '../../src/cell/lumpedInjection.ts';
import { LumpedLaws, lumpedLaw } from '../../src/cell/lumpedLaws.ts';
import {
  bulkRecombination,
  bulkResult,
  neutralSilicon,
} from '../../src/cell/lumpedRecombination.ts';
import { crystallineSilicon } from '../../src/device/crystallineSilicon.ts';
import { thermalVoltage } from '../../src/physics/constants.ts';

const temperature = 298.15;

describe.each(['quasi-neutral', 'none'] as const)(
  'laws of a lumped wafer, injection %s',
  (injection) => {
    const silicon = neutralSilicon(
      crystallineSilicon({
        temperature,
        donors: 1.5e15,
        acceptors: 0,
        electronLifetime: 5e-3,
        holeLifetime: 5e-3,
        trapLevel: 0,
        radiative: 4e-15,
        models: {
          density: 'couderc2014',
          narrowing: 'schenk1998',
          mobility: 'klaassen1992',
          injection,
          auger: 'niewelt2022',
        },
      }),
      thermalVoltage(temperature),
    );
    const laws = new LumpedLaws(silicon);
    const out = new Float64Array(lumpedLaw.length);
    const exact = new Float64Array(lumpedInjectionResult.length);
    const rates = new Float64Array(bulkResult.length);
    const ofPower = (power: number, sign = 1) => {
      const excess = sign * 10 ** power;
      laws.at(excess, out);
      lumpedInjection(silicon, excess, exact);
      bulkRecombination(silicon, excess, exact, rates);
      return [...exact, rates[bulkResult.rate]!, rates[bulkResult.byDensity]!];
    };

    // The table of injection bends at its knots, and is itself good to 2e-4 kT up to 1e18 cm^-3.
    const [byValue, bySlope] = injection === 'none' ? [1e-9, 1e-7] : [1e-7, 1e-4];

    it(`are those worked out: values to ${byValue}, slopes to ${bySlope}`, () => {
      fc.assert(
        fc.property(fc.double({ min: 6.1, max: 18, noNaN: true }), (power) => {
          ofPower(power).forEach((value, k, all) => {
            const allowed = k % 2 === 0 ? byValue : bySlope;
            // A mobility hardly moves: its slope counts beside the mobility over the density.
            const scale =
              k % 2 === 0 ? value : Math.max(Math.abs(value), all[k - 1]! / 10 ** power);
            expect(Math.abs(out[k]! - value), `${k}`).toBeLessThanOrEqual(
              allowed * Math.abs(scale),
            );
          });
        }),
        { numRuns: 2000 },
      );
    });

    it('are worked out where no cell lies: hardly any excess, and fewer carriers than at rest', () => {
      for (const [power, sign] of [
        [-3, 1],
        [5.9, 1],
        [4, -1],
        [-2, -1],
      ]) {
        const expected = ofPower(power!, sign);
        expect([...out]).toEqual(expected);
      }
    });
  },
);
