import { describe, expect, it } from 'vitest';
import { cellSimulator, simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { boltzmann } from '../../src/physics/constants.ts';
import { tunnellingEnergy } from '../../src/physics/tunnellingEnergy.ts';

const contact = (model: 'schottky' | 'tunnel', workFunction: number) => [
  `rear.contact.model=${model}`,
  `rear.contact.work_function=${workFunction}eV`,
  'rear.contact.electron_velocity=0cm/s',
  'rear.contact.hole_velocity=0cm/s',
];
const weak = 'rear.layers.p.doping.density=1.0e19';
const thick = 'rear.layers.i.thickness=12nm';

const at = async (...set: string[]) =>
  simulateCell(await loadCell('shj', { set }), {
    spectrum: await loadSpectrum('am1.5g'),
    irradiance: 1000,
    temperature: 25,
  });

describe('thermionic field emission', () => {
  it('has the energies of the closed formula', () => {
    // N = 1e19, 0.1 m0, relative permittivity 11.9, 300 K: E00 = 53.82 meV, E0 = 55.52 meV.
    expect(tunnellingEnergy(1e19, 11.9, 0.1, 300)).toBeCloseTo(0.05552, 5);
    expect(tunnellingEnergy(1e19, 11.9, 0.1, 1)).toBeCloseTo(0.05382, 5);
    expect(tunnellingEnergy(1e15, 11.9, 0.1, 300) / (boltzmann * 300)).toBeCloseTo(1, 3);
  });
});

describe('a hole contact through which carriers tunnel', () => {
  it('is better than a barrier they must climb, and the same where nothing is depleted', async () => {
    for (const workFunction of [5.0, 4.6]) {
      const climb = await at(...contact('schottky', workFunction));
      const tunnel = await at(...contact('tunnel', workFunction));
      expect(tunnel.efficiency_pct).toBeGreaterThan(climb.efficiency_pct);
      if (workFunction !== 4.6) continue;
      // As docs/physics.md says.
      const ohmic = await at();
      expect(ohmic.efficiency_pct - tunnel.efficiency_pct).toBeCloseTo(0.3, 1);
      expect(ohmic.efficiency_pct - climb.efficiency_pct).toBeCloseTo(18, 0);
    }
    // The electron contact of the cell is accumulated by a work function below its affinity.
    const front = (model: string) => [
      `front.contact.model=${model}`,
      'front.contact.work_function=3.9eV',
      'front.contact.electron_velocity=0cm/s',
      'front.contact.hole_velocity=0cm/s',
    ];
    const [a, b] = [await at(...front('schottky')), await at(...front('tunnel'))];
    expect(b.efficiency_pct).toBe(a.efficiency_pct);
  });

  it('loses fill factor first, then voltage, as the work function of the electrode falls', async () => {
    // E. Centurioni, D. Iencinella, IEEE Electron Device Lett. 24, 177 (2003),
    // doi:10.1109/LED.2003.811405: a higher work function gives the better cell, through the
    // built-in voltage; A. Kanevce, W. K. Metzger, J. Appl. Phys. 105, 094507 (2009),
    // doi:10.1063/1.3106642.
    const [high, middle, low] = [
      await at(...contact('tunnel', 5.3)),
      await at(...contact('tunnel', 4.6)),
      await at(...contact('tunnel', 4.2)),
    ];
    expect(high.ff_pct - middle.ff_pct).toBeGreaterThan(0.5);
    expect(high.voc_V - middle.voc_V).toBeLessThan(0.001);
    expect(middle.ff_pct - low.ff_pct).toBeGreaterThan(5);
    expect(middle.voc_V - low.voc_V).toBeGreaterThan(0.005);
  });

  it('needs a well doped p-layer and a thin i-layer', async () => {
    // H. Fujiwara, M. Kondo, J. Appl. Phys. 101, 054516 (2007), doi:10.1063/1.2559975: fill factor
    // falls with the thickness of the i-layer while the voltage stays. S. Kirner et al., IEEE J.
    // Photovoltaics (2015): a high density of dopants on both sides is critical.
    const standard = await at(...contact('tunnel', 4.8));
    const thicker = await at(...contact('tunnel', 4.8), thick);
    const weaker = await at(...contact('tunnel', 4.8), weak);
    expect(standard.ff_pct - thicker.ff_pct).toBeGreaterThan(1);
    expect(Math.abs(standard.voc_V - thicker.voc_V)).toBeLessThan(0.002);
    expect(standard.ff_pct - weaker.ff_pct).toBeGreaterThan(20);
    expect(standard.voc_V - weaker.voc_V).toBeGreaterThan(0.1);
  });

  it('bends its curve into an S where the p-layer is doped too little', async () => {
    const bends = async (...set: string[]) => {
      const cell = await loadCell('shj', { set: [...contact('tunnel', 4.8), ...set] });
      const simulator = cellSimulator(cell, await loadSpectrum('am1.5g'), 25);
      const voltages = Float64Array.from({ length: 46 }, (_, k) => 0.02 * k);
      const { current_mA_cm2: current } = simulator.jv(1000, voltages);
      // An S turns: somewhere the current falls less from step to step than it did before.
      const falls = Array.from({ length: 45 }, (_, k) => current[k]! - current[k + 1]!);
      return falls.slice(1).some((fall, k) => fall < 0.98 * falls[k]!);
    };
    expect(await bends()).toBe(false);
    expect(await bends(weak)).toBe(true);
  });
});
