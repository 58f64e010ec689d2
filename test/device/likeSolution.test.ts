import { beforeAll, expect, test } from 'vitest';
import { assembleDevice } from '../../src/cell/assembleDevice.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { Device } from '../../src/device/device.ts';
import { solverCounts } from '../../src/device/solverCounts.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

const light = 1;
let simulator: ReturnType<typeof cellSimulator>;

beforeAll(async () => {
  simulator = cellSimulator(await loadCell('shj'), await loadSpectrum('am1.5g'), 25);
  simulator.solve(0.63, light);
});

/** The same stack with something changed, dark until it is lit by a share of the first one's light. */
async function other(set: readonly string[], celsius: number, begin: 'at rest' | 'later') {
  const { description } = await loadCell('shj', { set });
  const device = new Device(assembleDevice(description, celsius + 273.15, 5e-15), begin);
  const { nodes } = device.problem;
  device.setGeneration(new Float64Array(nodes).fill(simulator.generated / nodes));
  return device;
}

test.each([
  ['nothing', [], 25],
  ['its thickness, and with it its mesh', ['wafer.thickness=90um'], 25],
  ['its doping', ['wafer.doping.density=1e16'], 25],
  ['its temperature', [], 60],
  ['a film', ['front.layers.i.thickness=9nm'], 25],
])('a device starts from the solution of one that differs in %s', async (_, set, celsius) => {
  const from = simulator.device.solution();
  const voltage = 0.63 - 0.002 * (celsius - 25);
  const warm = await other(set, celsius, 'later');
  const before = solverCounts.iterations;
  warm.solveFrom(from, voltage, light);
  const iterations = solverCounts.iterations - before;
  const cold = await other(set, celsius, 'at rest');
  cold.solve(voltage, light);
  expect(warm.current() / cold.current()).toBeCloseTo(1, 9);
  expect(iterations).toBeLessThan(solverCounts.iterations - before - iterations);
});

test('where the layers are others, a device begins at rest', async () => {
  const from = simulator.device.solution();
  const { description } = await loadCell('perc');
  const make = () => new Device(assembleDevice(description, 298.15, 5e-15), 'later');
  const [warm, cold] = [make(), make()];
  for (const device of [warm, cold]) {
    device.setGeneration(new Float64Array(device.problem.nodes).fill(1e15));
  }
  warm.solveFrom(from, 0.5, light);
  cold.solve(0.5, light);
  expect(warm.current()).toBe(cold.current());
});
