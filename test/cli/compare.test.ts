import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CompareDocument } from '../../src/report/compareDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

async function compareJson(...words: string[]): Promise<CompareDocument> {
  const { exitCode, stdout, stderr } = await runCommand('compare', ...words, '--format', 'json');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as CompareDocument;
}

/** Every number in a document. */
function numbersIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? [] : [value];
  return Object.values(value).flatMap(numbersIn);
}

test('JSON describes itself: conditions, results with units, provenance', async () => {
  const document = await compareJson();
  expect(document.schema).toBe('solarcell.compare/1');
  expect(document.conditions).toMatchObject({
    spectrum: 'am1.5g',
    irradiance_W_m2: [1000],
    temperature_C: [25],
    baseline: 'perc',
  });
  expect(document.results.map((result) => result.cell)).toEqual([
    'shj',
    'topcon',
    'perc',
    'al-bsf',
  ]);
  expect(Object.keys(document.results[0]!)).toEqual([
    'cell',
    'irradiance_W_m2',
    'temperature_C',
    'voc_V',
    'jsc_mA_cm2',
    'ff_pct',
    'efficiency_pct',
    'vmp_V',
    'jmp_mA_cm2',
    'pmax_W_m2',
    'photons',
    'gain_pct',
  ]);
  expect(Object.keys(document.provenance.cells)).toEqual(['shj', 'topcon', 'perc', 'al-bsf']);
  for (const hash of Object.values(document.provenance.cells)) {
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  }
  for (const value of numbersIn(document)) expect(value).toSatisfy(Number.isFinite);
});

test('the key figures of a result belong together', async () => {
  for (const result of (await compareJson()).results) {
    const { voc_V, jsc_mA_cm2, ff_pct, vmp_V, jmp_mA_cm2, pmax_W_m2, efficiency_pct } = result;
    expect(vmp_V * jmp_mA_cm2 * 10).toBeCloseTo(pmax_W_m2, 9);
    expect((voc_V * jsc_mA_cm2 * ff_pct) / 10).toBeCloseTo(pmax_W_m2, 9);
    expect((100 * pmax_W_m2) / 1000).toBeCloseTo(efficiency_pct, 9);
  }
});

test('one result for each irradiance, temperature and cell, with energy and gain', async () => {
  const document = await compareJson(
    ...['shj', 'perc', '--irradiance', '200:1000:800', '--temperature', '25,45', '--hours', '2'],
  );
  expect(document.results).toHaveLength(8);
  for (const result of document.results) {
    expect(result.energy_kWh_m2).toBeCloseTo((2 * result.pmax_W_m2) / 1000, 12);
    const base = document.results.find(
      (other) =>
        other.cell === 'perc' &&
        other.irradiance_W_m2 === result.irradiance_W_m2 &&
        other.temperature_C === result.temperature_C,
    )!;
    expect(result.gain_pct).toBeCloseTo(100 * (result.pmax_W_m2 / base.pmax_W_m2 - 1), 9);
  }
});

test('--set reaches the cell and is told', async () => {
  const thick = await compareJson('shj');
  const thin = await compareJson(
    'shj',
    '--set',
    'wafer.thickness=60um',
    '--set',
    'circuit.shading=0',
  );
  expect(thin.conditions.set).toEqual(['wafer.thickness=60um', 'circuit.shading=0']);
  expect(thin.results[0]!.photons.shaded).toBe(0);
  expect(thin.results[0]!.voc_V).toBeGreaterThan(thick.results[0]!.voc_V);
});

test('the summer day: energy between 15 and 30 % of its 7.948 kWh/m2 of light', async () => {
  const document = await compareJson('shj', 'al-bsf', '--profile', 'summer-day');
  expect(document.conditions.profile).toMatchObject({
    name: 'summer-day',
    rows: 17,
    hours: 16,
    peak_irradiance_W_m2: 970,
    temperature: 'of the profile',
  });
  expect(document.conditions.profile!.insolation_kWh_m2).toBeCloseTo(7.948, 9);
  for (const { energy_kWh_m2 } of document.results) {
    expect(energy_kWh_m2! / 7.948).toBeGreaterThan(0.15);
    expect(energy_kWh_m2! / 7.948).toBeLessThan(0.3);
  }
});

test('--output writes whole files in the format of their ending and leaves nothing beside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  try {
    for (const [file, start] of Object.entries({
      'out.json': '{\n  "schema": "solarcell.compare/1"',
      'out.csv': 'cell,irradiance_W_m2,temperature_C,voc_V',
      'out.md': '- Light: AM1.5G',
      'out.txt': 'Light     AM1.5G',
    })) {
      const { exitCode, stdout } = await runCommand(
        'compare',
        'perc',
        '--output',
        join(folder, file),
      );
      expect(exitCode).toBe(0);
      expect(stdout).toBe('');
      expect(readFileSync(join(folder, file), 'utf8').startsWith(start)).toBe(true);
    }
    expect(readdirSync(folder).sort()).toEqual(['out.csv', 'out.json', 'out.md', 'out.txt']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the same input gives the same bytes', async () => {
  const [first, second] = [await runCommand('compare'), await runCommand('compare')];
  expect(second.stdout).toBe(first.stdout);
});

test('a copy of a cell that still has its name is told from it by its file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  try {
    const mine = join(folder, 'mine.yaml');
    const { stdout: text } = await runCommand('cells', 'show', 'perc');
    writeFileSync(mine, text);
    const { stdout, stderr } = await runCommand('compare', mine, 'perc', '--baseline', 'perc');
    expect(stderr).toBe(
      `note: ${mine} says it is "perc", as another cell does; here it is "mine"\n`,
    );
    expect(stdout).toContain('mine makes the most power: as much as perc.');
    const words = ['compare', mine, 'perc', '--format', 'json', '--quiet'];
    const { results, provenance } = JSON.parse((await runCommand(...words)).stdout);
    expect(results.map(({ cell }: { cell: string }) => cell)).toEqual(['mine', 'perc']);
    expect(provenance.cells.mine).toBe(provenance.cells.perc);
  } finally {
    rmSync(folder, { recursive: true });
  }
  await expectRefused(['compare', 'shj', 'shj'], 'two of the cells are named "shj"; give one');
});
