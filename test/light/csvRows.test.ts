import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from '../../src/light/csvRows.ts';
import { parseSpectrumCsv } from '../../src/light/parseSpectrumCsv.ts';

/** A spectrum as a spreadsheet writes it: with its separator, decimal mark and ends of lines. */
function written(rows: readonly (readonly number[])[], separator: string, mark: string): string {
  const lines = rows.map((row) =>
    row.map((value) => String(value).replace('.', mark)).join(separator),
  );
  const head = ['wavelength_nm', 'irradiance_W_m2_nm'].join(separator);
  return `# of a spreadsheet\n\n${head}\n${lines.join('\n')}\n\n`;
}

test('a spectrum is the same whatever separates its columns and its decimals', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 2, maxLength: 30 }),
      (values) => {
        const rows = values.map((value, i) => [300.25 + i, value / 1000]);
        const read = (text: string) => parseSpectrumCsv(text, { name: 'a' });
        const plain = read(written(rows, ',', '.'));
        for (const [separator, mark] of [
          [';', '.'],
          [';', ','],
          ['\t', '.'],
          ['\t', ','],
        ] as const) {
          expect(read(written(rows, separator, mark))).toEqual(plain);
        }
      },
    ),
  );
});

test('what is no decimal comma stays: dates, names, thousands, and commas beside points', () => {
  const cells = (text: string) => csvRows(text).map((row) => row.cells);
  expect(cells('a;b\n06:00;x, y\n')).toEqual([
    ['a', 'b'],
    ['06:00', 'x, y'],
  ]);
  expect(cells('a;b\n1,000;2\n')[1]).toEqual(['1,000', '2']);
  expect(cells('a;b\n1,5;2.5\n')[1]).toEqual(['1,5', '2.5']);
  expect(cells('a;b\n1,5;0,001\n')[1]).toEqual(['1.5', '0.001']);
});

test('one quoted cell with another separator inside does not change the separator', () => {
  expect(csvRows('name,note\n"a;b","c;d"\n').map((row) => row.cells)).toEqual([
    ['name', 'note'],
    ['a;b', 'c;d'],
  ]);
});
