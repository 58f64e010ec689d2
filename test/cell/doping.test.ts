import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dopingAt, parseDopingTable } from '../../src/cell/dopingTable.ts';
import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { defectLifetimes } from '../../src/physics/knownDefects.ts';

const folder = mkdtempSync(join(tmpdir(), 'solarcell-doping-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = async (name: string, ...set: string[]) =>
  simulateCell(await loadCell(name, { set }), {
    spectrum: await loadSpectrum('am1.5g'),
    irradiance: 1000,
    temperature: 25,
  });

describe('a measured doping profile', () => {
  // The emitter of the PERC cell, as an ECV measurement would list it.
  const rows = Array.from({ length: 120 }, (_, k) => {
    const um = 0.005 * k;
    return `${um},${2.5e19 * Math.exp(-((um / 0.2) ** 2)) + 1}`;
  });
  const file = join(folder, 'emitter.csv');
  writeFileSync(file, `# as from ECV\ndepth_um,density_cm3\n${rows.join('\n')}\n`);

  it('gives the cell that the same formula gives', async () => {
    const { text } = await loadCell('perc');
    const cell = join(folder, 'perc.yaml');
    writeFileSync(
      cell,
      text.replace(
        /profile: gaussian, peak: [^,]*, depth: [^ ]* um/,
        'profile: table, file: emitter.csv',
      ),
    );
    const formula = await at('perc');
    const table = await at(cell);
    expect(table.voc_V).toBeCloseTo(formula.voc_V, 5);
    expect(table.efficiency_pct).toBeCloseTo(formula.efficiency_pct, 3);
  });

  it('is read in um or nm, interpolated in its logarithm, and falls on beyond its end', () => {
    const table = parseDopingTable('depth_nm,density_cm3\n10,1e20\n110,1e18\n', 'p.csv');
    expect(dopingAt(table, 0)).toBe(1e20);
    expect(dopingAt(table, 60e-7) / 1e19).toBeCloseTo(1, 10);
    expect(dopingAt(table, 160e-7) / 1e17).toBeCloseTo(1, 10);
  });

  it.each([
    ['depth_um,density_cm3\n0,1e20\n', /two depths/],
    ['depth_um,density_cm3\n0,1e20\n0.1,-3\n', /p\.csv:3.*-3 is outside/],
    ['depth_um,cm3\n0,1e20\n0.1,3\n', /"density_cm3" is missing/],
  ])('with a fault is refused: %j', (text, message) => {
    expect(() => parseDopingTable(text, 'p.csv')).toThrow(message);
  });
});

describe('profiles', () => {
  it('exponential, erfc and gaussian of one peak and depth hold more dopants in that order', async () => {
    const voc = async (profile: string) =>
      (await at('perc', `wafer.diffusions.emitter.profile=${profile}`)).voc_V;
    // Integrals over depth: 1, 0.564, 0.886 of peak times depth; more dopants recombine more.
    const [exponential, erfc, gaussian] = [
      await voc('exponential'),
      await voc('erfc'),
      await voc('gaussian'),
    ];
    expect(exponential).toBeLessThan(gaussian + 2e-3);
    expect(Math.abs(erfc - gaussian)).toBeLessThan(5e-3);
  });
});

describe('named recombination centres', () => {
  it('have the published asymmetry', () => {
    // Istratov 1999: sigma_n/sigma_p of interstitial iron is 37.
    expect(defectLifetimes('iron-interstitial', 1e-4, 'p').hole).toBeCloseTo(3.7e-3, 10);
    expect(defectLifetimes('boron-oxygen', 1e-4, 'n').electron).toBeCloseTo(1e-4 / 9.3, 10);
  });

  it('interstitial iron costs current at low injection and spares voltage', async () => {
    const set = (defect: string) => [`wafer.lifetime={defect: ${defect}, minority: 30us}`];
    const iron = await at('perc', ...set('iron-interstitial'));
    const midgap = await at('perc', ...set('midgap'));
    // Asymmetric capture recombines less in high injection: higher Voc for the same Jsc.
    expect(iron.voc_V).toBeGreaterThan(midgap.voc_V);
    expect(iron.jsc_mA_cm2).toBeCloseTo(midgap.jsc_mA_cm2, 0);
  });
});
