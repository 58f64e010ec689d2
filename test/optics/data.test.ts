import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNumericTable } from '../../src/light/numericTable.ts';
import { parseSpectrumCsv } from '../../src/light/parseSpectrumCsv.ts';
import { parseOpticalConstants } from '../../src/optics/parseOpticalConstants.ts';

const data = new URL('../../data/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, data), 'utf8');
const files = (folder: string) =>
  readdirSync(new URL(folder, data))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => `${folder}/${name}`);

describe('data that ship', () => {
  const catalogue = read('README.md');
  const licences = read('LICENCES.md');

  it.each([...files('optics'), ...files('spectra')])('%s says where it comes from', (path) => {
    const text = read(path);
    const { columns, notes } = parseNumericTable(text, path);
    const wavelength = columns.get('wavelength_nm') ?? [];
    expect(notes.get('source')).toMatch(/\S/);
    expect(notes.get('licence')).toMatch(/^(CC0-1\.0|MIT|public standard table;)/);
    const range = /^([\d.]+) to ([\d.]+) nm, (\d+) points$/.exec(notes.get('range') ?? '') ?? [];
    expect(range.slice(1).map(Number)).toEqual([
      wavelength[0],
      wavelength[wavelength.length - 1],
      wavelength.length,
    ]);
    const name = path.slice(path.indexOf('/') + 1);
    expect(catalogue).toContain(`\`${name}\``);
    // A licence that asks for its notice to be passed on has it beside the data.
    if (!notes.get('licence')?.startsWith('CC0')) expect(licences).toContain(`\`${path}\``);
  });

  it.each(files('optics'))('%s has n and k', (path) => {
    const { wavelength, n, k } = parseOpticalConstants(read(path), { name: path });
    expect([n.length, k.length]).toEqual([wavelength.length, wavelength.length]);
  });

  it.each(files('spectra'))('%s holds light', (path) => {
    expect(parseSpectrumCsv(read(path), { name: path }).source).toMatch(/\S/);
  });
});
