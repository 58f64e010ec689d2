import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRowFile } from '../../src/node/rows/readRowFile.ts';
import type { YearDocument } from '../../src/report/yearDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Cells by their rating: what is around the cells costs nothing to try. */
const quick = ['compare', 'shj', 'perc', '--cell-model', 'module'];

async function yearJson(...words: string[]): Promise<YearDocument> {
  const { exitCode, stdout, stderr } = await runCommand(...words, '--format', 'json');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as YearDocument;
}

test('coated glass over a year: more than plain, and told with its layers', async () => {
  const module = ['compare', 'perc', '--site', 'miami', '--cell-model', 'module', '--encapsulated'];
  const plain = await yearJson(...module, '--iam', 'physical');
  const coated = await yearJson(...module, '--iam', 'physical', '--glass-coating', '120nm');
  expect(plain.settings.module).toMatchObject({ encapsulant: 'eva-uv', rear: 'glass' });
  expect(coated.settings.module?.glass_coating?.thickness_nm).toBe(120);
  const [before, after] = [plain, coated].map(({ results }) => results[0]!.annual.energy_kWh_m2);
  // From 2.5 % (Guo 2017) to all that plain glass reflects, 4.3 %; less a little for heat.
  expect(after! / before! - 1).toBeGreaterThan(0.025);
  expect(after! / before! - 1).toBeLessThan(0.043);
});

test('a year describes itself: site, settings, cells with causes and months', async () => {
  const document = await yearJson(
    ...['compare', 'shj', 'perc', '--site', 'greensboro', '--tilt', '30'],
    ...['--bifacial', '--albedo', '0.25'],
  );
  expect(document.schema).toBe('solarcell.compare/1');
  expect(document.site).toMatchObject({
    format: 'tmy3',
    latitude_deg: 36.1,
    longitude_deg: -79.95,
    altitude_m: 273,
    time_zone_h: -5,
    intervals: 8760,
    ghi_kWh_m2: 1566.203,
  });
  expect(document.settings).toMatchObject({
    baseline: 'perc',
    mounting: { tracker: 'fixed', tilt_deg: 30, azimuth_deg: 180 },
    transposition: 'perez',
    sun: 'sunlit',
    temperature: { model: 'faiman', u0_W_m2_K: 25, u1_W_s_m3_K: 6.84 },
    iam: 'physical',
    bifacial: true,
  });
  expect(document.results.map(({ cell, model }) => [cell, model])).toEqual([
    ['shj', 'map'],
    ['perc', 'map'],
  ]);
  const [shj, perc] = document.results as [YearDocument['results'][0], YearDocument['results'][0]];
  expect(Object.keys(shj.annual)).toEqual([
    'poa_kWh_m2',
    'rear_kWh_m2',
    'energy_kWh_m2',
    'energy_kWh_kWp',
    'performance_ratio',
    'capacity_factor',
    'gain_pct',
    'specific_gain_pct',
    'causes',
  ]);
  expect(shj.monthly).toHaveLength(12);
  const causes = Object.values(shj.annual.causes).reduce((a, b) => a + b, 0);
  expect(Math.abs(causes - shj.annual.gain_pct)).toBeLessThan(1e-9);
  expect(perc.annual.gain_pct).toBe(0);
  expect(shj.annual.energy_kWh_kWp).toBeCloseTo(
    (shj.annual.energy_kWh_m2 * 1000) / shj.rated_W_m2,
    9,
  );
  expect(Object.keys(document.provenance.cells)).toEqual(['shj', 'perc']);
  // Of the structures of both, 0.95 and 0.73; the share of light behind in the gain is 2 to 3 %.
  expect(shj.bifaciality).toBeGreaterThan(0.9);
  expect(perc.bifaciality).toBeLessThan(0.78);
  expect(shj.annual.causes.bifacial).toBeGreaterThan(2);
  expect(shj.annual.causes.bifacial).toBeLessThan(3);
  // The map's own error is far below what decides between cells.
  for (const { map_error_pct } of document.results) expect(map_error_pct).toBeLessThan(0.01);
});

test('a tracker in rows, light behind, modules of the list and an inverter', async () => {
  const document = await yearJson(
    ...[...quick, '--module', 'panasonic evpv370', '--site', 'miami', '--tracker', 'single-axis'],
    ...['--bifacial', '--inverter', '0.96', '--soiling', '2%', '--temperature-model', 'noct'],
  );
  expect(document.settings).toMatchObject({
    mounting: { tracker: 'single-axis', backtracking: true, gcr: 0.4 },
    rows: { gcr: 0.4, height_m: 1.5, pitch_m: 5 },
    soiling: 0.02,
    inverter: { efficiency: 0.96, dc_ac_ratio: 1.1 },
    temperature: { model: 'noct', noct_C: 45 },
  });
  expect(document.results.map(({ cell }) => cell)).toEqual(['shj', 'perc', 'Panasonic EVPV370']);
  expect(document.results[0]!.annual.rear_kWh_m2).toBeGreaterThan(100);
  // Over a cell that takes light from behind too, and of one that does not.
  expect(document.results[0]!.annual.causes.bifacial).toBeGreaterThan(1);
  expect(document.results[2]!.annual.causes.bifacial).toBeLessThan(-5);
});

test('a clear sky needs no file, and the south faces north', async () => {
  const words = ['--clear-sky', '--latitude', '-33.9', '--longitude', '18.6'];
  const document = await yearJson(...quick, ...words);
  expect(document.settings.mounting).toEqual({ tracker: 'fixed', tilt_deg: 34, azimuth_deg: 0 });
  expect(document.site.time_zone_h).toBe(1);
  expect(document.light.poa_kWh_m2).toBeGreaterThan(2300);
});

test('for people: site, light, the year, why, months, the answer', async () => {
  const { stdout } = await runCommand(...quick, '--site', 'miami');
  expect(stdout).toMatch(/^Site {6}MIAMI/);
  expect(stdout).toContain('Why: parts of the gain over perc, %');
  expect(stdout).toMatch(/shj makes the most per kilowatt: \d/);
  const csv = await runCommand(...quick, '--site', 'miami', '--format', 'csv');
  const lines = csv.stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(1 + 2 * 13);
  expect(lines[0]).toMatch(/^cell,month,poa_kWh_m2,.*cause_rated_pct,/);
});

test('every hour can be written, as Parquet here', async () => {
  const words = ['compare', 'shj', '--cell-model', 'module', '--site', 'miami'];
  const path = join(folder, 'hours.parquet');
  const { stderr } = await runCommand(...words, '--hourly', path, '--output', `${path}.json`);
  expect(stderr).toBe(`wrote ${path}.json\nwrote ${path}\n`);
  const document = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as YearDocument;
  const { schema, columns, metadata, batches } = await readRowFile(path);
  expect(schema).toBe('solarcell.hours/1');
  expect(metadata).toMatchObject({ site: document.site, settings: document.settings });
  const power = columns.findIndex(({ name }) => name === 'power_W_m2');
  let [rows, energy] = [0, 0];
  for await (const batch of batches) {
    for (const row of batch) {
      if (rows++ === 8) expect(row.slice(0, 2)).toEqual(['shj', '1990-01-01T08:00:00-05:00']);
      energy += Number(row[power]) / 1000;
    }
  }
  expect(rows).toBe(8760);
  expect(Math.abs(energy / document.results[0]!.annual.energy_kWh_m2 - 1)).toBeLessThan(1e-6);
});

const horizon = join(folder, 'horizon.csv');
writeFileSync(horizon, 'azimuth_deg,elevation_deg\n0,0\n90,95\n');

test.each([
  [['--tilt', '30'], '--tilt needs --weather FILE, --site NAME or --clear-sky'],
  [['--site', 'miami', '--hours', '5'], '--site and --hours exclude each other'],
  [['--site', 'miami', '--weather', 'a.epw'], '--weather and --site exclude each other'],
  [['--site', 'miamy'], 'unknown site "miamy"; did you mean "miami"?'],
  [['--site', 'miami', '--tilt', '91'], '--tilt "91": 91 is outside 0 deg to 90 deg'],
  [
    ['--site', 'miami', '--tracker', 'dual-axis', '--tilt', '30'],
    '--tilt belongs to --tracker fixed, not to dual-axis',
  ],
  [
    ['--site', 'miami', '--backtracking', 'no'],
    '--backtracking belongs to --tracker single-axis, not to fixed (the default)',
  ],
  [
    ['--site', 'miami', '--temperature-model', 'sapm', '--faiman-u0', '20'],
    '--faiman-u0 belongs to --temperature-model faiman or --temperature-model balance, not to sapm',
  ],
  [['--site', 'miami', '--turbidity', '3'], '--turbidity needs --clear-sky'],
  [['--clear-sky', '--latitude', '30'], '--clear-sky needs --longitude'],
  [['--site', 'miami', '--dc-ac-ratio', '1.3'], '--dc-ac-ratio needs --inverter'],
  [['--site', 'miami', '--soiling', '1%,2%'], 'one value or twelve, by month, are expected, not 2'],
  [['--site', 'miami', '--module', 'LG'], '--module "LG" stands for '],
  [['--site', 'miami', '--module', 'Panasonix'], 'unknown module "Panasonix"'],
  [
    ['--site', 'miami', '--hourly', 'a.xls'],
    'a.xls: rows are in files ending in .ndjson, .jsonl, .csv, .parquet',
  ],
  [['--site', 'miami', '--temperature-model', 'fayman'], 'did you mean "faiman"?'],
  [
    ['--site', 'miami', '--spectral', 'clear-sky', '--spectrum', 'am0'],
    '--spectral clear-sky is for cells rated in am1.5g, not --spectrum am0',
  ],
  [['--site', 'miami', '--horizon', horizon], 'elevation_deg: 95 is outside 0 to 90'],
  [['--weather', 'none.epw'], 'weather file none.epw: there is no such file'],
  [['--site', 'miami', '--glass', '2mm'], '--glass needs --encapsulated'],
  [
    ['--site', 'miami', '--encapsulated', '--backsheet', '0.8', '--bifacial'],
    '--backsheet and --bifacial exclude each other',
  ],
  [['--site', 'miami', '--baseline', 'topcon'], 'baseline "topcon" is not among the cells'],
])('%j is refused in one line', (words, said) => expectRefused([...quick, ...words], said));
