import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { statusText } from '../../../cli/runSweepCluster.ts';
import { partStates } from '../../../src/node/sweep/partStates.ts';
import { runSweep } from '../../../src/node/sweep/runSweep.ts';
import { serveBlocks } from '../../../src/node/sweep/serveBlocks.ts';
import { prepareFake } from './fakeSweep.ts';

const folder = mkdtempSync(join(tmpdir(), 'states-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the state of every part is read from its files', async () => {
  const output = join(folder, 'big.csv');
  const pool = { run: serveBlocks(prepareFake), stop: async () => undefined };
  const run = (index: number, seed = 1, points = Number.POSITIVE_INFINITY) => {
    const plan = { count: 1000, blockSize: 8, seed };
    const stopping = new AbortController();
    return runSweep(plan, prepareFake(plan), {
      output,
      shard: { index, count: 6 },
      pool,
      signal: stopping.signal,
      onProgress: ({ done }) => done >= points && stopping.abort(),
    }).catch(() => undefined);
  };
  await run(1);
  await run(2, 1, 60);
  await run(3, 1, 60);
  await run(5, 2);
  // As if another process were at it.
  const holder = { pid: process.pid, host: hostname(), since: 'now', token: 'x' };
  writeFileSync(join(folder, 'big.part-3-of-6.csv.lock'), JSON.stringify(holder));
  const states = await partStates(prepareFake({ count: 1000, blockSize: 8 }), output, 6);
  expect(states.map(({ state }) => state)).toEqual([
    'complete',
    'stopped',
    'running',
    'missing',
    'foreign',
    'missing',
  ]);
  expect(states[0]).toMatchObject({ points: 168, done: 168 });
  expect(states[1]!.done).toBeGreaterThanOrEqual(60);
  const done = states[1]!.done + states[2]!.done + 168;
  const text = statusText(states);
  expect(text).toContain(
    `6 parts: 1 complete, 1 running, 1 stopped, 2 missing, 1 foreign; ${done} of 1000 points done`,
  );
  expect(text).toContain(`part 3 running on ${hostname()}:`);
  expect(text).toContain('missing: 4,6\n');
  expect(text).toContain('of another plan: 5\n');
});
