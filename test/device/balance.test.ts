import { beforeAll, describe, expect, it } from 'vitest';
import { cellSimulator } from '../../src/cell/simulate.ts';
import type { Device } from '../../src/device/device.ts';
import { lightResponse } from '../../src/device/lightResponse.ts';
import { powerFlow } from '../../src/device/powerFlow.ts';
import { mechanisms, recombinationRates } from '../../src/device/recombination.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { elementaryCharge } from '../../src/physics/constants.ts';

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe.each([
  { name: 'shj', set: [] },
  { name: 'topcon', set: [] },
  { name: 'perc', set: ['wafer.models.auger=niewelt2022'] },
  { name: 'al-bsf', set: ['wafer.models.auger=none'] },
])('$name $set', ({ name, set }) => {
  let device: Device;
  beforeAll(async () => {
    const cell = await loadCell(name, { set });
    ({ device } = cellSimulator(cell, await loadSpectrum('am1.5g'), 25));
  });

  it.each([0, 0.4, 0.6, 0.66])(
    'recombination by mechanism adds up to all of it, %f V',
    (voltage) => {
      device.solve(voltage, 1);
      const rates = recombinationRates(device);
      for (let i = 0; i < rates.total.length; i++) {
        const parts = mechanisms.reduce((total, way) => total + rates[way][i]!, 0);
        expect(Math.abs(parts - rates.total[i]!)).toBeLessThanOrEqual(
          1e-12 * Math.abs(rates.total[i]!),
        );
      }
    },
  );

  it('loses to recombination and transport what it does not deliver, to 1e-9', () => {
    for (const voltage of [0.3, 0.6, 0.66]) {
      device.solve(voltage, 1);
      const flow = powerFlow(device);
      const put = sum(flow.generation);
      const lost =
        sum(flow.recombination.total) +
        sum(flow.electrons) +
        sum(flow.holes) +
        flow.front.majority +
        flow.front.minority +
        flow.rear.majority +
        flow.rear.minority;
      expect(Math.abs(put - lost - flow.delivered)).toBeLessThan(1e-9 * put);
    }
  });

  it('answers more light as two solutions do, and is left as it was', () => {
    const { state } = device;
    const base = state.generation.slice();
    // Light in front, light behind, and the same light once more.
    const front = base.map((g, i) => (i < base.length / 2 ? g : 0));
    const rear = base.map((g, i) => (i > base.length / 2 ? g : 0));
    for (const voltage of [0, 0.6]) {
      device.solve(voltage, 1);
      const before = device.current();
      const slope = device.conductance();
      const response = lightResponse(device, [front, rear, base]);
      expect(device.current()).toBe(before);
      expect(device.conductance()).toBeCloseTo(slope, 12);
      expect(state.light).toBe(1);
      [front, rear, base].forEach((more, k) => {
        const step = 1e-3 / (sum(more) / sum(base));
        const at = (side: number) => {
          device.setGeneration(base.map((g, i) => g + side * step * more[i]!));
          device.solve(voltage, 1 + 1e-9 * side); // another light: solved anew
          device.solve(voltage, 1);
          return device.current();
        };
        const difference = (at(1) - at(-1)) / (2 * step);
        expect(response[k]! / difference).toBeCloseTo(1, 6);
      });
      device.setGeneration(base);
      device.solve(voltage, 0.5);
    }
    device.solve(0, 1);
    const short = lightResponse(device, [base])[0]!;
    expect(short).toBeLessThan(elementaryCharge * sum(base));
    expect(short).toBeGreaterThan(0.95 * elementaryCharge * sum(base));
  });
});
