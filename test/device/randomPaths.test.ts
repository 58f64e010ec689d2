import { describe, expect, it } from 'vitest';
import { photoCurrent, randomCase, randomDevice } from './randomDevice.ts';

describe('the solution is the right one', () => {
  it('whatever path of light and bias led to it', () => {
    for (let seed = 0; seed < 80; seed++) {
      const stack = randomCase(seed);
      const straight = randomDevice(stack);
      const detour = randomDevice(stack);
      detour.solve(0.3, 0.01 * stack.suns);
      detour.solve(0.9, 10 * stack.suns);
      const currents = stack.voltages.map((voltage) => {
        straight.solve(voltage, stack.suns);
        return straight.current();
      });
      for (const [k, voltage] of [...stack.voltages.entries()].reverse()) {
        detour.solve(voltage, stack.suns);
        const scale = Math.max(Math.abs(currents[k]), photoCurrent * stack.suns);
        expect(Math.abs(detour.current() - currents[k]) / scale).toBeLessThan(1e-10);
      }
    }
  }, 60_000);

  it('on a mesh twice as fine it is the same but for the mesh', () => {
    const changes: number[] = [];
    for (let seed = 0; seed < 80; seed++) {
      const stack = randomCase(seed);
      const coarse = randomDevice(stack);
      const fine = randomDevice(stack, 2);
      for (const voltage of stack.voltages) {
        coarse.solve(voltage, stack.suns);
        fine.solve(voltage, stack.suns);
        const scale = Math.max(Math.abs(coarse.current()), photoCurrent * stack.suns);
        changes.push(Math.abs(fine.current() - coarse.current()) / scale);
      }
    }
    changes.sort((a, b) => a - b);
    // These meshes are coarse on purpose; another root would be off by orders of magnitude.
    expect(changes[Math.floor(changes.length / 2)]).toBeLessThan(1e-3);
    expect(changes[Math.floor(changes.length * 0.9)]).toBeLessThan(0.02);
    expect(changes[changes.length - 1]).toBeLessThan(0.5);
  }, 60_000);
});
