import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { SpectraDocument } from '../../src/report/spectraDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function spectra(...names: string[]): Promise<SpectraDocument['spectra']> {
  const { exitCode, stdout, stderr } = await runCommand('spectra', ...names, '--format', 'json');
  expect([exitCode, stderr]).toEqual([0, '']);
  const document = JSON.parse(stdout) as SpectraDocument;
  expect(document.schema).toBe('solarcell.spectra/1');
  return document.spectra;
}

test('the spectra that ship, with what the standards say of them', async () => {
  const all = await spectra();
  const light = Object.fromEntries(all.map((row) => [row.name, row.irradiance_W_m2]));
  // ASTM G173-03 and E490-00a, IEC 60904-3 to 4000 nm.
  expect(light['am1.5g']).toBeCloseTo(1000.37, 2);
  expect(light['am1.5d']).toBeCloseTo(900.14, 2);
  expect(light.e490).toBeCloseTo(1366.1, 1);
  expect(light['iec60904-3']).toBeCloseTo(997.5, 1);
  const global = all.find(({ name }) => name === 'am1.5g')!;
  expect(global.photons_mA_cm2).toBeCloseTo(46.46, 2);
  // 1.88 eV from 350 to 1050 nm is usual for AM1.5G in the literature of module tests.
  expect(global.photon_energy_eV).toBeCloseTo(1.88, 2);
  expect(global.wavelength_nm).toBeUndefined();
});

test('a line has the energy of its wavelength, and photons beside its power', async () => {
  const [line] = await spectra('laser:1000nm');
  // h c / e = 1239.842 eV nm; a watt at 1000 nm makes 0.80655 A.
  expect(line!.photon_energy_eV).toBeCloseTo(1.239842, 6);
  expect(line!.irradiance_W_m2).toBeCloseTo(1000, 6);
  expect(line!.photons_mA_cm2).toBeCloseTo(80.6554, 3);
  const peak = line!.wavelength_nm!.indexOf(1000);
  const [power, photons] = [line!.irradiance_W_m2_nm![peak]!, line!.photons_m2_s_nm![peak]!];
  expect(photons / power / 5.03411657e18).toBeCloseTo(1, 6);
  const [far] = await spectra('laser:5um');
  expect([far!.photons_mA_cm2, far!.photon_energy_eV]).toEqual([0, undefined]);
});

test('a file of your own, its table as CSV, and a picture', async () => {
  const file = join(folder, 'lamp.csv');
  writeFileSync(file, '# A lamp\nwavelength_um,irradiance_W_m2_um\n0.4,1000\n0.8,1000\n');
  const { stdout } = await runCommand('spectra', file, 'AM1.5G', '--format', 'csv');
  const rows = stdout.trimEnd().split('\n');
  expect(rows[0]).toBe('spectrum,wavelength_nm,irradiance_W_m2_nm,photons_m2_s_nm');
  expect(rows[1]).toMatch(/^lamp,400,1,20136466270170\d+$/);
  expect(rows).toHaveLength(1 + 2 + 2002);
  const [lamp] = await spectra(file);
  expect([lamp!.title, lamp!.irradiance_W_m2]).toEqual(['A lamp', 400]);
  const picture = join(folder, 'light.svg');
  expect((await runCommand('spectra', file, 'am0', '--plot', picture)).exitCode).toBe(0);
  const svg = readFileSync(picture, 'utf8');
  for (const word of ['lamp: 400.0 W/m²', 'am0', 'Irradiance']) expect(svg).toContain(word);
});

test('a level as the spectrum has it, in every command that lights a cell', async () => {
  const level = async (...words: string[]) => {
    const { stdout } = await runCommand(...words, '--irradiance', 'tabulated', '--format', 'json');
    return JSON.parse(stdout) as { conditions: { irradiance_W_m2: number }; jsc_mA_cm2?: number };
  };
  const light = ['--spectrum', 'e490'];
  const optics = await level('optics', 'perc', ...light);
  expect(optics.conditions.irradiance_W_m2).toBeCloseTo(1366.1, 1);
  const simulated = await level('simulate', 'perc', ...light, '--fidelity', 'lumped');
  expect(simulated.conditions.irradiance_W_m2).toBe(optics.conditions.irradiance_W_m2);
  const table = await runCommand('compare', 'perc', ...light, '--irradiance', 'tabulated');
  expect(table.stdout).toMatch(/^Light +e490 at 1366\.09 W\/m2/);
});

test('n and k as a picture', async () => {
  const picture = join(folder, 'constants.svg');
  const drawn = await runCommand('materials', 'izo', 'sio2', '--plot', picture);
  expect(drawn.exitCode).toBe(0);
  for (const word of ['Wavelength', 'izo', 'sio2']) {
    expect(readFileSync(picture, 'utf8')).toContain(word);
  }
});

test.each([
  [['spectra', 'am2'], 'did you mean "am0"'],
  [['compare', '--irradiance', 'tabulate'], '"tabulate" is not a number'],
  [['spectra', '--plot'], '--plot draws spectra that are named'],
  [['materials', '--plot'], '--plot draws materials that are named'],
  [['spectra', 'led:850nm,width=-3nm'], 'width'],
])('%j is refused in one line', (words, said) => expectRefused(words, said));
