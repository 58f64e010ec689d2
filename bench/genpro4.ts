import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpticalConstants } from '../src/optics/opticalConstants.ts';
import { delftBudget } from '../test/optics/delftStack.ts';

// The heterojunction cell of the GenPro4 manual with the constants of GenPro4, which have no licence and do not ship:
//   git clone https://github.com/YBlom1999/PVMD_Toolbox
//   tsx bench/genpro4.ts PVMD_Toolbox/pvmd/1_CELL/GenPro4/nk
const folder = process.argv[2];
if (folder === undefined) throw new Error('which folder are its .nk files in?');

/** A table of GenPro4: comments, a head (um or eV, n, k or alpha in 1/cm), rows. */
function constants(name: string): OpticalConstants {
  const lines = readFileSync(join(folder!, `${name}.nk`), 'latin1').split(/\r?\n/);
  const words = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/));
  const [head, ...rows] = words as [string[], ...string[][]];
  const table = rows
    .map((row) => row.map(Number))
    .map(([at, n, absorption]) => {
      const nm = head[0] === 'eV' ? 1239.841984 / at! : 1e3 * at!;
      return [nm, n!, head[2] === 'k' ? absorption! : (absorption! * nm * 1e-7) / (4 * Math.PI)];
    })
    .sort(([one], [other]) => one! - other!);
  const column = (index: number) => Float64Array.from(table, (row) => row[index]!);
  return { name, wavelength: column(0), n: column(1), k: column(2) };
}

const materials = {
  ito: constants('ITO'),
  p: constants('a-Si(p)'),
  i: constants('a-Si(i)'),
  n: constants('a-Si(n)'),
  wafer: constants('c-Si'),
  silver: constants('Ag'),
};
for (const [texture, trapping] of [
  ['planar', 'basore'],
  ['random-pyramids', 'basore'],
  ['random-pyramids', 'angular'],
  ['random-pyramids', 'aligned'],
] as const) {
  const budget = await delftBudget(materials, texture, trapping);
  const shares = Object.entries(budget).map(([layer, value]) => `${layer} ${value.toFixed(2)}`);
  console.log(`${texture}, ${trapping}: ${shares.join(', ')} mA/cm2`);
}
