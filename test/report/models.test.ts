import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { limitOptics } from '../../src/cell/siliconLimit.ts';
import { cellSimulator } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { rememberedOptics } from '../../src/optics/rememberedOptics.ts';
import { type ModelRow, modelsDocument } from '../../src/report/modelsDocument.ts';

const spectrum = await loadSpectrum('am1.5g');
const folder = mkdtempSync(join(tmpdir(), 'solarcell-models-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A boron emitter as an ECV measurement lists it. */
const profile = join(folder, 'emitter.csv');
const depths = Array.from({ length: 60 }, (_, k) => 0.025 * k);
writeFileSync(
  profile,
  `depth_um,density_cm3\n${depths.map((um) => `${um},${1e19 * Math.exp(-um / 0.2) + 1}`).join('\n')}\n`,
);

/** Silicon behind a diffused front, with a lifetime that gives every law something to do. */
const lively = ['wafer.lifetime.electron=200us', 'wafer.lifetime.hole=200us'];
const film = (side: string, name: string, material: string) => [
  `${side}.layers.${name}={ name: ${name}, kind: amorphous-silicon, material: ${material}, optics: a-si-h-i, thickness: 5 nm }`,
];

/** How a cell file chooses what a row names: the cell it is tried in, and what is set. */
function choice({ choose, name }: ModelRow): { cell: string; set: string[] } | undefined {
  const topcon = (...set: string[]) => ({ cell: 'topcon', set: [...lively, ...set] });
  switch (choose) {
    case 'wafer.lifetime.defect':
      return topcon(`wafer.lifetime={ defect: ${name}, minority: 200us }`);
    case 'front.layers.NAME.material':
      if (name.endsWith('-p')) return { cell: 'shj', set: film('rear', 'p', name) };
      return { cell: 'shj', set: film('front', name.endsWith('-n') ? 'n' : 'i', name) };
    case 'front.contact.model': {
      const velocities = 'electron_velocity: 1e4 cm/s, hole_velocity: 1e6 cm/s';
      if (name === 'pinned' || name === 'neutral') {
        return topcon(`front.contact={ model: ${name}, ${velocities} }`);
      }
      const contact = `{ model: ${name}, work_function: 4.8 eV, electron_velocity: 0 cm/s, hole_velocity: 0 cm/s }`;
      return { cell: 'shj', set: [`rear.contact=${contact}`] };
    }
    case 'wafer.diffusions.profile': {
      const how = name === 'table' ? `file: ${profile}` : 'peak: 1e19 cm^-3, depth: 0.5 um';
      return topcon(
        `wafer.diffusions.emitter={ name: emitter, side: front, type: p, profile: ${name}, ${how} }`,
      );
    }
    case 'layers.NAME.oxide.thickness':
      return topcon('rear.layers.poly.oxide={ thickness: 1.2 nm }');
    case 'wafer.models.emission':
      return { cell: 'shj', set: [`${choose}=${name}`] };
    case 'wafer.doping.resistivity':
      return topcon('wafer.doping.resistivity=2 ohm cm');
    case 'layers.NAME.mixed_with':
      return {
        cell: 'shj',
        set: ['front.layers.n.mixed_with=[{ optics: sio2, share: 30 % }]'],
      };
    case 'layers.NAME.dangling_bonds.amphoteric':
      return {
        cell: 'shj',
        set: [
          'front.layers.i.dangling_bonds={ amphoteric: { density: 1e17 cm^-3/eV, energy: 0.8 eV, width: 0.15 eV, correlation_energy: 0.2 eV } }',
        ],
      };
    case 'layers.NAME.tails, dangling_bonds':
      return { cell: 'shj', set: [] };
    case 'circuit.grid':
      return topcon(
        'circuit.grid={ finger_spacing: 1.2 mm, finger_width: 30 um, finger_height: 15 um, finger_resistivity: 5 uohm cm, contact_resistivity: 2 mohm cm^2, sheet_resistance: 150 ohm, busbar_spacing: 18 mm, busbar_width: 0.2 mm }',
      );
    case 'circuit.edge':
      return topcon(
        'circuit.area=100 cm^2',
        'circuit.edge={ saturation_current: 5 nA/cm, perimeter: 40 cm }',
      );
    case 'always':
    case 'limit --optics':
      return undefined;
    default:
      return topcon(`${choose}=${name}`);
  }
}

const { models } = modelsDocument();

describe('every model that is listed', () => {
  it('has a source, or says what it leaves out', () => {
    const stated =
      /\(\d{4}\)|doi:|arXiv:|PC1D|UNSW|Springer|left out|exp\(|erfc\(|intrinsic|the same/;
    for (const { name, reference } of models) {
      expect(reference, name).not.toContain('see docs');
      if (!['uniform', 'table', 'planar', 'none', 'quasi-neutral', 'resistivity'].includes(name)) {
        expect(reference, name).toMatch(stated);
      }
    }
  });

  it('is chosen by its name in a cell file, and the cell is solved with it', async () => {
    const solveOptics = rememberedOptics();
    const efficiencies = new Map<string, Set<number>>();
    for (const row of models) {
      const how = choice(row);
      if (how === undefined) continue;
      const cell = await loadCell(how.cell, { set: how.set });
      const { pmax_W_m2 } = cellSimulator(cell, spectrum, 25, { solveOptics }).mpp(1000);
      const efficiency_pct = pmax_W_m2 / 10;
      expect(efficiency_pct, `${row.choose} ${row.name}`).toBeGreaterThan(10);
      expect(efficiency_pct, `${row.choose} ${row.name}`).toBeLessThan(29);
      // `basore` is another name of `specular`; of the rest no two are alike.
      if (row.name === 'basore') continue;
      const others = efficiencies.get(row.choose) ?? new Set();
      expect(others.has(efficiency_pct), `${row.choose} ${row.name} changes nothing`).toBe(false);
      efficiencies.set(row.choose, others.add(efficiency_pct));
    }
    expect([...efficiencies.keys()].length).toBeGreaterThan(15);
  }, 30_000);

  it('of the limit is one that `limit` takes', () => {
    const listed = models.filter(({ choose }) => choose === 'limit --optics');
    expect(listed.map(({ name }) => name)).toEqual(Object.keys(limitOptics));
  });
});
