import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageError } from '../../src/cell/errors.ts';
import { listCells, loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { writeFileAtomic } from '../../src/node/writeFileAtomic.ts';
import { minimalCell } from '../cell/minimalCell.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(await listCells())(
  '%s loads, with all the optics it names and the hash of its text',
  async (name) => {
    const cell = await loadCell(name);
    expect(cell.name).toBe(name);
    expect(cell.sha256).toBe(createHash('sha256').update(cell.text).digest('hex'));
    for (const side of [cell.description.front, cell.description.rear]) {
      for (const layer of side.layers) expect(cell.optics[layer.optics]).toBeDefined();
    }
    expect(cell.optics.air).toBeDefined();
  },
);

test("a user's optical constants are found beside the cell file", async () => {
  mkdirSync(join(folder, 'films'));
  writeFileSync(join(folder, 'films/my-ito.csv'), 'wavelength_nm,n,k\n300,2,0.1\n1200,1.8,0.01\n');
  const text = minimalCell
    .replace('optics: a-si', 'optics: a-si-h-n')
    .replace('optics: ito', 'optics: films/my-ito.csv');
  writeFileSync(join(folder, 'mine.yaml'), text);
  const cell = await loadCell(join(folder, 'mine.yaml'));
  expect(cell.name).toBe('mine');
  expect(Array.from(cell.optics['films/my-ito.csv']!.n)).toEqual([2, 1.8]);
});

test("a path that is set is found from the working directory, and so beside no shipped cell's file", async () => {
  const file = join(folder, 'films/my-tco.csv');
  mkdirSync(join(folder, 'films'), { recursive: true });
  writeFileSync(file, 'wavelength_nm,n,k\n300,2,0.1\n1200,1.8,0.01\n');
  const path = relative('.', file);
  const cell = await loadCell('shj', { set: [`front.layers.tco.optics=${path}`] });
  expect(Array.from(cell.optics[file]!.n)).toEqual([2, 1.8]);
  expect(cell.set).toEqual([`front.layers.tco.optics=${path}`]);
  await expect(loadCell('shj', { set: ['wafer.optics=my-tcoo.csv'] })).rejects.toThrow(
    'there is no such file',
  );
});

test('JSON is a cell file too', async () => {
  const { parse } = await import('yaml');
  const text = JSON.stringify(parse(minimalCell.replace('optics: a-si', 'optics: a-si-h-n')));
  writeFileSync(join(folder, 'mine.json'), text);
  expect((await loadCell(join(folder, 'mine.json'))).description.wafer.thickness).toBe(130);
});

test.each(['am1.5g', 'AM1.5G', 'am1.5d', 'am0'])('spectrum %s ships', async (name) => {
  expect((await loadSpectrum(name)).name).toBe(name.toLowerCase());
});

test('a file is written whole, over an older one, or not at all', async () => {
  const path = join(folder, 'out.txt');
  await writeFileAtomic(path, 'old');
  await writeFileAtomic(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  await expect(writeFileAtomic(join(folder, 'none/out.txt'), 'x')).rejects.toThrow(UsageError);
  await expect(writeFileAtomic(folder, 'x')).rejects.toThrow('folder');
});
