import { maximumPower } from '../../src/circuit/keyFigures.ts';
import { thermalVoltage } from '../../src/physics/constants.ts';
import { photoCurrent, randomCase, randomDevice } from './randomDevice.ts';

/** Efficiencies of the stacks that deliver power, % of their light, by fineness of the mesh. */
export function onFinerMeshes(from: number, to: number, finenesses: readonly number[]) {
  const lossless = { seriesResistance: 0, shuntResistance: Number.POSITIVE_INFINITY };
  const powers: number[][] = [];
  for (let seed = from; seed < to; seed++) {
    const stack = randomCase(seed);
    const vt = thermalVoltage(stack.description.temperature);
    const best = (fineness: number) => {
      const device = randomDevice(stack, fineness);
      const junction = (voltage: number) => {
        device.solve(voltage, stack.suns);
        return { voltage, current: device.current(), slope: device.conductance() };
      };
      const { voltage, current } = maximumPower(junction, lossless, vt, 0.3);
      return (100 * voltage * current) / (0.1 * stack.suns);
    };
    try {
      powers.push(finenesses.map(best));
    } catch (error) {
      // Some stacks are no cell: two contacts for one carrier.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const moves = powers.map(([used, finer]) => Math.abs(finer! - used!)).sort((a, b) => a - b);
  return { powers, moves };
}

/**
 * How far the currents of a random stack are from those on a mesh twice as fine, solved in the other
 * order of bias and light: relative to the current or that of the light, whichever is larger.
 *
 * @param seed number of the stack
 * @returns one a voltage
 */
export function currentMoves(seed: number): number[] {
  const stack = randomCase(seed);
  const used = randomDevice(stack);
  const currents = stack.voltages.map((voltage) => {
    used.solve(voltage, stack.suns);
    return used.current();
  });
  const finer = randomDevice(stack, 2);
  const moves: number[] = [];
  for (const [k, voltage] of [...stack.voltages.entries()].reverse()) {
    finer.solve(voltage, 0);
    finer.solve(voltage, stack.suns);
    const current = finer.current();
    const scale = Math.max(Math.abs(current), photoCurrent * stack.suns);
    moves.push(Math.abs(current - currents[k]!) / scale);
  }
  return moves;
}

/**
 * What another path of light and bias does to the currents of a stack on the same mesh, relative to the
 * light's current or their own, whichever is larger.
 */
export function pathMoves(seed: number): number[] {
  const stack = randomCase(seed);
  const straight = randomDevice(stack);
  const detour = randomDevice(stack);
  detour.solve(0.3, 0.01 * stack.suns);
  detour.solve(0.9, 10 * stack.suns);
  const currents = stack.voltages.map((voltage) => {
    straight.solve(voltage, stack.suns);
    return straight.current();
  });
  const places = [...stack.voltages.entries()].reverse();
  return places.map(([k, voltage]) => {
    detour.solve(voltage, stack.suns);
    const scale = Math.max(Math.abs(currents[k]!), photoCurrent * stack.suns);
    return Math.abs(detour.current() - currents[k]!) / scale;
  });
}
