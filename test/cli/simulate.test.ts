import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SimulateDocument } from '../../src/report/simulateDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

async function simulateJson(...words: string[]): Promise<SimulateDocument> {
  const { exitCode, stdout, stderr } = await runCommand('simulate', ...words, '--format', 'json');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as SimulateDocument;
}

test('JSON holds the key figures, the conditions and no part that was not asked for', async () => {
  const document = await simulateJson('perc');
  expect(document.schema).toBe('solarcell.simulate/1');
  expect(document.cell).toBe('perc');
  expect(document.conditions).toMatchObject({ irradiance_W_m2: 1000, temperature_C: 25 });
  expect(Object.keys(document.figures)).toEqual([
    'voc_V',
    'jsc_mA_cm2',
    'ff_pct',
    'efficiency_pct',
    'vmp_V',
    'jmp_mA_cm2',
    'pmax_W_m2',
    'pseudo_ff_pct',
  ]);
  expect(Object.keys(document)).toEqual([
    'schema',
    'cell',
    'conditions',
    'figures',
    'photons',
    'provenance',
  ]);
});

test('the curve passes through the key figures', async () => {
  const { jv = [], jv_dark = [], figures } = await simulateJson('perc', '--jv');
  expect(jv[0]!.voltage_V).toBe(0);
  expect(jv[0]!.current_mA_cm2).toBeCloseTo(figures.jsc_mA_cm2, 6);
  expect(jv.at(-1)!.current_mA_cm2).toBeLessThanOrEqual(0);
  expect(jv.at(-2)!.voltage_V).toBeLessThan(figures.voc_V);
  const best = Math.max(...jv.map((row) => row.voltage_V * row.current_mA_cm2 * 10));
  expect(best).toBeLessThanOrEqual(figures.pmax_W_m2 + 1e-9);
  expect(best / figures.pmax_W_m2).toBeGreaterThan(0.99);
  expect(jv_dark[0]!.current_mA_cm2).toBe(0);
  jv_dark.slice(1).forEach((row, k) => {
    expect(row.current_mA_cm2).toBeLessThan(jv_dark[k]!.current_mA_cm2);
  });
});

test('a temperature is that of the cell; several are a table with coefficients', async () => {
  const hot = await simulateJson('perc', '--temperature', '65');
  const table = await simulateJson('perc', '--temperature', '25,65');
  expect(hot.conditions.temperature_C).toBe(65);
  expect(table.conditions.temperature_C).toBe(25);
  expect(table.temperature?.rows[1]?.voc_V).toBeCloseTo(hot.figures.voc_V, 7);
  const { pmax_pct_K } = table.temperature!;
  const ratio = hot.figures.pmax_W_m2 / table.figures.pmax_W_m2;
  expect(pmax_pct_K).toBeCloseTo((100 * (ratio - 1)) / 40, 6);
  const bare = await simulateJson('perc', '--temperature');
  expect(bare.temperature?.rows.map((row) => row.temperature_C)).toEqual([
    15, 25, 35, 45, 55, 65, 75,
  ]);
});

test('each part is there when it is asked for, and its numbers name their units', async () => {
  const parts = ['--eqe', '--suns-voc', '--bands', '--bias', 'oc', '--lifetime', '--losses'];
  const document = await simulateJson('perc', ...parts);
  expect(Object.keys(document.eqe![0]!)).toEqual(['wavelength_nm', 'eqe', 'iqe', 'reflectance']);
  expect(Object.keys(document.losses![0]!)).toEqual([
    'path',
    'place',
    'power_mW_cm2',
    'efficiency_pct',
  ]);
  const lost = document.losses!.reduce((sum, row) => sum + row.efficiency_pct, 0);
  const left = document.limit!.efficiency_pct - lost;
  expect(Math.abs(left - document.figures.efficiency_pct)).toBeLessThan(1e-6);
  expect(document.bands).toMatchObject({ bias: 'oc' });
  expect(document.lifetime!.length).toBeGreaterThan(5);
  expect(document.implied_voc_V).toBeCloseTo(document.figures.voc_V, 2);
  expect(JSON.stringify(document)).not.toMatch(/null|NaN/);
  const { stdout } = await runCommand('simulate', 'perc', '--losses');
  expect(stdout).toMatch(/limit of the absorber +wafer +\d/);
  expect(stdout).toMatch(/delivered +terminals +\d/);
  const records = await runCommand('simulate', 'perc', '--losses', '--format', 'csv');
  const [head, ...lines] = records.stdout.trimEnd().split('\n');
  expect(head).toBe('path,place,power_mW_cm2,efficiency_pct');
  expect(lines).toHaveLength(document.losses!.length);
  const csv = await runCommand('simulate', 'perc', '--bands', '--bias', '0.5', '--format', 'csv');
  expect(csv.stdout).toMatch(/^depth_nm,place,ec_eV,ev_eV,efn_eV,efp_eV,n_cm3,p_cm3,field_V_cm,/);
});

test('every format holds what was asked for, in a file whole or not at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  const file = join(folder, 'curve.csv');
  const { exitCode, stderr } = await runCommand('simulate', 'perc', '--jv', '--output', file);
  expect(stderr).toBe(`wrote ${file}\n`);
  expect(exitCode).toBe(0);
  const [head, first] = readFileSync(file, 'utf8').split('\n');
  expect(head).toBe('voltage_V,current_mA_cm2,dark_current_mA_cm2');
  expect(Number(first!.split(',')[1])).toBeGreaterThan(40);
  rmSync(folder, { recursive: true });
  const markdown = await runCommand('simulate', 'perc', '--suns-voc', '--format', 'markdown');
  expect(markdown.stdout).toContain('| Light (suns) | Voc (V) |');
  const table = await runCommand('simulate', 'perc', '--set', 'wafer.thickness=150um');
  expect(table.stdout).toContain('Set       wafer.thickness=150um');
});

test.each([
  ['simulate', 'something is missing after "simulate"'],
  ['simulate prc', 'unknown cell "prc"; did you mean "perc"?'],
  ['simulate perc --temperature hot', 'not a number'],
  ['simulate perc --temperature 400', 'outside -40 degC to 120 degC'],
  ['simulate perc --temperature 25,25', 'a table needs different values'],
  ['simulate perc --irradiance 100,200', 'one value is expected'],
  ['simulate perc --irradiance 0', 'outside 0.1 W/m^2 to 10000 W/m^2'],
  ['simulate perc --spectrum am2', 'unknown spectrum "am2"'],
  ['simulate perc --bias oc', '--bias needs --bands'],
  ['simulate perc --bands --bias open', 'not a number'],
  ['simulate perc --bands --bias 3', 'outside -5 V to 1 V'],
  ['simulate perc --suns', 'unknown option --suns'],
  ['simulate perc --jv --suns-voc --format csv', 'csv holds one table, but 2 are asked for'],
])('%s -> %s', (line, said) => expectRefused(line.split(' '), said));

test('a calculation that fails says of what', async () => {
  const words = ['simulate', 'perc', '--set', 'circuit.shading=100%', '--irradiance', '800'];
  const { exitCode, stdout, stderr } = await runCommand(...words);
  expect(stderr).toMatch(/^solarcell: perc at 800 W\/m2 and 25 degC: [^\n]+\n$/);
  expect(stdout).toBe('');
  expect(exitCode).toBe(1);
});

test('lumped shows what the terminals of the whole stack show, and refuses what lies inside', async () => {
  const words = ['shj', '--jv', '--suns-voc', '--temperature', '25,65'];
  const detailed = await simulateJson(...words);
  const lumped = await simulateJson(...words, '--fidelity', 'lumped');
  expect(detailed.conditions.fidelity).toBeUndefined();
  expect(lumped.conditions.fidelity).toBe('lumped');
  expect(Object.keys(lumped)).toEqual(Object.keys(detailed));
  const { efficiency_pct, pseudo_ff_pct } = detailed.figures;
  expect(Math.abs(lumped.figures.efficiency_pct / efficiency_pct - 1)).toBeLessThan(1e-3);
  expect(Math.abs(lumped.figures.pseudo_ff_pct / pseudo_ff_pct - 1)).toBeLessThan(1e-3);
  const coefficient = detailed.temperature!.pmax_pct_K;
  expect(Math.abs(lumped.temperature!.pmax_pct_K - coefficient)).toBeLessThan(2e-3);
  lumped.suns_voc!.forEach(({ voc_V, implied_voc_V }, k) => {
    expect(Math.abs(voc_V - detailed.suns_voc![k]!.voc_V)).toBeLessThan(3e-4);
    expect(Math.abs(implied_voc_V - detailed.suns_voc![k]!.implied_voc_V)).toBeLessThan(3e-4);
  });
  lumped.jv!.forEach(({ current_mA_cm2 }, k) => {
    expect(Math.abs(current_mA_cm2 - detailed.jv![k]!.current_mA_cm2)).toBeLessThan(0.05);
  });

  for (const part of ['bands', 'eqe', 'lifetime', 'losses']) {
    const refused = await runCommand('simulate', 'perc', '--fidelity', 'lumped', `--${part}`);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(`${part} needs the fidelity "detailed"`);
  }
});

test('light on both sides: coefficients of IEC TS 60904-1-2 and the light that stands for both', async () => {
  const { bifacial, conditions, figures } = await simulateJson('perc', '--rear-irradiance', '200');
  expect(conditions.rear_irradiance_W_m2).toBe(200);
  const { phi_isc, equivalent_irradiance_W_m2, pmax_both_W_m2 } = bifacial!;
  expect(equivalent_irradiance_W_m2).toBeCloseTo(1000 + 200 * phi_isc, 9);
  expect(pmax_both_W_m2 / figures.pmax_W_m2).toBeCloseTo(1, 7);
  const lumped = await simulateJson('perc', '--rear-irradiance', '200', '--fidelity', 'lumped');
  expect(Math.abs(lumped.figures.pmax_W_m2 / figures.pmax_W_m2 - 1)).toBeLessThan(1e-3);
  const { stdout } = await runCommand('simulate', 'perc', '--rear-irradiance', '200');
  expect(stdout).toMatch(/^Light {5}AM1.5G at 1000 W\/m2 and 200 W\/m2 behind/);
  const { limit, losses } = await simulateJson('perc', '--rear-irradiance', '200', '--losses');
  const lost = losses!.reduce((sum, { efficiency_pct }) => sum + efficiency_pct, 0);
  expect(limit!.efficiency_pct - lost).toBeCloseTo(figures.efficiency_pct, 7);
  expect(losses!.some(({ place }) => place === 'rear.fingers')).toBe(true);
});
