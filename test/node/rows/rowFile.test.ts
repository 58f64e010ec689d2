import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, expect, test } from 'vitest';
import { readRowFile } from '../../../src/node/rows/readRowFile.ts';
import { createRowFile, writeRowFile } from '../../../src/node/rows/rowFile.ts';
import type { RowHead, RowValue } from '../../../src/report/rows/rowHead.ts';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head: RowHead = {
  schema: 'solarcell.test/1',
  columns: [
    { name: 'point', kind: 'number' },
    { name: 'pmax_W_m2', kind: 'number' },
    { name: 'error', kind: 'text' },
  ],
  metadata: { version: '1.2.3', plan: { seed: 7, note: 'µ, "quoted"\nand broken' } },
};

async function allRows(path: string): Promise<(readonly RowValue[])[]> {
  const rows: (readonly RowValue[])[] = [];
  for await (const batch of (await readRowFile(path, 64)).batches) rows.push(...batch);
  return rows;
}

const value = fc.oneof(
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
);
const text = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.stringMatching(/^[ ,"\n\r#a\u2028]{1,6}$/),
);

test.each(['ndjson', 'csv', 'parquet'])('rows come back from %s as they were', async (ending) => {
  const path = join(folder, `rows.${ending}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(value, value, text), { maxLength: 40 }), async (rows) => {
      expect(await writeRowFile(path, head, rows)).toBe(rows.length);
      const { schema, columns, metadata } = await readRowFile(path);
      expect({ schema, columns, metadata }).toEqual(head);
      expect(await allRows(path)).toEqual(rows);
    }),
    { numRuns: 40 },
  );
  expect(readdirSync(folder)).toContain(`rows.${ending}`);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('each format is what other programs read', async () => {
  const rows = [
    [0, 241.5, null],
    [1, null, 'no convergence, at 0.6 V'],
  ];
  const path = (ending: string) => join(folder, `open.${ending}`);
  for (const ending of ['ndjson', 'csv', 'parquet']) {
    await writeRowFile(path(ending), head, rows);
  }
  const [first, ...lines] = readFileSync(path('ndjson'), 'utf8').trimEnd().split('\n');
  expect(JSON.parse(first!)).toEqual(head);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { point: 0, pmax_W_m2: 241.5, error: null },
    { point: 1, pmax_W_m2: null, error: 'no convergence, at 0.6 V' },
  ]);
  const csv = readFileSync(path('csv'), 'utf8').split('\n');
  expect(csv.filter((line) => !line.startsWith('#'))).toEqual([
    'point,pmax_W_m2,error',
    '0,241.5,',
    '1,,"no convergence, at 0.6 V"',
    '',
  ]);
  const bytes = new Uint8Array(readFileSync(path('parquet'))).buffer;
  expect(await parquetReadObjects({ file: bytes })).toEqual([
    { point: 0, pmax_W_m2: 241.5, error: null },
    { point: 1, pmax_W_m2: null, error: 'no convergence, at 0.6 V' },
  ]);
  const keys = parquetMetadata(bytes).key_value_metadata?.map(({ key }) => key);
  expect(keys).toEqual(['solarcell.schema', 'solarcell.metadata', 'solarcell.columns']);
});

test('the bytes of Parquet do not depend on how the rows arrive', async () => {
  const rows = Array.from({ length: 40_000 }, (_, k) => [k, Math.sqrt(k), k % 3 ? null : 'x']);
  const [whole, pieces] = [join(folder, 'whole.parquet'), join(folder, 'pieces.parquet')];
  await writeRowFile(whole, head, rows);
  const file = await createRowFile(pieces, head);
  for (let k = 0; k < rows.length; k += 777) await file.write(rows.slice(k, k + 777));
  await file.finish();
  expect(readFileSync(pieces).equals(readFileSync(whole))).toBe(true);
  expect(await allRows(pieces)).toEqual(rows);
});

test.each([
  ['x.ndjson', '{"a":1}\n', 'is not a file of rows'],
  ['x.csv', 'a,b\n1,2\n', 'is not a file of rows'],
  ['x.parquet', 'PAR1', 'is not a file of rows'],
  ['cut.ndjson', `${JSON.stringify(head)}\n{"point":0}\n{"poi`, ':3  is cut short'],
  ['bad.ndjson', `${JSON.stringify(head)}\n{"point":0}\n{"poi\n`, ':3  is not a row'],
])('%s: what is wrong with it is said', async (name, contents, message) => {
  writeFileSync(join(folder, name), contents);
  await expect(allRows(join(folder, name))).rejects.toThrow(message);
});

test('a place that cannot be written, and another ending, are named', async () => {
  const rows = [[0, 1, null]];
  await expect(writeRowFile(join(folder, 'no/x.csv'), head, rows)).rejects.toThrow(
    'its folder does not exist',
  );
  await expect(writeRowFile(join(folder, 'x.xlsx'), head, rows)).rejects.toThrow(
    '.ndjson, .jsonl, .csv, .parquet',
  );
});

test('rows that fail to come leave no file', async () => {
  async function* broken() {
    yield [0, 1, null];
    throw new Error('no more');
  }
  await expect(writeRowFile(join(folder, 'half.csv'), head, broken())).rejects.toThrow('no more');
  expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
});
