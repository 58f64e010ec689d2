import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { discretisationError } from '../../src/cell/discretisation.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';

const spectrum = await loadSpectrum('am1.5g');
const conditions = { spectrum, irradiance: 1000, temperature: 25 };
const shipped = readdirSync(new URL('../../data/cells', import.meta.url)).map((file) =>
  file.replace('.yaml', ''),
);

describe.each(shipped)('the mesh of %s', (name) => {
  it('has an error below 0.01 % absolute in efficiency, and tells it', async () => {
    const cell = await loadCell(name);
    const told = discretisationError(cell, conditions);
    expect(Math.abs(told.efficiency_pct)).toBeLessThan(0.003);
    expect(Math.abs(told.voc_V)).toBeLessThan(1e-4);
    expect(Math.abs(told.jsc_mA_cm2)).toBeLessThan(0.003);
    const used = cellSimulator(cell, spectrum, 25);
    const { efficiency_pct } = used.at(1000);
    const fine = cellSimulator(cell, spectrum, 25, { fineness: 4, trail: used.trail() });
    // A mesh four times as fine leaves a 16th.
    const truth = (16 / 15) * (fine.at(1000).efficiency_pct - efficiency_pct);
    expect(Math.abs(told.efficiency_pct - truth)).toBeLessThan(0.02 * Math.abs(truth) + 1e-6);
  });
});

describe('the mesh is fine where it matters', () => {
  // Recombination in the space charge of the junction takes half of what such wafers make.
  it.each(['topcon', 'perc', 'al-bsf'])(
    '%s of a poor wafer is no worse than a good one',
    async (name) => {
      const set = ['wafer.lifetime.electron=0.1us', 'wafer.lifetime.hole=0.1us'];
      const told = discretisationError(await loadCell(name, { set }), conditions);
      expect(Math.abs(told.efficiency_pct)).toBeLessThan(0.01);
    },
  );

  it.each([
    ['a curve bent into an S', ['rear.contact.model=schottky', 'rear.contact.work_function=4.9eV']],
    ['a film of many dopants', ['rear.layers.p.doping.density=6e19cm^-3']],
    ['a thick i-layer', ['rear.layers.i.thickness=15nm']],
  ])('%s', async (_, set) => {
    const velocities = set[0]!.includes('model')
      ? ['rear.contact.electron_velocity=0cm/s', 'rear.contact.hole_velocity=0cm/s']
      : [];
    const cell = await loadCell('shj', { set: [...set, ...velocities] });
    expect(Math.abs(discretisationError(cell, conditions).efficiency_pct)).toBeLessThan(0.01);
  });

  it('dim light and heat', async () => {
    const cell = await loadCell('shj');
    const at = { spectrum, irradiance: 50, temperature: 75 };
    expect(Math.abs(discretisationError(cell, at).efficiency_pct)).toBeLessThan(0.01);
  });
});
