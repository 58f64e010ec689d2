import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BestDocument } from '../../src/report/bestDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'sweep-cli-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const plan = `cell: cells/mine.yaml
fidelity: lumped
figures: [efficiency]
vary:
  irradiance: lin(200:1000:30)
  temperature: lin(15:60:40)
`;

// One sweep in two parts, merged: what all tests read.
beforeAll(async () => {
  mkdirSync(at('cells'));
  const { stdout } = await runCommand('cells', 'show', 'perc');
  writeFileSync(at('cells/mine.yaml'), stdout);
  writeFileSync(at('plan.yaml'), plan);
  for (const shard of ['1/2', '2/2']) {
    const words = ['--output', at('s.csv'), '--jobs', '1', '--shard', shard];
    const { exitCode, stderr } = await runCommand('sweep', at('plan.yaml'), ...words);
    expect(stderr).toContain('rows\n');
    expect(exitCode).toBe(0);
  }
}, 60_000);

describe('sweep', () => {
  test('a plan finds its cell beside itself; a table, CSV and NDJSON of the same rows', async () => {
    const words = [
      'sweep',
      at('plan.yaml'),
      '--vary',
      'irradiance=500',
      '--vary',
      'temperature=25',
    ];
    const table = await runCommand(...words);
    expect(table.stdout).toMatch(/^1 point\n irradiance {2}temperature {2}efficiency\n/);
    const csv = (await runCommand(...words, '--format', 'csv')).stdout.split('\n');
    const ndjson = (await runCommand(...words, '--format', 'ndjson')).stdout.split('\n');
    const row = JSON.parse(ndjson[1]!) as Record<string, number>;
    expect(csv.at(-2)).toBe(`0,500,25,${row.efficiency_pct},ok,`);
    expect(row.efficiency_pct).toBeGreaterThan(15);
  });

  test('the energy of a year is that of compare', async () => {
    const field = ['--site', 'miami', '--tilt', '10', '--module-loss', '3%'];
    const words = ['--target', 'energy', ...field, '--format', 'csv'];
    const { stdout } = await runCommand('sweep', 'perc', ...words);
    const [point, energy, specific, status] = stdout.split('\n').at(-2)!.split(',');
    expect([point, status]).toEqual(['0', 'ok']);
    const year = await runCommand('compare', 'perc', ...field, '--format', 'csv');
    const [names, annual] = year.stdout.split('\n').map((line) => line.split(','));
    const figure = (name: string) => Number(annual![names!.indexOf(name)]);
    expect(Number(energy)).toBeCloseTo(figure('energy_kWh_m2'), 9);
    expect(Number(specific)).toBeCloseTo(figure('energy_kWh_kWp'), 9);
  });

  test('planes and skies move as cells do, each point what compare gives there', async () => {
    const axes = ['--vary', 'site=miami,greensboro', '--vary', 'tilt=10:30:20'];
    const words = ['--target', 'energy', ...axes, '--let', 'azimuth = 180 deg - tilt / 2'];
    const { stdout } = await runCommand('sweep', 'al-bsf', ...words, '--format', 'csv');
    const rows = stdout
      .split('\n')
      .slice(-5, -1)
      .map((line) => line.split(','));
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['0', 'miami', '10', '175'],
      ['1', 'miami', '30', '165'],
      ['2', 'greensboro', '10', '175'],
      ['3', 'greensboro', '30', '165'],
    ]);
    const last = ['--site', 'greensboro', '--tilt', '30', '--azimuth', '165'];
    const year = await runCommand('compare', 'al-bsf', ...last, '--format', 'csv');
    const [names, annual] = year.stdout.split('\n').map((line) => line.split(','));
    const figure = Number(annual![names!.indexOf('energy_kWh_m2')]);
    // Planes share a map of a wider range: each is within 1e-4 of the cell's power.
    expect(Math.abs(Number(rows[3]![4]) / figure - 1)).toBeLessThan(2e-5);
  });

  test('an estimate, and the schema of plans', async () => {
    const { stdout } = await runCommand('sweep', at('plan.yaml'), '--dry-run');
    expect(stdout).toMatch(/^points {6}1200\ntried/);
    const schema = JSON.parse((await runCommand('sweep', '--schema')).stdout) as {
      properties: Record<string, unknown>;
    };
    expect(Object.keys(schema.properties)).toContain('vary');
  });

  test.each([
    [['perc', '--vary', 'wafer.tickness=1um,2um'], 'did you mean "thickness"'],
    [['perc', '--vary', 'irradiance'], 'expected wafer.thickness=100um:200um:10um'],
    [
      ['perc', '--vary', 'irradiance=1,2', '--shard', '3/2', '--output', at('x.csv')],
      'the first part',
    ],
    [['perc', '--vary', 'irradiance=1,2', '--output', at('x.xls')], 'files ending in'],
    [
      ['perc', '--vary', 'irradiance=1,2', '--output', at('none/x.csv')],
      'its folder does not exist',
    ],
    [['perc', '--target', 'energy', '--site', 'miani'], 'did you mean "miami"?'],
    [['perc', '--target', 'energy', '--tilt', '5'], 'needs --weather FILE'],
    [['perc', '--site', 'miami'], 'is for the target energy'],
    [['perc', '--vary', 'tilt=10,20'], 'tilt is of a year of weather: it needs --target energy'],
    [
      ['perc', '--target', 'energy', '--site', 'miami', '--vary', 'titl=10,20'],
      'did you mean "tilt"?',
    ],
    [['perc', '--target', 'energy', '--site', 'miami', '--vary', 'tilt=10,95'], '95 is outside'],
    [['perc', '--target', 'energy', '--vary', 'site=miani'], 'did you mean "miami"?'],
    [
      ['perc', '--target', 'energy', '--vary', 'tracker=fixed,singel-axis', '--site', 'miami'],
      'did you mean "single-axis"?',
    ],
    [
      [
        'perc',
        '--target',
        'energy',
        '--site',
        'miami',
        '--tracker',
        'dual-axis',
        '--vary',
        'tilt=1',
      ],
      '--tilt belongs to --tracker fixed',
    ],
    [['perc', '--target', 'energy', '--site', 'miami', '--fidelity', 'lumped'], 'not lumped'],
    [['perc', '--engine', 'slurm', '--output', at('x.csv')], 'needs --shards'],
    [['perc', '--resume', '--overwrite', '--output', at('x.csv')], 'exclude each other'],
  ])('%j is refused', async (words, said) => {
    await expectRefused(['sweep', ...words], said);
  });
});

describe('merge and best', () => {
  const parts = [at('s.part-1-of-2.csv'), at('s.part-2-of-2.csv')];

  test('parts are merged to any format, and read back from it', async () => {
    const { stderr } = await runCommand('merge', ...parts, '--output', at('s.parquet'));
    expect(stderr).toBe(`wrote ${at('s.parquet')}: 1200 rows of 2 parts\n`);
    await runCommand('merge', ...parts, '--output', at('s.ndjson'));
    const read = async (name: string) =>
      JSON.parse((await runCommand('best', at(name), '--format', 'json')).stdout) as BestDocument;
    const parquet = await read('s.parquet');
    expect({ ...(await read('s.ndjson')), file: '' }).toEqual({ ...parquet, file: '' });
    expect(parquet).toMatchObject({ by: 'efficiency_pct', rows: 1200, failed: 0, valued: 1200 });
    // Cold and bright.
    expect(parquet.best[0]).toMatchObject({ irradiance_W_m2: 1000, temperature_C: 15 });
    expect(parquet.best.length).toBe(10);
    const [first] = parquet.sensitivity.inputs;
    expect(first).toMatchObject({ input: 'temperature_C', from: 15, to: 60 });
    expect(first!.coefficient).toBeLessThan(-0.9);
  });

  test('a table, CSV, and a map', async () => {
    const words = ['best', parts[0]!, '--by', 'efficiency'];
    const { stdout } = await runCommand(...words, '--top', '2', '--minimise');
    expect(stdout).toMatch(/^2 of \d+ points with the lowest efficiency\n/);
    expect(stdout).toContain('What moves efficiency');
    expect(stdout).toContain('The linear model explains 9');
    const csv = await runCommand(...words, '--top', '3', '--format', 'csv');
    expect(csv.stdout.split('\n').length).toBe(5);
    const drawn = await runCommand(...words, '--plot');
    expect(drawn.stdout).toContain('Cell temperature (°C)');
  });

  test.each([
    [['merge', parts[0]!, '--output', at('y.csv')], 'part 2 of 2 is missing'],
    [['best', parts[0]!, '--by', 'eficiency'], 'did you mean "efficiency"?'],
    [['best', at('nothing.csv')], 'there is no such file'],
    [['best', at('plan.yaml')], 'files ending in .ndjson'],
    [['best', parts[0]!, '--top', '-1'], 'a whole number from 1'],
  ])('%j is refused', async (words, said) => {
    await expectRefused(words, said);
  });
});
