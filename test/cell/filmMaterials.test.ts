import { describe, expect, it } from 'vitest';
import { filmMaterials } from '../../src/cell/filmMaterials.ts';
import { parseCell } from '../../src/cell/parseCell.ts';
import type { AmorphousSiliconLayer } from '../../src/cell/schema.ts';
import { simulateCell } from '../../src/cell/simulate.ts';
import { computeSkins } from '../../src/cell/skins.ts';
import { dopingOfActivation } from '../../src/device/activatedDoping.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { layersSection } from '../../src/report/page/layersSection.ts';

const sun = { spectrum: await loadSpectrum('am1.5g'), irradiance: 1000, temperature: 25 };
const shj = await loadCell('shj');
const film = (cell: typeof shj, side: 'front' | 'rear', name: string) =>
  cell.description[side].layers.find((layer) => layer.name === name) as AmorphousSiliconLayer;

/** The shipped cell with some of its films named instead of described. */
async function withFilm(name: string, fields: string): Promise<typeof shj> {
  const front = shj.text.slice(0, shj.text.indexOf('wafer:'));
  const start = front.indexOf(`    - name: ${name}\n`);
  const following = front.slice(start + 1).search(/\n {4}- name|\n {2}contact/);
  const text = `${shj.text.slice(0, start)}    - ${fields}${shj.text.slice(start + 1 + following)}`;
  const description = await parseCell(text, { file: 'my.yaml' });
  return { ...shj, text, description };
}

describe('doping by the activation energy', () => {
  const bands = { affinity: 3.84, permittivity: 11.7, conductionStates: 2e20, valenceStates: 2e20 };
  const mobility = { electronMobility: 20, holeMobility: 4 };
  const tails = (valence: number) => ({
    conductionTail: { density: 4e21, urbachEnergy: 0.03 },
    valenceTail: { density: 4e21, urbachEnergy: valence },
  });
  const bonds = (density: number, energy: number) => ({ density, energy, width: 0.2 });
  const capture = { neutral: 6.5e-16, charged: 6.5e-15, thermalVelocity: 1e7 };

  // Levels of Ling's films (doi:10.1063/1.4926809) by an independent integration over energy:
  // Ec - EF = 0.2011 eV at 1.45e19 cm^-3 of donors, EF - Ev = 0.2934 eV at 1.41e19 of acceptors.
  it.each([
    ['n', 1.8, 0.2011, 2.75e19, 0.7, 0.5, 1.45e19],
    ['p', 1.75, 0.2934, 2.63e19, 1.2, 1.0, -1.41e19],
  ] as const)('of a-Si:H %s', (type, gap, activation, density, acceptor, donor, doping) => {
    const defects = {
      ...tails(0.05),
      acceptorBonds: bonds(density, acceptor),
      donorBonds: bonds(density, donor),
      capture,
    };
    const found = dopingOfActivation(type, activation, { gap, ...bands, ...mobility }, defects);
    expect(found / doping).toBeCloseTo(1, 2);
  });

  it('of a film without gap states is that of its carriers', () => {
    const found = dopingOfActivation('n', 0.1, { gap: 1.5, ...bands, ...mobility }, undefined);
    expect(found / (2e20 * Math.exp(-0.1 / 0.025852))).toBeCloseTo(1, 4);
  });

  it('grows as the level comes nearer to the band', () => {
    const at = (activation: number) =>
      dopingOfActivation('p', activation, { gap: 1.4, ...bands, ...mobility }, undefined);
    expect(at(0.05)).toBeLessThan(at(0.1));
    expect(at(0.1)).toBeLessThan(0);
  });
});

describe('a film by its name', () => {
  it('is the film of the shipped cell, field by field', async () => {
    const named = await withFilm(
      'i',
      '{ name: i, kind: amorphous-silicon, material: a-si-h-i, optics: a-si-h-i, thickness: 4.5 nm, collection: 30 % }',
    );
    expect(film(named, 'front', 'i')).toEqual({
      ...film(shj, 'front', 'i'),
      material: 'a-si-h-i',
    });
  });

  it('gives way to what the layer says itself', async () => {
    const own =
      '{ name: n, kind: amorphous-silicon, material: nc-si-h-n, optics: a-si-h-n, thickness: 4 nm, band_gap: 1.6 eV, doping: { density: 1e19 cm^-3 }, tails: { valence: { urbach_energy: 60 meV } } }';
    const layer = film(await withFilm('n', own), 'front', 'n');
    expect(layer.band_gap).toBe(1.6);
    expect(layer.doping).toEqual({ type: 'n', density: 1e19 });
    expect(layer.tails?.valence).toEqual({ density: 4e20, urbach_energy: 0.06 });
    expect(layer.affinity).toBe(3.97);
  });

  it.each(Object.keys(filmMaterials).filter((name) => name.endsWith('-n')))(
    '%s carries the electrons of a working cell',
    async (material) => {
      const fields = `{ name: n, kind: amorphous-silicon, material: ${material}, optics: a-si-h-n, thickness: 4 nm }`;
      const { ff_pct, voc_V } = simulateCell(await withFilm('n', fields), sun);
      expect(ff_pct).toBeGreaterThan(80);
      expect(voc_V).toBeGreaterThan(0.74);
    },
  );

  // Lin 2023 (doi:10.1038/s41560-023-01255-2): 20 to 100 meV; 0.1 to 10 S/cm, as 6.5 S/cm with 0.86 cm2/(V s) in
  // n (Martins, Thin Solid Films 1997) and 0.37 S/cm in p with 26 % crystals (Wang, Key Eng. Mater. 2012).
  it.each(['nc-si-h-n', 'nc-siox-h-n', 'nc-si-h-p'])(
    '%s conducts as such films do',
    async (name) => {
      const layer = film(
        await withFilm(
          'n',
          `{ name: n, kind: amorphous-silicon, material: ${name}, optics: a-si-h-n, thickness: 4 nm }`,
        ),
        'front',
        'n',
      );
      const level = layer.doping!.activation_energy!;
      expect(level).toBeGreaterThanOrEqual(0.02);
      expect(level).toBeLessThanOrEqual(0.1);
      const [mobility, states] = name.endsWith('-n')
        ? [layer.electron_mobility, layer.conduction_states]
        : [layer.hole_mobility, layer.valence_states];
      const conductivity = 1.602e-19 * mobility * states * Math.exp(-level / 0.025852);
      expect(conductivity).toBeGreaterThan(0.1);
      expect(conductivity).toBeLessThan(10);
    },
  );

  it('a hole contact of nc-si-h-p is limited by the step and the i-layer, not by the film', async () => {
    const contact = async (...set: string[]) => {
      const cell = await loadCell('shj', {
        set: [
          'rear.layers.p={ name: p, kind: amorphous-silicon, material: nc-si-h-p, optics: a-si-h-p, thickness: 8 nm, collection: 0 % }',
          ...set,
        ],
      });
      return 1e3 * computeSkins(cell, sun.spectrum, 25).rear.contact_resistivity_ohm_cm2;
    };
    const thick = await contact();
    expect(thick).toBeGreaterThan(80);
    expect(thick).toBeLessThan(130);
    expect(Math.abs((await contact('rear.layers.p.thickness=16nm')) - thick)).toBeLessThan(2);
    // H. Lin et al., Prog. Photovolt. 32, 359 (2024), doi:10.1002/pip.3775: less than 20 mohm cm2.
    const thin = ['rear.layers.i.thickness=4nm', 'wafer.models.emission=schroeder1994'];
    expect(await contact(...thin)).toBeLessThan(20);
  });

  it.each([
    ['material: nc-siox-hn', 'did you mean "nc-siox-h-n"?'],
    ['material: a-si-h-i, doping: { type: n }', 'needs either density or activation_energy'],
    ['thickness: 4 nm', 'band_gap is missing'],
  ])('%s is refused', async (fields, message) => {
    const text = `{ name: n, kind: amorphous-silicon, optics: a-si-h-n, ${fields.includes('thickness') ? '' : 'thickness: 4 nm, '}${fields} }`;
    await expect(withFilm('n', text)).rejects.toThrow(message);
  });

  it('a report states the dopants that an activation energy asks for', async () => {
    const fields =
      '{ name: n, kind: amorphous-silicon, material: nc-si-h-n, optics: a-si-h-n, thickness: 4 nm, tails: { conduction: { density: 0 cm^-3/eV }, valence: { density: 0 cm^-3/eV } } }';
    const { description } = await withFilm('n', fields);
    const row = layersSection(description).rows.find(([name]) => name === 'front.n')!;
    expect(row[1]).toBe('nc-si-h-n');
    // Without gap states the carriers alone: 2e20 exp(-0.05/kT) at 300 K.
    expect(Number(row[5]) / (2e20 * Math.exp(-0.05 / 0.025852))).toBeCloseTo(1, 4);
  });

  it('a level that gap states alone bring nearer is refused', async () => {
    const fields =
      '{ name: n, kind: amorphous-silicon, material: a-si-h-n, optics: a-si-h-n, thickness: 4 nm, doping: { activation_energy: 1.2 eV } }';
    const cell = await withFilm('n', fields);
    expect(() => simulateCell(cell, sun)).toThrow('doping.activation_energy 1.20 eV');
  });
});
