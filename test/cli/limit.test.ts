import { expect, test } from 'vitest';
import { loadCell } from '../../src/node/loadCell.ts';
import { siliconModels } from '../../src/physics/siliconModels.ts';
import type { LimitDocument } from '../../src/report/limitDocument.ts';
import type { ModelsDocument } from '../../src/report/modelsDocument.ts';
import { expectRefused, runCommand } from './runCommand.ts';

async function limitJson(...words: string[]): Promise<LimitDocument> {
  const { exitCode, stdout, stderr } = await runCommand('limit', ...words, '--format', 'json');
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as LimitDocument;
}

test('the silicon limit says which optics and which Auger recombination it is of', async () => {
  const words = ['--material', 'silicon', '--thickness', '110um', '--auger', 'richter2013'];
  const document = await limitJson(...words);
  expect(document.schema).toBe('solarcell.limit/1');
  expect(Math.abs(document.efficiency_pct - 29.43)).toBeLessThan(0.03);
  expect(document.jsc_mA_cm2).toBeCloseTo(43.3, 1);
  expect(document.voc_V).toBeCloseTo(0.761, 3);
  expect(document.models).toMatchObject({ optics: 'tiedje', auger: 'richter2012' });
  const { stdout } = await runCommand('limit', ...words);
  expect(stdout).toContain('Optics    tiedje (T. Tiedje');
  expect(stdout).toContain('Auger     richter2012 (A. Richter');
});

test('over a range the best is the limit', async () => {
  const document = await limitJson('--gap', '1:1.8:0.02');
  expect(document.results).toHaveLength(41);
  expect(document.band_gap_eV).toBeCloseTo(1.34, 6);
  expect(document.efficiency_pct).toBe(
    Math.max(...document.results.map((row) => row.efficiency_pct)),
  );
  const { stdout } = await runCommand('limit', '--gap', '1.34,1.42', '--format', 'csv');
  expect(stdout.trimEnd().split('\n')).toHaveLength(3);
});

test('an irradiance scales the light and is what the efficiency refers to', async () => {
  const tabulated = await limitJson('--gap', '1.34');
  const scaled = await limitJson('--gap', '1.34', '--irradiance', '500');
  expect(scaled.conditions.irradiance_W_m2).toBe(500);
  expect(scaled.jsc_mA_cm2).toBeCloseTo((tabulated.jsc_mA_cm2 * 500) / 1000.37, 3);
  expect(scaled.voc_V).toBeLessThan(tabulated.voc_V);
});

test.each([
  ['limit', 'limit needs --gap (1.34) or --material silicon'],
  ['limit --gap 1.34 --material silicon', '--gap and --material exclude each other'],
  ['limit --gap wide', 'not a number'],
  ['limit --gap 0.1', 'outside 0.35 eV to 4 eV'],
  ['limit --gap 1.1um', 'not a "eV"'],
  ['limit --material germanium', '--material "germanium" is not one of silicon'],
  ['limit --material silicon --auger richter', 'is not one of richter2012'],
  ['limit --material silicon --thickness 0', 'outside 0.1 um to 10000 um'],
  ['limit --material silicon --doping 1e20', 'outside 0 cm^-3'],
  ['limit --material silicon --type p', '--type needs --doping'],
  ['limit --material silicon --temperature 20,30', 'one value is expected'],
  ['limit --gap 1.34 --spectrum am15g', 'did you mean "am1.5g"?'],
  ['models --format jsn', '--format "jsn" is not one of table'],
  ['limit --gapp 1', 'unknown option --gapp; did you mean "--gap"?'],
])('%s -> %s', (line, said) => expectRefused(line.split(' '), said));

test('models lists everything that a cell file may choose, each with a reference', async () => {
  const { stdout } = await runCommand('models', '--format', 'json');
  const { schema, models } = JSON.parse(stdout) as ModelsDocument;
  expect(schema).toBe('solarcell.models/1');
  for (const [model, names] of Object.entries(siliconModels)) {
    const listed = models.filter((row) => row.model === model);
    expect(listed.map((row) => row.name)).toEqual(names);
    expect(listed.map((row) => row.default)).toEqual(names.map((_, i) => i === 0));
  }
  // The default is what a cell has that names none.
  const { description } = await loadCell('shj', { set: ['wafer.models={}'] });
  for (const [field, name] of Object.entries(description.wafer.models)) {
    const listed = models.filter((row) => row.choose === `wafer.models.${field}`);
    expect(
      listed.filter((row) => row.default).map((row) => row.name),
      field,
    ).toEqual([name]);
  }
  for (const [choose, names] of [
    ['front.contact.model', ['pinned', 'neutral', 'schottky']],
    ['wafer.lifetime.defect', ['boron-oxygen', 'iron-interstitial', 'iron-boron']],
    ['front.texture', ['planar', 'random-pyramids']],
    ['wafer.diffusions.profile', ['gaussian', 'erfc', 'uniform']],
  ] as const) {
    const listed = models.filter((row) => row.choose === choose).map((row) => row.name);
    expect(listed).toEqual(expect.arrayContaining([...names]));
  }
  for (const row of models) expect(row.reference.length).toBeGreaterThan(5);
  const table = await runCommand('models');
  expect(table.stdout).toContain('wafer.models.auger');
});
