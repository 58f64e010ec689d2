import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commonEnds, type OpticsComparisonDocument } from '../../src/report/opticsComparison.ts';
import type { OpticsDocument } from '../../src/report/opticsDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function optics(...words: string[]): Promise<OpticsDocument> {
  const { exitCode, stdout, stderr } = await runCommand('optics', ...words, '--format', 'json');
  expect([exitCode, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as OpticsDocument;
}

describe.each([
  ['shj'],
  ['shj', '--side', 'rear'],
  ['perc', '--encapsulated', '--angle', '60'],
  ['topcon', '--angle', '85'],
])('optics %s %s %s %s', (...words) => {
  test('no photon is lost: shares add up to one, and ends to what is incident', async () => {
    const document = await optics(...words.filter(Boolean));
    expect(document.schema).toBe('solarcell.optics/1');
    const { reflectance, transmittance, absorptance, budget_mA_cm2 } = document;
    for (const [w, reflected] of reflectance.entries()) {
      const taken = Object.values(absorptance).reduce((sum, share) => sum + share[w]!, 0);
      expect(Math.abs(reflected + transmittance[w]! + taken - 1)).toBeLessThan(1e-10);
    }
    const { incident, ...ends } = budget_mA_cm2;
    const total = Object.values(ends).reduce((sum, value) => sum + value, 0);
    expect(Math.abs(total / incident! - 1)).toBeLessThan(1e-10);
  });
});

test("the budget is that of simulate, and the wafer's share its generation", async () => {
  const { budget_mA_cm2 } = await optics('shj');
  const { stdout } = await runCommand('simulate', 'shj', '--format', 'json');
  const { photons } = JSON.parse(stdout) as { photons: { wafer: number; reflected: number } };
  expect(budget_mA_cm2.wafer! / photons.wafer).toBeCloseTo(1, 10);
  expect(budget_mA_cm2.reflected! / photons.reflected).toBeCloseTo(1, 10);
});

test('bifaciality comes from the structure: none under a metal, alike for current and power', async () => {
  expect((await optics('al-bsf')).bifaciality).toEqual({ jsc: 0, voc: 0, pmax: 0 });
  const bifaciality = (await optics('topcon')).bifaciality!;
  expect(bifaciality.jsc).toBeGreaterThan(0.5);
  // Power follows current, less the logarithm of the light in the voltage.
  expect(Math.abs(bifaciality.pmax / bifaciality.jsc - 1)).toBeLessThan(0.03);
});

test('both sides lit at once: the budget is the sum of both lights', async () => {
  const both = await optics('topcon', '--side', 'both', '--rear-irradiance', '200');
  const front = await optics('topcon');
  const rear = await optics('topcon', '--side', 'rear', '--irradiance', '200');
  const wafer = front.budget_mA_cm2.wafer! + rear.budget_mA_cm2.wafer!;
  expect(both.budget_mA_cm2.wafer! / wafer).toBeCloseTo(1, 10);
  expect(both.conditions).toMatchObject({ side: 'both', rear_irradiance_W_m2: 200 });
  const picture = join(folder, 'both.svg');
  await runCommand('optics', 'topcon', '--side', 'both', '--plot', picture);
  const subtitle = /1000 W\/m² and 1000 W\/m² behind, cell at 25 °C, in air, on both sides at 0°/;
  expect(readFileSync(picture, 'utf8')).toMatch(subtitle);
  const lone = await runCommand('optics', 'topcon', '--rear-irradiance', '200');
  expect([lone.exitCode, lone.stdout]).toEqual([2, '']);
  expect(lone.stderr).toContain('--rear-irradiance belongs to --side both');
});

test('in a module: what is left of the current in air', async () => {
  const air = await optics('perc');
  const module = await optics('perc', '--encapsulated');
  expect(air.cell_to_module).toBeUndefined();
  const ratio = module.budget_mA_cm2.wafer! / air.budget_mA_cm2.wafer!;
  expect(module.cell_to_module! / ratio).toBeCloseTo(1, 12);
  // Glass reflects 4 %, glass and EVA absorb 1 to 2 %; a cell coated for air gains a little behind.
  expect(ratio).toBeGreaterThan(0.94);
  expect(ratio).toBeLessThan(0.98);
});

test('generation over depth, down to the budget of the wafer', async () => {
  const { generation, budget_mA_cm2 } = await optics('perc', '--depth');
  expect(generation!.cumulative_mA_cm2.at(-1)! / budget_mA_cm2.wafer!).toBeCloseTo(1, 10);
  const { stdout } = await runCommand('optics', 'perc', '--depth', '--format', 'csv');
  const [head, ...rows] = stdout.trimEnd().split('\n');
  expect(head).toBe('from_um,to_um,generation_cm3_s,cumulative_mA_cm2');
  expect(rows).toHaveLength(generation!.to_um.length);
  const picture = join(folder, 'depth.svg');
  await runCommand('optics', 'perc', '--depth', '--plot', picture);
  expect(readFileSync(picture, 'utf8')).toContain('Generation in the wafer below its front face');
});

test('an optimum at the end of its range is said to be there', async () => {
  const thick = await runCommand('optics', 'perc', '--vary', 'wafer.thickness=100um,150um');
  expect(thick.stdout).toMatch(
    /Optimum: 150\.0 um, [\d.]+ mA\/cm2 in the wafer, at the end of the range\.$/m,
  );
});

test('several cells beside each other: each as alone, by ends that they have in common', async () => {
  const { stdout } = await runCommand('optics', 'shj', 'perc', '--format', 'json');
  const { schema, cells } = JSON.parse(stdout) as OpticsComparisonDocument;
  expect(schema).toBe('solarcell.optics-comparison/1');
  expect(cells).toEqual([await optics('shj'), await optics('perc')]);
  const { incident, ...ends } = Object.fromEntries(commonEnds({ schema, cells }));
  for (const [i, { budget_mA_cm2 }] of cells.entries()) {
    expect(incident![i]).toBe(budget_mA_cm2.incident);
    const total = Object.values(ends).reduce((sum, currents) => sum + currents[i]!, 0);
    expect(total / incident![i]!).toBeCloseTo(1, 10);
  }
  const table = await runCommand('optics', 'shj', 'perc', '--encapsulated', '--angle', '0,60');
  expect(table.stdout).toMatch(/^ wafer +36\.\d\d +38\.\d\d$/m);
  expect(table.stdout).toMatch(/^ +60 +0\.9\d+ +0\.9\d+$/m);
  const picture = join(folder, 'cells.svg');
  const csv = await runCommand('optics', 'shj', 'perc', '--format', 'csv', '--plot', picture);
  expect(csv.stdout).toMatch(/^cell,end,current_mA_cm2,share_pct\nshj,incident,/);
  expect(readFileSync(picture, 'utf8')).toContain('front layers');
});

test('coated glass gains, the more the flatter the light', async () => {
  const plain = await optics('perc', '--encapsulated', '--angle', '0,60');
  const coated = await optics(
    ...['perc', '--encapsulated', '--glass-coating', '120nm', '--angle', '0,60'],
  );
  const [normal, flat] = coated.iam!.map(
    (row, i) => row.wafer_mA_cm2 / plain.iam![i]!.wafer_mA_cm2 - 1,
  );
  // 2.5 % in current (Guo 2017, Sol. Energy Mater. Sol. Cells 170, 143) and 2.7 % in power (Bunea 2010,
  // doi:10.4229/25thEUPVSEC2010-4AV.3.44) of coatings as they are made; the model's is even and smooth.
  // Without any reflection at the glass, n = 1.51, it would be 4.3 %.
  expect(normal).toBeGreaterThan(0.025);
  expect(normal).toBeLessThan(0.043);
  expect(flat).toBeGreaterThan(normal! + 0.01);
  expect(coated.conditions.module).toEqual({
    glass_mm: 3.2,
    glass_coating: { thickness_nm: 120, material: '58 % sio2 + 42 % air' },
    encapsulant: 'eva-uv',
    encapsulant_mm: 0.45,
    rear: 'glass',
  });
  expect(coated.provenance.optics).toHaveProperty('eva-uv');
});

test('a white sheet sends light back to the cell, and closes its rear', async () => {
  const glass = await optics('shj', '--encapsulated');
  const sheet = await optics('shj', '--encapsulated', '--backsheet', '85%');
  expect(sheet.budget_mA_cm2.wafer).toBeGreaterThan(glass.budget_mA_cm2.wafer! + 0.2);
  expect(sheet.bifaciality).toEqual({ jsc: 0, voc: 0, pmax: 0 });
  // 15 % of what leaves the cell behind and passes the encapsulant is lost in the sheet.
  expect(sheet.budget_mA_cm2.transmitted).toBeLessThan(0.5 * glass.budget_mA_cm2.transmitted!);
  const { stdout } = await runCommand('optics', 'shj', '--encapsulated', '--backsheet', '0.85');
  expect(stdout).toContain(
    'shj under glass and eva-uv, a sheet that reflects 85 % behind, at 25 °C',
  );
});

test('a response at an angle is 1 along the normal, hardly more near it, and falls', async () => {
  const { iam } = await optics('shj', '--encapsulated', '--angle', '0:85:17');
  const values = iam!.map((row) => row.iam);
  expect(values[0]).toBe(1);
  // Tilted light runs a little longer in the wafer.
  expect(Math.abs(values[1]! - 1)).toBeLessThan(1e-3);
  expect(values.slice(2).every((value, i) => value < values[i + 1]!)).toBe(true);
  expect(values.at(-1)).toBeLessThan(0.6);
});

test('a varied thickness: the optimum lies between the points and beats them', async () => {
  const { vary } = await optics('shj', '--vary', 'front.layers.tco.thickness=50nm:110nm:10nm');
  const { points, optimum, unit } = vary!;
  expect(unit).toBe('nm');
  expect(points.map(({ value }) => value)).toEqual([50, 60, 70, 80, 90, 100, 110]);
  expect(optimum.wafer_mA_cm2).toBeGreaterThanOrEqual(
    Math.max(...points.map((point) => point.wafer_mA_cm2)),
  );
  // A quarter of the wavelength at which most photons come, over the index of the electrode, less
  // what the blue and the films absorb: 60 to 80 nm (Holman 2012, doi:10.1109/JPHOTOV.2011.2174967).
  expect(optimum.value).toBeGreaterThan(60);
  expect(optimum.value).toBeLessThan(80);
  const set = ['--set', `front.layers.tco.thickness=${optimum.value}nm`];
  const { budget_mA_cm2 } = await optics('shj', ...set);
  expect(budget_mA_cm2.wafer! / optimum.wafer_mA_cm2).toBeCloseTo(1, 12);
  const picture = join(folder, 'vary.svg');
  await runCommand(
    'optics',
    'shj',
    '--vary',
    'front.layers.tco.thickness=60,80nm',
    '--plot',
    picture,
  );
  expect(readFileSync(picture, 'utf8')).toMatch(/best: 6\d\.\d+ nm/);
});

test('optical constants of a file of your own, by path; beyond its range they are refused', async () => {
  const file = join(folder, 'my-tco.csv');
  const constants = (last: number) =>
    `wavelength_nm,n,k\n300,2.1,0.1\n400,2.0,0.01\n${last},1.9,0.001\n`;
  const words = ['optics', 'shj', '--set', `front.layers.tco.optics=${file}`];
  writeFileSync(file, constants(1300));
  const own = await runCommand(...words, '--format', 'csv');
  expect([own.exitCode, own.stderr]).toEqual([0, '']);
  const material = await runCommand('materials', file, '--format', 'csv');
  expect(material.stdout).toMatch(/^material,wavelength_nm,n,k,absorption_cm\nmy-tco,300,2.1,0.1,/);
  writeFileSync(file, constants(1000));
  const short = await runCommand(...words);
  expect([short.exitCode, short.stdout]).toEqual([2, '']);
  expect(short.stderr).toContain('"my-tco" of front.tco reach from 300 to 1000 nm, not to 1200 nm');
  writeFileSync(file, 'wavelength_nm,n,k\n300,2.1,-1\n400,2,0\n');
  const wrong = await runCommand(...words);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('my-tco.csv:2');
});

test('CSV: a line a wavelength, a column a layer; a picture is drawn', async () => {
  const { stdout } = await runCommand('optics', 'perc', '--format', 'csv');
  const [head, ...rows] = stdout.trimEnd().split('\n');
  expect(head).toBe(
    'wavelength_nm,reflectance,transmittance,front.sinx,wafer,wafer.free-carriers,rear.al2o3,rear.sinx,rear.fingers',
  );
  expect(rows).toHaveLength(181);
  const picture = join(folder, 'optics.svg');
  const drawn = await runCommand('optics', 'shj', '--plot', picture);
  expect(drawn.exitCode).toBe(0);
  const svg = readFileSync(picture, 'utf8');
  for (const word of ['Wavelength', 'Share of photons', 'reflected', 'front.tco', 'wafer']) {
    expect(svg).toContain(word);
  }
});

test('materials: every set that ships, with source and range', async () => {
  const { stdout } = await runCommand('materials', '--format', 'json');
  const { schema, materials } = JSON.parse(stdout) as {
    schema: string;
    materials: { name: string; source: string; licence: string; range_nm: number[] }[];
  };
  expect(schema).toBe('solarcell.materials/1');
  expect(materials.map(({ name }) => name)).toContain('c-si');
  for (const { name, source, licence, range_nm } of materials) {
    expect(source, name).not.toBe('');
    expect(licence, name).not.toBe('');
    expect(range_nm[1]!, name).toBeGreaterThan(range_nm[0]!);
  }
  expect((await runCommand('materials')).stdout).toMatch(/\n c-si +\d+ +1450 /);
});

test.each([
  [['optics', 'shk'], 'did you mean "shj"'],
  [['optics', 'shj', '--angle', '95'], '95'],
  [['optics', 'shj', '--side', 'top'], '"top" is not one of front, rear'],
  [['optics', 'shj', '--wavelengths', '1200:300:5'], '--wavelengths'],
  [['optics', 'shj', '--vary', 'front.layers.tco.thickness'], 'expected path=from:to'],
  [['optics', 'shj', '--vary', 'front.layers.tcoo.thickness=50nm:60nm'], 'did you mean "tco"'],
  [['optics', 'shj', '--vary', 'front.layers.tco.thickness=50nm:60um'], 'one unit is expected'],
  [['optics', 'shj', '--vary', 'front.layers.tco.thickness=50s:60s'], 'thickness'],
  [['optics'], 'something is missing after "optics"'],
  [['optics', 'shj', 'perc', '--depth'], '--depth takes one cell and one --angle'],
  [['optics', 'shj', 'shj'], 'two of the cells are named "shj"'],
  [['optics', 'shj', 'perc', '--vary', 'wafer.thickness=100um:120um'], '--vary takes one cell'],
  [['optics', 'shj', '--glass', '2mm'], '--glass needs --encapsulated'],
  [
    ['optics', 'shj', '--encapsulated', '--glass-coating', '5um'],
    '5000 is outside 1 nm to 1000 nm',
  ],
  [['optics', 'shj', '--encapsulated', '--encapsulant', 'poe'], 'unknown optical constants "poe"'],
  [['optics', 'shj', '--encapsulated', '--backsheet', '85'], '85 is outside 0 to 0.999'],
  [
    ['optics', 'shj', '--encapsulated', '--backsheet', '0.8', '--side', 'rear'],
    '--backsheet lets no light in behind',
  ],
  [['optics', 'shj', '--spectrum', 'laser:5um'], '"laser:5um" has no photons from 300 to 1200 nm'],
  [['optics', 'shj', '--vary', 'front.texture=planar,x'], 'solarcell sweep --target optics'],
  [['materials', 'izoo'], 'did you mean "izo"'],
])('%j is refused in one line', (words, said) => expectRefused(words, said));
