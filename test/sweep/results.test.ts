import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestOf } from '../../src/sweep/results/bestOf.ts';
import { covariance } from '../../src/sweep/results/covariance.ts';
import { levelShare } from '../../src/sweep/results/levelShare.ts';
import { ranks } from '../../src/sweep/results/ranks.ts';
import { sensitivityStudy } from '../../src/sweep/results/sensitivity.ts';
import { findColumn, sweepTableHead } from '../../src/sweep/results/sweepTable.ts';
import { thinnedRows } from '../../src/sweep/results/thinnedRows.ts';
import { topRows } from '../../src/sweep/results/topRows.ts';

const columns = [
  { name: 'wafer.thickness_um', kind: 'number' },
  { name: 'cell', kind: 'text' },
  { name: 'voc_V', kind: 'number' },
] as const;

/** Every combination of two axes of levels. */
function grid(n: number, of: (a: number, b: number) => number) {
  const rows: [number[], number][] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      rows.push([[i / (n - 1), j / (n - 1)], of(i / (n - 1), j / (n - 1))]);
  }
  return rows;
}

function study(
  rows: readonly [readonly (number | string)[], number][],
  kinds = ['number', 'number'],
) {
  const names = kinds.map((_, i) => `x${i}`);
  const sums = sensitivityStudy(names, kinds as ('number' | 'text')[]);
  for (const [inputs, output] of rows) sums.add(inputs, output);
  return sums.result();
}

test('the best rows are the first of all rows sorted, however they come', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.integer({ min: 1, max: 5 }),
      (values, n) => {
        const best = topRows<readonly [number, number]>(n, 'lowest');
        values.forEach((value, i) => {
          best.add([value, i], value);
        });
        const sorted = values.map((value, i) => [value, i] as const).sort((a, b) => a[0] - b[0]);
        expect(best.rows()).toEqual(sorted.slice(0, n));
      },
    ),
  );
});

test('thinned rows are every 2^k-th, at most as many as wanted', () => {
  const kept = thinnedRows<number>(10);
  for (let i = 0; i < 1000; i++) kept.add(i);
  const every = kept.every();
  expect(kept.rows()).toEqual(Array.from({ length: kept.rows().length }, (_, i) => i * every));
  expect(kept.rows().length).toBeLessThanOrEqual(10);
  expect(kept.rows().length).toBeGreaterThan(5);
});

test('covariances keep their digits far from zero', () => {
  const sums = covariance(2);
  for (let i = 0; i < 1000; i++) sums.add([1e9 + (i % 10), i % 10]);
  // Of 0 to 9: (10^2 - 1) / 12.
  expect(sums.of(0, 0)).toBeCloseTo(8.25, 6);
  expect(sums.of(0, 1)).toBeCloseTo(8.25, 6);
  expect(sums.range(0)).toEqual([1e9, 1e9 + 9]);
});

test('ranks share equal places', () => {
  expect(ranks([10, 30, 20, 20])).toEqual([1, 4, 2.5, 2.5]);
});

describe('sensitivities', () => {
  test('of a linear model are its slopes in standard deviations', () => {
    // y = 3 a + 4 b on a grid: both inputs spread alike, so that SRC is 3/5 and 4/5.
    const { r2, rankR2, inputs } = study(grid(11, (a, b) => 3 * a + 4 * b));
    expect(r2).toBeCloseTo(1, 12);
    expect(rankR2).toBeGreaterThan(0.97);
    expect(inputs.map(({ name }) => name)).toEqual(['x1', 'x0']);
    expect(inputs[0]!.coefficient).toBeCloseTo(0.8, 12);
    expect(inputs[1]!.coefficient).toBeCloseTo(0.6, 12);
    // First-order indices are their squares.
    expect(inputs.map(({ share }) => share)).toEqual([
      expect.closeTo(0.64, 12),
      expect.closeTo(0.36, 12),
    ]);
  });

  test('of a monotonic law show in ranks', () => {
    const { r2, rankR2, inputs } = study(grid(11, (a) => Math.exp(12 * a)));
    expect(r2).toBeLessThan(0.6);
    expect(rankR2).toBeCloseTo(1, 12);
    expect(inputs[0]).toMatchObject({ name: 'x0', from: 0, to: 1 });
    expect(inputs[0]!.rankCoefficient).toBeCloseTo(1, 12);
    expect(inputs[0]!.share).toBeCloseTo(1, 12);
  });

  test('a valley is found by its levels, where both models see nothing', () => {
    const { r2, rankR2, inputs } = study(grid(11, (a) => Math.round(10 * a - 5) ** 2));
    expect(r2).toBeLessThan(1e-12);
    expect(rankR2).toBeLessThan(1e-12);
    expect(inputs.find(({ name }) => name === 'x0')!.share).toBeCloseTo(1, 12);
  });

  test("Ishigami's function has the indices of its formula", () => {
    // x1 of sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on (-pi, pi): S1 = 0.3139, S2 = 0.4424, S3 = 0
    // (T. Ishigami, T. Homma, ISUMA (1990), doi:10.1109/ISUMA.1990.151285).
    const shares = [levelShare(), levelShare(), levelShare()];
    const at = (k: number) => -Math.PI + ((k + 0.5) / 40) * 2 * Math.PI;
    for (let k = 0; k < 40 ** 3; k++) {
      const [a, b, c] = [at(k % 40), at(Math.floor(k / 40) % 40), at(Math.floor(k / 1600))];
      const y = Math.sin(a) + 7 * Math.sin(b) ** 2 + 0.1 * c ** 4 * Math.sin(a);
      [a, b, c].forEach((x, i) => {
        shares[i]!.add(x, y);
      });
    }
    expect(shares.map((one) => one.share())).toEqual([
      expect.closeTo(0.3139, 2),
      expect.closeTo(0.4424, 2),
      expect.closeTo(0, 6),
    ]);
  });

  test('words count as groups; what moves with others has no coefficient; what stands is left out', () => {
    const rows = grid(6, (a, b) => a + b).map(([[a, b], y], k): [(number | string)[], number] => {
      const word = k % 2 === 0 ? 'shj' : 'perc';
      return [[a!, b!, word, 2 * a! + b!, 7], y + (k % 2 === 0 ? 5 : 0)];
    });
    const { r2, inputs } = study(rows, ['number', 'number', 'text', 'number', 'number']);
    expect(r2).toBeCloseTo(1, 12);
    const by = Object.fromEntries(inputs.map((input) => [input.name, input]));
    expect(by.x2!.share).toBeGreaterThan(0.9);
    expect(by.x3!.coefficient).toBeUndefined();
    expect(by.x4).toBeUndefined();
  });

  test('a sample of a distribution has no levels', () => {
    const share = levelShare();
    for (let k = 0; k < 100; k++) share.add(k, k);
    expect(share.share()).toBeUndefined();
  });
});

test('rows without a value count for nothing', async () => {
  const request = { columns, inputs: 2, by: 2, order: 'highest', top: 2, drawn: 10 } as const;
  const rows = [
    [100, 'shj', 0.7],
    [120, 'shj', null],
    [140, 'perc', 0.72],
    [160, 'perc', 0.69],
  ];
  const {
    rows: count,
    top,
    drawn,
    every,
  } = await bestOf(request, [rows.slice(0, 2), rows.slice(2)]);
  expect(count).toBe(3);
  expect(top).toEqual([rows[2], rows[0]]);
  expect([drawn.length, every]).toEqual([3, 1]);
});

test('columns are found with their unit or without', () => {
  expect(findColumn(columns, 'voc', '--by')).toBe(2);
  expect(findColumn(columns, 'wafer.thickness_um', '--by')).toBe(0);
  expect(() => findColumn(columns, 'vco', '--by')).toThrow('did you mean "voc"?');
  expect(() => findColumn(columns, 'cell', '--by')).toThrow('a column of words');
  expect(sweepTableHead({ columns, metadata: {} })).toBeUndefined();
});
