import { expect, test } from 'vitest';
import type { CompareDocument } from '../../src/report/compareDocument.ts';
import type { SkinDocument } from '../../src/report/skinDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

async function skinJson(...words: string[]): Promise<SkinDocument> {
  const { exitCode, stdout, stderr } = await runCommand('skin', ...words, '--format', 'json');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as SkinDocument;
}

test('skin tells both sides of a cell and what they are worth', async () => {
  const set = 'rear.contact.j0=12fA/cm^2';
  const document = await skinJson('perc', '--set', set);
  expect(document.schema).toBe('solarcell.skin/1');
  expect(document.conditions).toEqual({
    spectrum: 'am1.5g',
    irradiance_W_m2: 1000,
    temperature_C: 25,
    set: [set],
  });
  const { front, rear } = document.skins;
  expect([front.side, front.collects, rear.side, rear.collects]).toEqual([
    'front',
    'electrons',
    'rear',
    'holes',
  ]);
  expect(rear.j0_fA_cm2).toBeCloseTo(12, 4);
  expect(front.sheet_resistance_ohm).toBeGreaterThan(50);
  // Nothing conducts in a skin without depth.
  expect(rear.sheet_resistance_ohm).toBeUndefined();
  expect(document.figures.map((row) => row.fidelity)).toEqual(['detailed', 'lumped']);
  expect(Math.abs(document.efficiency_difference_pct)).toBeLessThan(0.1);
});

test('skin follows the conditions asked for', async () => {
  const document = await skinJson('al-bsf', '--temperature', '50', '--irradiance', '400');
  expect(document.conditions).toMatchObject({ irradiance_W_m2: 400, temperature_C: 50 });
  expect(document.skins.rear.temperature_C).toBe(50);
  const cool = await skinJson('al-bsf');
  expect(document.skins.rear.j0_fA_cm2).toBeGreaterThan(10 * cool.skins.rear.j0_fA_cm2);
  expect(Math.abs(document.efficiency_difference_pct)).toBeLessThan(0.1);
});

test('skin prints a table, Markdown and CSV', async () => {
  const table = await runCommand('skin', 'perc');
  expect(table.stdout).toContain('Skins of perc');
  expect(table.stdout).toContain('Efficiency differs by');
  const markdown = await runCommand('skin', 'perc', '--format', 'markdown');
  expect(markdown.stdout).toContain('| front | electrons |');
  const csv = await runCommand('skin', 'perc', '--format', 'csv');
  const lines = csv.stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('side,collects,j0_fA_cm2,');
});

test('compare takes the fidelity, says so, and gives the same answer', async () => {
  const words = [
    'compare',
    'shj',
    'perc',
    '--irradiance',
    '600',
    '--temperature',
    '15,55',
    '--format',
    'json',
  ];
  const compare = async (fidelity: string) => {
    const { stdout } = await runCommand(...words, '--fidelity', fidelity);
    return JSON.parse(stdout) as CompareDocument;
  };
  const lumped = await compare('lumped');
  const detailed = await compare('detailed');
  expect(lumped.conditions.fidelity).toBe('lumped');
  expect(detailed.conditions.fidelity).toBeUndefined();
  lumped.results.forEach((row, i) => {
    const same = detailed.results[i]!;
    expect(row.cell).toBe(same.cell);
    expect(Math.abs(row.efficiency_pct / same.efficiency_pct - 1)).toBeLessThan(1e-3);
    expect(row.photons).toEqual(same.photons);
  });
  const table = await runCommand('compare', 'shj', 'perc', '--fidelity', 'lumped');
  expect(table.stdout).toContain('lumped');
});

test.each([
  ['skin', 'something is missing after "skin"'],
  ['skin shk', 'did you mean "shj"?'],
  ['skin shj --temperature 20,30', 'one value is expected'],
  ['skin shj --temperature 500', 'outside -40 degC to 120 degC'],
  ['skin shj --irradiance 0', 'outside 0.1 W/m^2'],
  ['skin shj --irradiance bright', 'not a number'],
  ['skin shj --set wafer.thikness=100um', 'did you mean "thickness"?'],
  ['skin shj --format jsn', '--format "jsn" is not one of table'],
  ['skin shj --iradiance 100', 'unknown option --iradiance; did you mean "--irradiance"?'],
  ['compare shj --fidelity lumpd', '--fidelity "lumpd" is not one of detailed, lumped'],
])('%s -> %s', (line, said) => expectRefused(line.split(' '), said));

test('a cell that a contact blocks is said to have no skins', async () => {
  const set = 'rear.contact.electron_velocity=1e-30cm/s';
  const { exitCode, stderr } = await runCommand('skin', 'topcon', '--set', set);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('delivers no power');
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
