import { beforeAll, describe, expect, it } from 'vitest';
import { cellSimulator } from '../../src/cell/simulate.ts';
import type { Spectrum } from '../../src/light/spectrum.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

let am15g: Spectrum;
beforeAll(async () => {
  am15g = await loadSpectrum('am1.5g');
});

const simulator = async (...set: string[]) =>
  cellSimulator(await loadCell('shj', { set }), am15g, 25);

describe('the sense of a cell whose films are both of one type', () => {
  it.each([
    ['front.layers.n', [1.45e19, 1e19, 5e18, 1e18, 1e15]],
    ['rear.layers.p', [2e19, 1e19, 5e18, 1e18, 1e15]],
  ])('is that of its doping: with less of it in %s the voltage falls', async (film, densities) => {
    let last = Number.POSITIVE_INFINITY;
    for (const density of densities) {
      const cell = await simulator(`${film}.doping.density=${density} cm^-3`);
      const { voc_V, jsc_mA_cm2 } = cell.at(1000);
      expect(jsc_mA_cm2, `${density} cm^-3`).toBeGreaterThan(5);
      expect(voc_V, `${density} cm^-3`).toBeLessThan(last);
      last = voc_V;
    }
    expect(last).toBeLessThan(0.4);
  });

  it('follows the films when they change sides', async () => {
    const front = await simulator('front.layers.n.doping.density=1e18 cm^-3');
    const { front: ahead, rear: behind } = front.device.state;
    expect([ahead.majority, behind.majority]).toEqual(['holes', 'holes']);
    expect([ahead.collects, behind.collects]).toEqual(['electrons', 'holes']);
    const turned = await simulator(
      'front.layers.n.doping={ type: p, density: 2e19 cm^-3 }',
      'rear.layers.p.doping={ type: n, density: 1e18 cm^-3 }',
    );
    const { front: first, rear: second } = turned.device.state;
    expect([first.collects, second.collects]).toEqual(['holes', 'electrons']);
    expect(turned.at(1000).jsc_mA_cm2).toBeGreaterThan(5);
  });
});
