import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { IrradianceDocument } from '../../src/report/irradianceDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

const reference = JSON.parse(
  readFileSync(new URL('../reference/pvlib/greensboro_steps.json', import.meta.url), 'utf8'),
) as { yearly_sums: Record<string, number> };

const byPart = JSON.parse(
  readFileSync(new URL('../reference/pvlib/modifiers_by_part.json', import.meta.url), 'utf8'),
) as Record<'fixed' | 'tracker', { effective_W_m2: number; effective_sky_alike_W_m2: number }>;

/** As the reference was made: pvlib's sun, sky light and ground. */
const asReference = ['--site', 'greensboro', '--tilt', '30', '--albedo', '0.25'].concat(
  '--sun',
  'mid-interval',
);

async function document(...words: string[]): Promise<IrradianceDocument> {
  const { exitCode, stdout, stderr } = await runCommand('irradiance', ...words, '--format', 'json');
  expect([exitCode, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as IrradianceDocument;
}

test('sums of a year are those of pvlib, hours sum to months and months to the year', async () => {
  const { schema, site, settings, annual, monthly, hours } = await document(...asReference);
  expect(schema).toBe('solarcell.irradiance/1');
  expect(site.format).toBe('tmy3');
  expect(settings).toMatchObject({ iam: 'physical', sun: 'mid-interval', albedo: 0.25 });
  const sums = reference.yearly_sums;
  const relative = (value: number, name: string) =>
    expect(Math.abs((value * 1000) / sums[name]! - 1), name).toBeLessThan(1e-6);
  relative(annual.poa_kWh_m2, 'poa_perez_W_m2');
  relative(annual.beam_kWh_m2, 'beam_poa_W_m2');
  relative(annual.ground_kWh_m2, 'ground_poa_W_m2');
  // What counts, part by part; pvlib sums the sky over degrees and the horizon over a band.
  const { effective_W_m2, effective_sky_alike_W_m2 } = byPart.fixed;
  expect((annual.effective_kWh_m2 * 1000) / effective_W_m2 - 1).toBeCloseTo(0, 4);
  // What docs/energy.md says of it.
  expect(100 * (effective_W_m2 / effective_sky_alike_W_m2 - 1)).toBeCloseTo(0.26, 2);
  for (const name of ['poa_kWh_m2', 'effective_kWh_m2', 'ghi_kWh_m2'] as const) {
    const ofMonths = monthly.reduce((total, month) => total + month[name], 0);
    expect(ofMonths / annual[name]).toBeCloseTo(1, 12);
  }
  expect(hours).toHaveLength(8760);
  const ofHours = hours.reduce((total, hour) => total + hour.poa_W_m2, 0) / 1000;
  expect(ofHours / annual.poa_kWh_m2).toBeCloseTo(1, 6);
});

test('a tracker and rows give what pvlib gives', async () => {
  const tracker = ['--tracker', 'single-axis', '--gcr', '0.35'];
  const words = asReference.filter((word) => !['--tilt', '30'].includes(word));
  const { annual, hours } = await document(...words, ...tracker);
  const sum = reference.yearly_sums.poa_tracker_perez_W_m2!;
  expect(Math.abs((annual.poa_kWh_m2 * 1000) / sum - 1)).toBeLessThan(1e-6);
  const { effective_W_m2, effective_sky_alike_W_m2 } = byPart.tracker;
  expect((annual.effective_kWh_m2 * 1000) / effective_W_m2 - 1).toBeCloseTo(0, 4);
  expect(100 * (effective_W_m2 / effective_sky_alike_W_m2 - 1)).toBeCloseTo(0.55, 2);
  // What is not defined is null, never a number: a tracker in the dark, the airmass at night.
  expect(hours[0]).toMatchObject({ tilt_deg: null, airmass: null, poa_W_m2: 0 });
});

test('CSV has a line an hour, the table a line a month', async () => {
  const place = ['--clear-sky', '--latitude', '48', '--longitude', '11'];
  const csv = await runCommand('irradiance', ...place, '--format', 'csv');
  const [head, ...rows] = csv.stdout.trimEnd().split('\n');
  expect(head).toMatch(/^time,sun_time,ghi_W_m2,.*,poa_W_m2,.*,cell_temperature_C$/);
  expect(rows).toHaveLength(8760);
  expect(rows.every((row) => row.split(',').length === head!.split(',').length)).toBe(true);
  expect(csv.stdout).not.toContain('NaN');
  const table = await runCommand('irradiance', ...place, '--gcr', '0.4');
  expect(table.stdout).toMatch(/Month.*Behind.*Cell temp/);
  expect(table.stdout).toMatch(/\n All /);
});

test('a horizon takes light from rows, in front and behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  const file = join(folder, 'hills.csv');
  writeFileSync(file, 'azimuth_deg,elevation_deg\n0,5\n90,12\n270,20\n');
  const rows = ['--clear-sky', '--latitude', '48', '--longitude', '11', '--gcr', '0.4'];
  const free = await document(...rows);
  const hidden = await document(...rows, '--horizon', file);
  rmSync(folder, { recursive: true });
  expect(hidden.settings.horizon).toBe(true);
  for (const part of ['poa_kWh_m2', 'rear_kWh_m2'] as const) {
    const kept = hidden.annual[part] / free.annual[part];
    expect(kept).toBeGreaterThan(0.85);
    expect(kept).toBeLessThan(0.99);
  }
});

test.each([
  [[], 'weather is needed: a FILE, --site NAME or --clear-sky'],
  [['--site', 'miamii'], 'unknown site "miamii"; did you mean "miami"?'],
  [['nowhere.epw'], 'weather file nowhere.epw'],
  [['a.epw', '--weather', 'b.epw'], 'two files of weather: a.epw and b.epw'],
  [['--site', 'miami', '--temperature-model', 'balance'], '"balance" is not one of faiman'],
  [
    ['--site', 'miami', '--iam-coefficient', '0.1'],
    '--iam-coefficient belongs to --iam ashrae or --iam martin-ruiz, not to physical',
  ],
  [['--site', 'miami', '--tilt', '120'], '120'],
])('irradiance %j is refused in one line', (words, said) =>
  expectRefused(['irradiance', ...words], said),
);

test('a model of beam light goes before the file, says so, and keeps the global light', async () => {
  const words = ['irradiance', '--site', 'miami', '--tilt', '0', '--format', 'json'];
  const { exitCode, stdout, stderr } = await runCommand(...words, '--decomposition', 'dirint');
  expect(exitCode).toBe(0);
  expect(stderr).toBe(
    "miami  beam and diffuse light are split from global light by Perez' DIRINT model\n",
  );
  const { annual } = JSON.parse(stdout) as IrradianceDocument;
  // On the level the plane gets what the pyranometer does.
  expect(annual.poa_kWh_m2 / annual.ghi_kWh_m2).toBeCloseTo(1, 2);
  const refused = await runCommand('irradiance', '--clear-sky', '--decomposition', 'disc');
  expect(refused.stderr).toBe('solarcell: --clear-sky and --decomposition exclude each other\n');
});
