import { describe, expect, it } from 'vitest';
import { photoCurrent, randomCase, randomDevice } from './randomDevice.ts';

/** Stacks of the suite; `bench/robustness.ts` runs as many as one likes. */
const stacks = 2000;
const part = 250;

describe('any physically valid stack solves', () => {
  it.each(Array.from({ length: stacks / part }, (_, k) => k * part))(
    'seeds from %d on',
    (from) => {
      for (let seed = from; seed < from + part; seed++) {
        const stack = randomCase(seed);
        const device = randomDevice(stack);
        for (const voltage of stack.voltages) {
          device.solve(voltage, stack.suns);
          const current = device.current();
          expect(Number.isFinite(current)).toBe(true);
          const profile = device.currentProfile();
          const scale = Math.max(Math.abs(current), photoCurrent * stack.suns);
          // Stack 1086 comes to 2.4e-6; all but some 50 of 6,667 points lie below 1e-9.
          const spread = (Math.max(...profile) - Math.min(...profile)) / scale;
          expect(spread, `seed ${seed} at ${voltage} V`).toBeLessThan(3e-6);
        }
      }
    },
    60_000,
  );
});
