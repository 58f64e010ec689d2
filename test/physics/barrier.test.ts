import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Barrier,
  barrierTransmission,
  thermalTransmission,
} from '../../src/physics/barrierTransmission.ts';
import { trapAssistedTunnelling } from '../../src/physics/trapAssistedTunnelling.ts';

const barrier: fc.Arbitrary<Barrier> = fc.record({
  front: fc.double({ min: 0, max: 5, noNaN: true }),
  rear: fc.double({ min: -1, max: 5, noNaN: true }),
  thickness: fc.double({ min: 0, max: 3e-7, noNaN: true }),
  mass: fc.double({ min: 0.05, max: 1, noNaN: true }),
});

/** By 20,000 steps through the barrier. */
function summed({ front, rear, thickness, mass }: Barrier, energy: number): number {
  let sum = 0;
  const steps = 20_000;
  for (let k = 0; k < steps; k++) {
    const height = front + ((rear - front) * (k + 0.5)) / steps - energy;
    sum += Math.sqrt(Math.max(height, 0)) / steps;
  }
  // sqrt(2 m0 q) / hbar is 5.123167 per nm and sqrt(eV).
  return Math.exp(-2 * 5.123167 * Math.sqrt(mass) * sum * thickness * 1e7);
}

describe('transmission of a barrier', () => {
  it('is that of its steps, whatever its shape and the energy', () => {
    fc.assert(
      fc.property(barrier, fc.double({ min: 0, max: 2, noNaN: true }), (shape, energy) => {
        const exponent = Math.log(barrierTransmission(shape, energy));
        const other = Math.log(summed(shape, energy));
        expect(Math.abs(exponent - other)).toBeLessThan(1e-5 + 1e-4 * Math.abs(other));
      }),
      { numRuns: 50 },
    );
  });

  it('is the same from either side, rises with energy, and is 1 without a barrier', () => {
    fc.assert(
      fc.property(barrier, fc.double({ min: 0, max: 2, noNaN: true }), (shape, energy) => {
        const { front, rear } = shape;
        const here = barrierTransmission(shape, energy);
        expect(barrierTransmission({ ...shape, front: rear, rear: front }, energy)).toBe(here);
        expect(barrierTransmission(shape, energy + 0.1)).toBeGreaterThanOrEqual(here);
        expect(barrierTransmission({ ...shape, thickness: 0 }, energy)).toBe(1);
        const mean = thermalTransmission(shape, 300);
        expect(mean).toBeGreaterThanOrEqual(barrierTransmission(shape) * (1 - 1e-12));
        expect(mean).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
    expect(thermalTransmission({ front: 0, rear: 0, thickness: 1e-7, mass: 1 }, 300)).toBe(1);
  });

  it('of carriers in equilibrium is the closed form where it falls evenly with energy', () => {
    // d ln T/dE = g: the mean over exp(-E/kT) is T/(1 - g kT), here with g = 0.0713/kT.
    const oxide = { front: 3.1, rear: 3.1, thickness: 1.5e-7, mass: 0.4 };
    const kT = 8.617333262e-5 * 300;
    const g = (2 * 5.123167 * Math.sqrt(0.4) * 1.5) / (2 * Math.sqrt(3.1));
    const even = barrierTransmission(oxide) / (1 - g * kT);
    expect(thermalTransmission(oxide, 300) / even).toBeCloseTo(1, 3);
  });
});

describe('trap-assisted tunnelling', () => {
  it('grows with the field without a jump, beyond its range as the field', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 7, noNaN: true }),
        fc.double({ min: 200, max: 450, noNaN: true }),
        (decade, temperature) => {
          const field = 10 ** decade;
          const here = trapAssistedTunnelling(field, temperature);
          expect(trapAssistedTunnelling(-field, temperature)).toBe(here);
          const more = trapAssistedTunnelling(field * (1 + 1e-9), temperature);
          expect(more).toBeGreaterThanOrEqual(here);
          expect(more / here - 1).toBeLessThan(1e-7);
        },
      ),
    );
    expect(trapAssistedTunnelling(4e6, 300) / trapAssistedTunnelling(2e6, 300)).toBeCloseTo(2, 12);
    expect(trapAssistedTunnelling(0, 300)).toBe(0);
  });
});
