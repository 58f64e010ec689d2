import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRefused, runCommand } from './runCommand.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('--plot draws in the terminal, in the place of the table, wherever it stands', async () => {
  const { exitCode, stdout, stderr } = await runCommand('limit', '--plot', '--gap', '1:1.6:0.2');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Detailed-balance limit over the band gap\n/);
  expect(stdout).toContain('Band gap (eV)');
  expect(stdout).toContain('Highest: 33.50 %');
});

test('a cell may follow --plot', async () => {
  const { stdout } = await runCommand('simulate', '--plot', 'perc');
  expect(stdout).toMatch(/^J-V curve and power of perc\n/);
  expect(stdout).toContain('Photon budget of perc');
});

test('--plot FILE.svg saves the picture and its numbers, and prints the table', async () => {
  const file = join(folder, 'limit.svg');
  const { stdout, stderr } = await runCommand('limit', '--gap', '1:1.6:0.2', '--plot', file);
  expect(stderr).toBe(`wrote ${file} and ${file}.csv\n`);
  expect(stdout).toContain('eV');
  expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/s);
  const [head, first] = readFileSync(`${file}.csv`, 'utf8').split('\n');
  expect(head).toBe('panel,series,band_gap_eV,efficiency_pct');
  expect(first).toMatch(/^1,limit,1,3\d\.\d+$/);
});

test('several pictures are several files; a part alone is one', async () => {
  const file = join(folder, 'cell.svg');
  const { stdout, stderr } = await runCommand('simulate', 'perc', '--plot', file);
  expect(stderr).toContain('cell-jv.svg');
  expect(stderr).toContain('cell-photons.svg');
  expect(existsSync(file)).toBe(false);
  // The curve was computed for the picture alone.
  expect(stdout).not.toContain('J-V curve');
  const png = join(folder, 'limit.png');
  await runCommand('limit', '--gap', '1:1.6:0.2', '--plot', png);
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
});

test('--plot draws the first result of a sweep: a line, a map, bars', async () => {
  const draw = async (...words: string[]) =>
    (await runCommand('sweep', '--fidelity', 'lumped', '--plot', ...words)).stdout;
  const thickness = ['--vary', 'wafer.thickness=100um:140um:20um'];
  const line = await draw('perc', ...thickness, '--figures', 'voc');
  expect(line).toMatch(/^Voc of perc\n3 points\n/);
  expect(line).toContain('wafer.thickness (µm)');
  const map = await draw('perc', ...thickness, '--vary', 'circuit.shading=2%,3%');
  expect(map).toMatch(/^Efficiency of perc\n6 points\n\ncircuit.shading; Efficiency \(%\)/);
  const bars = await draw('--vary', 'cell=perc,al-bsf');
  expect(bars).toMatch(/^ +perc █+/m);
});

test('a sweep into a file is drawn from the file', async () => {
  const file = join(folder, 'sweep.csv');
  const picture = join(folder, 'sweep.svg');
  const words = ['sweep', 'perc', '--fidelity', 'lumped', '--vary', 'circuit.shading=1%:3%:1%'];
  const { exitCode, stderr } = await runCommand(...words, '--output', file, '--plot', picture);
  expect(stderr).toBe(`wrote ${file}: 3 rows\nwrote ${picture} and ${picture}.csv\n`);
  expect(exitCode).toBe(0);
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-3);
  const drawn = readFileSync(`${picture}.csv`, 'utf8').trimEnd().split('\n').slice(-3);
  expect(drawn.map((row) => row.split(',').slice(2))).toEqual(
    rows.map((row) => row.split(',').slice(1, 3)),
  );
});

test.each([
  ['sweep perc --vary circuit.shading=1%,2% --plot --dry-run', '--plot and --dry-run exclude'],
  [
    'sweep perc --vary circuit.shading=1%:30%:0.1% --vary irradiance=100:200:1 --plot',
    '--plot: 29391 points are too many for a picture',
  ],
  ['sweep perc --vary circuit.shading=2% --fidelity lumped --plot', 'one number is no picture'],
  ['skin shj --plot', 'unknown option --plot; see solarcell skin --help'],
  ['limit --gap 1,2 --plot out.pdf', '--plot "out.pdf": pictures are written as .svg or .png'],
  ['limit --gap 1.34 --plot', 'one number is no picture'],
  ['limit --gap 1,2 --plot --format json', 'name a file for one of them'],
  ['limit --gap 1,2 --plot nowhere/out.svg', 'its folder does not exist'],
  ['limit --gap 1,2 --plot a.svg --plot b.svg', '--plot is given 2 times'],
])('%s -> %s', (line, said) => expectRefused(line.split(' '), said));
