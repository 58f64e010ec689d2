import { describe, expect, it } from 'vitest';
import type { Device } from '../../src/device/device.ts';
import { currentMoves, onFinerMeshes, pathMoves } from './finerMeshes.ts';
import { photoCurrent, randomCase, randomDevice } from './randomDevice.ts';

describe('the solution is the right one', () => {
  it('whatever path of light and bias led to it', () => {
    for (let seed = 0; seed < 80; seed++) {
      expect(Math.max(...pathMoves(seed)), `seed ${seed}`).toBeLessThan(1e-10);
    }
  }, 60_000);

  it('moves by less than 0.01 % absolute in efficiency on a mesh twice as fine', () => {
    const { moves } = onFinerMeshes(0, 60, [1, 2]);
    expect(moves.length).toBeGreaterThan(45);
    expect(moves.at(-1)).toBeLessThan(0.01);
  }, 60_000);

  // Their current passes a barrier whose height is that of a charge crowded within some 0.1 nm.
  it.each([
    [526, 1.99],
    [778, 0.92],
    [572, 0.32],
    [293, 0.19],
    [338, 0.083],
  ])('stack %d moves as little, where it did by %s %% before films were looked at', (seed) => {
    const { moves } = onFinerMeshes(seed, seed + 1, [1, 2]);
    expect(moves[0]).toBeLessThan(0.01);
  });

  it('is found beyond a voltage at which the curve folds back', () => {
    const stack = randomCase(2502);
    const [forth, back] = [randomDevice(stack), randomDevice(stack)];
    const currents = (device: Device, voltages: readonly number[]) =>
      voltages.map((voltage) => {
        device.solve(voltage, stack.suns);
        return device.current();
      });
    const forwards = currents(forth, [0, -0.5, -1.2, -1.25, -1.4, -3]);
    const backwards = currents(back, [-3, -1.4, -1.25, -1.2, -0.5, 0]).reverse();
    // The slope of the lower branch grows without limit before -1.29 V, the upper one is all that light makes.
    for (const k of [0, 1, 4, 5]) expect(forwards[k]! / backwards[k]!).toBeCloseTo(1, 8);
    for (const k of [2, 3]) expect(forwards[k]! / backwards[k]!).toBeLessThan(0.9);
    for (const k of [2, 3, 4, 5]) {
      expect(backwards[k]! / (photoCurrent * stack.suns)).toBeCloseTo(1, 3);
    }
  });

  it('carries the same currents on a mesh twice as fine, backwards too', () => {
    // Relative to the light's current and that of the dark, whichever is larger.
    const moves = Array.from({ length: 60 }, (_, seed) => currentMoves(seed)).flat();
    moves.sort((a, b) => a - b);
    expect(moves[Math.floor(moves.length * 0.9)]).toBeLessThan(0.002);
    expect(moves.at(-1)).toBeLessThan(0.015);
  }, 60_000);

  it('has an error that the finer mesh tells', () => {
    // A third beyond what half the spacing moves: the method is of second order.
    const { powers } = onFinerMeshes(80, 100, [1, 2, 4]);
    const misses = powers.map(([used, finer, finest]) => {
      const told = (4 / 3) * (finer! - used!);
      const truth = (16 / 15) * (finest! - used!);
      expect(Math.abs(told - truth)).toBeLessThan(Math.max(1e-6, 0.02 * Math.abs(truth)));
      return Math.abs(told / truth - 1);
    });
    misses.sort((a, b) => a - b);
    expect(misses.length).toBeGreaterThan(12);
    expect(misses[Math.floor(misses.length / 2)]).toBeLessThan(0.005);
  }, 60_000);
});
