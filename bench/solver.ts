import { cellSimulator } from '../src/cell/simulate.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { deviceA0 } from '../test/device/exampleDevices.ts';
import { median } from './median.ts';

const a0 = { thermalVoltage: 0.025851483, ni: 9682077476.053343, ratio: 1.144 };
const solves = 100_000;

/** PC1D's device A0, the maximum power of a neighbouring condition, memory over many solves. */
export async function benchSolver(): Promise<string[]> {
  const device = deviceA0(a0, 0.55);
  const curves = Array.from({ length: 120 }, () => {
    device.solve(0, 1);
    const start = performance.now();
    for (let k = 0; k < 36; k++) device.solve(0.02 * k, 1);
    return performance.now() - start;
  });

  const simulator = cellSimulator(await loadCell('shj'), await loadSpectrum('am1.5g'), 25);
  simulator.at(800);
  const powers = Array.from({ length: 120 }, (_, k) => {
    const start = performance.now();
    simulator.mpp(800 + 2 * k);
    return performance.now() - start;
  });

  const small = deviceA0(a0, 0.4);
  const run = (count: number) => {
    for (let k = 0; k < count; k++) small.solve(0.4 + 0.2 * Math.abs(Math.sin(k)), 1);
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = run(2000);
  const growth = (run(solves) - before) / 2 ** 20;
  return [
    `J-V of PC1D's A0, 36 points, ${device.problem.nodes} nodes: ${median(curves.slice(20)).toFixed(1)} ms median (PC1D, compiled: 5 ms where the yardstick takes 35 us)`,
    `maximum power of a neighbouring irradiance, SHJ: ${median(powers.slice(20)).toFixed(2)} ms median (target: 3 ms)`,
    `memory over ${solves} solves: ${growth.toFixed(1)} MB of heap${globalThis.gc ? '' : ' (garbage included; node --expose-gc tells more)'}`,
  ];
}
