import { expect, test } from 'vitest';
import type { RatingDocument } from '../../src/report/ratingDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

test('rate gives the 22 points, and simulate the same power at one of them', async () => {
  const { exitCode, stdout, stderr } = await runCommand('rate', 'shj', '--format', 'json');
  expect([exitCode, stderr]).toEqual([0, '']);
  const document = JSON.parse(stdout) as RatingDocument;
  expect(document.schema).toBe('solarcell.rating/1');
  expect(document.results).toHaveLength(22);
  const words = ['simulate', 'shj', '--irradiance', '800', '--temperature', '50'];
  const single = JSON.parse((await runCommand(...words, '--format', 'json')).stdout) as {
    figures: { pmax_W_m2: number };
  };
  const point = document.results.find(
    (one) => one.irradiance_W_m2 === 800 && one.temperature_C === 50,
  )!;
  expect(Math.abs(point.pmax_W_m2 / single.figures.pmax_W_m2 - 1)).toBeLessThan(1e-8);
});

test('rate prints a matrix for people and a line a point for programs', async () => {
  const table = await runCommand('rate', 'perc');
  expect(table.stdout).toContain('Points    IEC 61853-1, am1.5g');
  expect(table.stdout).toMatch(/Irradiance {2} 15 °C {3}25 °C {3}50 °C {3}75 °C/);
  const csv = await runCommand('rate', 'perc', '--format', 'csv');
  const [head, ...rows] = csv.stdout.trimEnd().split('\n');
  expect(head).toBe('irradiance_W_m2,temperature_C,pmax_W_m2,efficiency_pct,relative');
  expect(rows).toHaveLength(22);
});

test('a cell that is none is refused with the nearest', () =>
  expectRefused(['rate', 'shk'], 'did you mean "shj"'));

test('in weather a cell gets its energy rating, and every figure of it', async () => {
  const words = ['rate', 'perc', '--site', 'miami', '--format', 'json'];
  const document = JSON.parse((await runCommand(...words)).stdout) as RatingDocument;
  const { climate } = document;
  expect(climate?.settings).toMatchObject({
    mounting: { tilt_deg: 20, azimuth_deg: 180 },
    iam: 'martin-ruiz 0.16',
  });
  expect(climate!.cser).toBeGreaterThan(0.85);
  expect(climate!.cser).toBeLessThan(0.95);
  const hours = climate!.energy_kWh_kWp / climate!.poa_kWh_m2;
  expect(Math.abs(hours / climate!.cser - 1)).toBeLessThan(1e-12);
});

test.each([
  [['--climate', 'none.csv'], 'climate file none.csv: there is no such file'],
  [['--climate', 'a.csv', '--tilt', '30'], '--climate and --tilt exclude each other'],
  [['--tilt', '30'], '--tilt needs --weather FILE, --site NAME or --clear-sky'],
  [
    ['--site', 'miami', '--iam', 'own', '--iam-coefficient', '0.2'],
    '--iam-coefficient belongs to --iam martin-ruiz, not to own',
  ],
])('rate refuses %j', async (words, line) => {
  const { exitCode, stderr } = await runCommand('rate', 'perc', ...words);
  expect([exitCode, stderr]).toEqual([2, `solarcell: ${line}\n`]);
});
