import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missingRanges } from '../../src/sweep/blockRanges.ts';
import { blockSize } from '../../src/sweep/blockSize.ts';
import { indexList } from '../../src/sweep/checkParts.ts';
import { blockPoints, parseShard, pointsBetween, shardBlocks } from '../../src/sweep/shard.ts';
import { jobsFromEnvironment, shardFromEnvironment } from '../../src/sweep/shardFromEnvironment.ts';
import { workUnits } from '../../src/sweep/workUnits.ts';

const grid = fc.record({
  points: fc.integer({ min: 1, max: 2000 }),
  blockSize: fc.integer({ min: 1, max: 40 }),
});

test('every point is in exactly one shard, for any number of shards', () => {
  fc.assert(
    fc.property(grid, fc.integer({ min: 1, max: 70 }), (of, count) => {
      const seen: number[] = [];
      for (let index = 1; index <= count; index++) {
        const shard = { index, count };
        const blocks = shardBlocks(of, shard);
        let points = 0;
        for (let block = 0; block < blocks; block++) {
          const { first, end } = blockPoints(of, shard, block);
          for (let point = first; point < end; point++) {
            seen.push(point);
            points++;
            expect((Math.floor(point / of.blockSize) % count) + 1).toBe(index);
          }
        }
        expect(pointsBetween(of, shard, 0, blocks)).toBe(points);
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: of.points }, (_, k) => k),
      );
    }),
    { numRuns: 50 },
  );
});

test('shard 7 of 10,000 of a hundred million points is found by arithmetic', () => {
  const of = { points: 100_000_000, blockSize: 16 };
  const shard = { index: 7, count: 10_000 };
  expect(shardBlocks(of, shard)).toBe(625);
  expect(blockPoints(of, shard, 624)).toEqual({ first: 99_840_096, end: 99_840_112 });
});

test('units cover what is missing, once, and each worker goes along a stretch, whatever the times', () => {
  const ranges = fc
    .uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 12 })
    .map((cuts) => cuts.toSorted((a, b) => a - b));
  const turns = fc.array(fc.record({ worker: fc.nat(3), time: fc.integer({ min: 0, max: 500 }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(ranges, fc.integer({ min: 1, max: 4 }), turns, (cuts, workers, order) => {
      const done: { from: number; to: number }[] = [];
      for (let k = 0; k + 1 < cuts.length; k += 2) done.push({ from: cuts[k]!, to: cuts[k + 1]! });
      const missing = missingRanges(done.toReversed(), 501);
      const units = workUnits(missing, workers);
      const seen: number[] = [];
      for (let k = 0; ; k++) {
        const { worker, time } = order[k % order.length]!;
        const unit = units.next(worker % workers);
        if (unit === undefined) break;
        for (let block = unit.from; block < unit.to; block++) seen.push(block);
        units.took(unit, time);
      }
      const expected = Array.from({ length: 501 }, (_, k) => k).filter(
        (k) => !done.some(({ from, to }) => k >= from && k < to),
      );
      if (workers === 1) expect(seen).toEqual(expected);
      expect(seen.toSorted((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('workers have equal stretches, and one that is done takes half of what another has left', () => {
  const units = workUnits([{ from: 0, to: 100 }], 2);
  const first = Array.from({ length: 3 }, () => units.next(0)!.from);
  expect(first).toEqual([0, 1, 2]);
  const second = Array.from({ length: 51 }, () => units.next(1)!.from);
  // 50 to 99, then of 3 to 49 the second half.
  expect(second.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, k) => 50 + k));
  expect(second[50]).toBe(26);
});

test.each([
  [[25, 20, 20], 20],
  [[10, 1000], 50],
  [[25, 20, 3], 60],
  [[25, 4, 5], 20],
  [[5], 16],
  [[101], 16],
  [[7, 64], 64],
  [[], 16],
])('blocks hold whole rows of a grid: %j', (lengths, size) => {
  expect(blockSize({ usual: 16, most: 64 }, lengths)).toBe(size);
});

test('blocks that are done twice are an error', () => {
  const twice = [
    { from: 0, to: 4 },
    { from: 3, to: 5 },
  ];
  expect(() => missingRanges(twice, 9)).toThrow('doubled or out of bounds');
});

test.each([
  ['3', 'expected i/n'],
  ['a/b', 'expected i/n'],
  ['0/4', 'the first part is 1/4'],
  ['5/4', 'the last 4/4'],
  ['1/0', 'there can be 1 to'],
])('--shard %s is refused', (text, message) => {
  expect(() => parseShard(text)).toThrow(message);
});

test('a scheduler tells a task its part', () => {
  const slurm = (id: number, min: number, max: number, count: number) => ({
    SLURM_ARRAY_TASK_ID: `${id}`,
    SLURM_ARRAY_TASK_MIN: `${min}`,
    SLURM_ARRAY_TASK_MAX: `${max}`,
    SLURM_ARRAY_TASK_COUNT: `${count}`,
  });
  expect(shardFromEnvironment(slurm(3, 1, 8, 8))?.shard).toEqual({ index: 3, count: 8 });
  expect(shardFromEnvironment(slurm(0, 0, 7, 8))?.shard).toEqual({ index: 1, count: 8 });
  expect(() => shardFromEnvironment(slurm(3, 3, 17, 2))).toThrow(
    '--shard "$SLURM_ARRAY_TASK_ID/N"',
  );
  expect(() => shardFromEnvironment(slurm(3, 1, 8, 8), 64)).toThrow('/64"');
  expect(shardFromEnvironment({ JOB_COMPLETION_INDEX: '0' }, 5)?.shard).toEqual({
    index: 1,
    count: 5,
  });
  expect(shardFromEnvironment({ JOB_COMPLETION_INDEX: '0' })).toBeUndefined();
  expect(() => shardFromEnvironment({ JOB_COMPLETION_INDEX: '5' }, 5)).toThrow('6/5');
  expect(shardFromEnvironment({})).toBeUndefined();
  expect(jobsFromEnvironment({ SLURM_CPUS_PER_TASK: '12' })).toBe(12);
  expect(jobsFromEnvironment({})).toBeUndefined();
});

test('a list of parts is as short as Slurm takes it', () => {
  expect(indexList([3, 4, 5, 9, 11, 12])).toBe('3-5,9,11-12');
});
