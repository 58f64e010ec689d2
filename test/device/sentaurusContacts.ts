import { readFileSync } from 'node:fs';
import { assembleDevice } from '../../src/cell/assembleDevice.ts';
import { type BandRow, bandDiagram } from '../../src/cell/bands.ts';
import { Device } from '../../src/device/device.ts';
import type { EmissionModel } from '../../src/device/emissionModels.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { elementaryCharge } from '../../src/physics/constants.ts';

/** A depth of Sentaurus' cut through a contact; energies in eV over the contact's level. */
export interface CutRow {
  readonly cut: 'p' | 'n';
  readonly bias: 'equilibrium' | 'short-circuit';
  readonly place: 'wafer' | 'i' | 'doped';
  readonly depth_nm: number;
  readonly ec_eV: number;
  readonly ev_eV: number;
  readonly efp_eV: number;
}

/** See README.md beside the file. */
export const sentaurusCuts: readonly CutRow[] = readFileSync(
  new URL('../reference/sentaurus/shj_bands.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [cut, bias, place, depth, ec, ev, efp] = line.split(',');
    const numbers = { depth_nm: Number(depth), ec_eV: Number(ec), ev_eV: Number(ev) };
    return { cut, bias, place, ...numbers, efp_eV: Number(efp) } as CutRow;
  });

/** Through the p stripe, 45 um of 50 wide, leave all holes of 42.408 mA/cm2. */
const holeCurrent = (42.408e-3 * 50) / 45;

/** The shipped cell with Sentaurus' wafer and films: its p contact behind, its n contact in front. */
export const sentaurusFilms = [
  'wafer.thickness=165um',
  'wafer.doping.density=1.56e15',
  'front.layers.n.thickness=20nm',
  'front.layers.i.thickness=6nm',
  'rear.layers.i.thickness=6nm',
  'rear.layers.p.thickness=20nm',
  'rear.layers.p.doping.density=1.41e19', // Ling 2015
  ...['front', 'rear'].flatMap((side) =>
    ['electron', 'hole'].map((carrier) => `wafer.${side}_surface.${carrier}_velocity=190cm/s`),
  ),
];

/** The device in the light in which its rear passes the current of Sentaurus' p stripe. */
export async function sentaurusContacts(emission: EmissionModel): Promise<Device> {
  const { description } = await loadCell('shj', {
    set: [...sentaurusFilms, `wafer.models.emission=${emission}`],
  });
  const device = new Device(assembleDevice(description, 298.15, 2e-15));
  const { x, box } = device.problem;
  // Made in front, so that holes cross the whole wafer.
  const made = box.map((width, i) => (x[i]! > 1e-4 && x[i]! < 20e-4 ? width : 0));
  const total = made.reduce((sum, value) => sum + value, 0);
  device.setGeneration(made.map((value) => (value / total) * (holeCurrent / elementaryCharge)));
  return device;
}

/** Where both programs have a depth: theirs, and ours between its nodes, over the contact's level. */
export function besideSentaurus(device: Device, cut: CutRow['cut'], bias: CutRow['bias']) {
  device.solve(0, bias === 'equilibrium' ? 0 : 1);
  const { rows } = bandDiagram(device);
  const side = cut === 'p' ? 'rear' : 'front';
  const electrode = cut === 'p' ? rows.at(-1)! : rows[0]!;
  const fromContact = rows
    .map((row) => ({ ...row, depth_nm: Math.abs(row.depth_nm - electrode.depth_nm) }))
    .sort((a, b) => a.depth_nm - b.depth_nm);
  const level = cut === 'p' ? electrode.efp_eV : electrode.efn_eV;
  const names = { wafer: 'wafer', i: `${side}.i`, doped: `${side}.${cut}` };
  return sentaurusCuts
    .filter((row) => row.cut === cut && row.bias === bias)
    .map((theirs) => {
      const within = fromContact.filter(({ place }) => place === names[theirs.place]);
      const at = (key: 'ec_eV' | 'ev_eV' | 'efp_eV') =>
        between(within, theirs.depth_nm, key) - level;
      return { theirs, ec_eV: at('ec_eV'), ev_eV: at('ev_eV'), efp_eV: at('efp_eV') };
    });
}

function between(rows: readonly BandRow[], depth: number, key: 'ec_eV' | 'ev_eV' | 'efp_eV') {
  const k = Math.max(
    1,
    rows.findIndex((row) => row.depth_nm >= depth),
  );
  const [a, b] = [rows[k - 1]!, rows[k]!];
  return a[key] + ((b[key] - a[key]) * (depth - a.depth_nm)) / (b.depth_nm - a.depth_nm);
}
