import { describe, expect, it } from 'vitest';
import type { CellResult } from '../../src/cell/cell.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { rememberedOptics } from '../../src/optics/rememberedOptics.ts';
import { boltzmann } from '../../src/physics/constants.ts';
import { tunnellingEnergy } from '../../src/physics/tunnellingEnergy.ts';

const contact = (model: 'schottky' | 'tunnel', workFunction: number) => [
  `rear.contact.model=${model}`,
  `rear.contact.work_function=${workFunction}eV`,
  'rear.contact.electron_velocity=0cm/s',
  'rear.contact.hole_velocity=0cm/s',
];
const weak = 'rear.layers.p.doping.density=1.0e19';

const spectrum = await loadSpectrum('am1.5g');
const solveOptics = rememberedOptics();
const prepared = async (...set: string[]) =>
  cellSimulator(await loadCell('shj', { set }), spectrum, 25, { solveOptics });
const at = async (...set: string[]) => (await prepared(...set)).at(1000);

/** An S turns: somewhere the current falls less from step to step than it did before. */
const bends = async (...set: string[]) => {
  const voltages = Float64Array.from({ length: 46 }, (_, k) => 0.02 * k);
  const { current_mA_cm2: current } = (await prepared(...set)).jv(1000, voltages);
  const falls = Array.from({ length: 45 }, (_, k) => current[k]! - current[k + 1]!);
  return falls.slice(1).some((fall, k) => fall < 0.98 * falls[k]!);
};

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
      expect(ohmic.efficiency_pct - tunnel.efficiency_pct).toBeCloseTo(0.2, 1);
      expect(ohmic.efficiency_pct - climb.efficiency_pct).toBeCloseTo(17, 0);
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
});

describe('where the literature sees barriers', () => {
  it('an n-type cell passes 20 % only where holes tunnel out', async () => {
    // A. Kanevce, W. K. Metzger, J. Appl. Phys. 105, 094507 (2009), doi:10.1063/1.3106642: in cells on
    // n-type wafers tunnelling is required for more than 20 %.
    for (const workFunction of [4.5, 4.9]) {
      const climb = await at(...contact('schottky', workFunction));
      const tunnel = await at(...contact('tunnel', workFunction));
      expect(climb.efficiency_pct).toBeLessThan(20);
      expect(tunnel.efficiency_pct).toBeGreaterThan(20);
      expect(climb.jsc_mA_cm2 / tunnel.jsc_mA_cm2).toBeGreaterThan(0.95);
    }
  });

  it('a barrier to climb costs its height in voltage below 5.1 eV, and nothing above', async () => {
    // E. Centurioni, D. Iencinella, IEEE Electron Device Lett. 24, 177 (2003),
    // doi:10.1109/LED.2003.811405: the work function of the electrode adds to the built-in voltage,
    // and the highest makes the best cell. A hole contact wants 5.1 eV or more.
    const functions = [5.4, 5.2, 5.0, 4.9, 4.8, 4.7];
    const cells: CellResult[] = [];
    for (const workFunction of functions)
      cells.push(await at(...contact('schottky', workFunction)));
    cells.slice(1).forEach((cell, k) => {
      expect(cell.efficiency_pct).toBeLessThan(cells[k]!.efficiency_pct);
    });
    const [best, good, poor] = cells;
    expect(best!.ff_pct - good!.ff_pct).toBeLessThan(0.5);
    expect(best!.ff_pct - poor!.ff_pct).toBeGreaterThan(5);
    // Volt by electronvolt, as an exact limit: all that the contact lacks the cell lacks.
    expect((cells[4]!.voc_V - cells[5]!.voc_V) / 0.1).toBeCloseTo(1, 1);
    // Where holes tunnel, fill factor is lost first and voltage later.
    const tunnels: CellResult[] = [];
    for (const workFunction of [5.3, 4.5, 4.2]) {
      tunnels.push(await at(...contact('tunnel', workFunction)));
    }
    const [high, middle, low] = tunnels;
    expect(high!.ff_pct - middle!.ff_pct).toBeGreaterThan(0.5);
    expect(high!.voc_V - middle!.voc_V).toBeLessThan(0.001);
    expect(middle!.ff_pct - low!.ff_pct).toBeGreaterThan(3);
    expect(middle!.voc_V - low!.voc_V).toBeGreaterThan(0.001);
  });

  it('a p-layer of more than 0.3 eV bends the curve into an S', async () => {
    // H. Lin et al., Nature Energy 8, 789 (2023), doi:10.1038/s41560-023-01255-2: doped a-Si:H has more
    // than 0.25 eV, the nanocrystalline film of the record 0.02 to 0.1 eV.
    const layer = (level: number) => [
      ...contact('tunnel', 4.8),
      `rear.layers.p.doping={ type: p, activation_energy: ${level} eV }`,
    ];
    expect(await bends(...layer(0.1))).toBe(false);
    expect(await bends(...layer(0.25))).toBe(false);
    expect(await bends(...layer(0.34))).toBe(true);
    const [record, usual] = [await at(...layer(0.1)), await at(...layer(0.25))];
    expect(record.ff_pct).toBeGreaterThan(84.5);
    expect(record.ff_pct - usual.ff_pct).toBeGreaterThan(2);
    const weaker = await at(...contact('tunnel', 4.8), weak);
    expect(usual.voc_V - weaker.voc_V).toBeGreaterThan(0.05);
    expect(await bends(...contact('tunnel', 4.8), weak)).toBe(true);
  });

  it('an i-layer of 1.72 eV lets holes pass, one of 1.9 eV bends the curve into an S', async () => {
    // V. A. Dao et al., J. Electrochem. Soc. 158, H1129 (2011): curves of cells
    // with buffers of a wide gap are S-shaped, up to 1.72 eV they are not; the step of the valence
    // band is the cause.
    expect(await bends('rear.layers.i.band_gap=1.72eV')).toBe(false);
    expect(await bends('rear.layers.i.band_gap=1.9eV')).toBe(true);
    const step = async (gap: number) => (await at(`rear.layers.i.band_gap=${gap}eV`)).ff_pct;
    expect((await step(1.72)) - (await step(1.8))).toBeGreaterThan(2);
  });

  it('a thicker i-layer costs fill factor and no voltage', async () => {
    // H. Fujiwara, M. Kondo, J. Appl. Phys. 101, 054516 (2007), doi:10.1063/1.2559975: fill factor falls with
    // the thickness of the i-layer while the voltage stays. Here 0.4 % for each nm, with Ling's p-layer.
    const ling = 'rear.layers.p.doping.density=1.41e19cm^-3';
    const [thin, thick] = [
      await at(ling, 'rear.layers.i.thickness=4nm'),
      await at(ling, 'rear.layers.i.thickness=10nm'),
    ];
    expect((thin.ff_pct - thick.ff_pct) / 6).toBeGreaterThan(0.3);
    expect((thin.ff_pct - thick.ff_pct) / 6).toBeLessThan(0.6);
    expect(thin.voc_V - thick.voc_V).toBeLessThan(0.002);
  });
});
