import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { appendFile, chmod, cp, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { mergeParts } from '../../../src/node/sweep/mergeParts.ts';
import { type RunSweepOptions, runSweep } from '../../../src/node/sweep/runSweep.ts';
import { serveBlocks } from '../../../src/node/sweep/serveBlocks.ts';
import { SweepInterrupted } from '../../../src/node/sweep/sweepProgress.ts';
import { partPath } from '../../../src/sweep/sweepFile.ts';
import { type FakePlan, prepareFake } from './fakeSweep.ts';

const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));
const plan: FakePlan = { count: 1000, blockSize: 8 };
const worker = new URL('./fakeWorker.ts', import.meta.url);

/** Blocks worked on in this thread: what the files hold does not depend on who made the rows. */
const here = () => ({ run: serveBlocks(prepareFake), stop: async () => undefined });

function run(name: string, options: Partial<RunSweepOptions> = {}, of: FakePlan = plan) {
  return runSweep(of, prepareFake(of), { output: join(folder, name), pool: here(), ...options });
}

const bytes = (name: string) => readFileSync(join(folder, name));

/** A run that is stopped when at least so many points are done. */
async function runUpTo(points: number, name: string, options: Partial<RunSweepOptions> = {}) {
  const stopping = new AbortController();
  const onProgress = ({ done }: { done: number }) => done >= points && stopping.abort();
  const stopped = run(name, { ...options, signal: stopping.signal, onProgress });
  await expect(stopped).rejects.toThrow(SweepInterrupted);
}

test('one row a point, in order, whatever the number of workers', async () => {
  const outcome = await run('one.csv', { worker, pool: undefined, jobs: 2 });
  expect(outcome).toMatchObject({ points: 1000, done: 1000, rows: 857, failed: 78 });
  await run('alone.csv');
  expect(bytes('one.csv').equals(bytes('alone.csv'))).toBe(true);
  const points = bytes('one.csv')
    .toString()
    .split('\n')
    .flatMap((line) => /^\d+/.exec(line)?.[0] ?? [])
    .map(Number);
  const expected = Array.from({ length: 1000 }, (_, k) => k).filter((k) => k % 7 !== 3);
  expect(points).toEqual(expected);
  expect(readdirSync(folder).filter((file) => /journal|lock|tmp/.test(file))).toEqual([]);
});

test.each(['csv', 'ndjson', 'parquet'])('a stopped run goes on to the same %s', async (ending) => {
  await run(`whole.${ending}`);
  const name = `stopped.${ending}`;
  await runUpTo(300, name);
  expect(existsSync(join(folder, name))).toBe(false);
  await expect(run(name)).rejects.toThrow('--resume goes on with it');
  const { before, done } = await run(name, { resume: true });
  expect(before).toBeGreaterThanOrEqual(300);
  expect(before).toBeLessThan(1000);
  expect(done).toBe(1000);
  expect(bytes(name).equals(bytes(`whole.${ending}`))).toBe(true);
  // Again: nothing is left to do.
  expect(await run(name, { resume: true })).toMatchObject({ wasComplete: true });
});

test('a journal cut at any byte goes on to the same file', async () => {
  const small = { count: 60, blockSize: 4 };
  await run('cut-whole.ndjson', {}, small);
  const stopping = new AbortController();
  await run(
    'cut.ndjson',
    { signal: stopping.signal, onProgress: ({ done }) => done > 20 && stopping.abort() },
    small,
  ).catch(() => undefined);
  const journal = join(folder, 'cut.ndjson.journal');
  await cp(journal, `${journal}.kept`);
  const { size } = await stat(journal);
  const headEnd = (await readFile(journal)).indexOf('\n') + 1;
  for (let length = headEnd; length <= size; length += Math.ceil((size - headEnd) / 9)) {
    await cp(`${journal}.kept`, journal);
    truncateSync(journal, length);
    rmSync(join(folder, 'cut.ndjson'), { force: true });
    await run('cut.ndjson', { resume: true }, small);
    expect(bytes('cut.ndjson').equals(bytes('cut-whole.ndjson'))).toBe(true);
  }
});

test('bytes that are no row, written by a failing disk, are dropped', async () => {
  await runUpTo(300, 'noise.csv');
  await appendFile(join(folder, 'noise.csv.journal'), Buffer.alloc(5000, 0));
  await run('noise.csv', { resume: true });
  expect(bytes('noise.csv').equals(bytes('alone.csv'))).toBe(true);
});

test('what is there already is not touched unless the user says so', async () => {
  await run('there.csv');
  await expect(run('there.csv')).rejects.toThrow('exists already; --overwrite replaces it');
  const other = { ...plan, seed: 2 };
  await expect(run('there.csv', { resume: true }, other)).rejects.toThrow('of another plan');
  await runUpTo(100, 'half.csv');
  await expect(run('half.csv', { resume: true }, other)).rejects.toThrow('of another plan');
  const shard = { index: 1, count: 2 };
  await rename(
    join(folder, 'half.csv.journal'),
    `${partPath(join(folder, 'half.csv'), shard)}.journal`,
  );
  await expect(run('half.csv', { resume: true, shard })).rejects.toThrow(
    'was begun with shard 1/1',
  );
  await run('there.csv', { overwrite: true }, other);
  expect(bytes('there.csv').toString()).toContain('fake-1000-8-2');
});

test('two runs on one output refuse each other; a lock that was left behind does not', async () => {
  const lock = join(folder, 'locked.csv.lock');
  const holder = (pid: number, host: string) =>
    writeFile(lock, JSON.stringify({ pid, host, since: 'then', token: 'x' }));
  await holder(process.pid, hostname());
  await expect(run('locked.csv')).rejects.toThrow(`process ${process.pid} on ${hostname()}`);
  await holder(7, 'elsewhere');
  await expect(run('locked.csv')).rejects.toThrow('process 7 on elsewhere is writing it');
  // No process has this number: it is above the largest that Linux gives.
  await holder(2 ** 22 + 1, hostname());
  await run('locked.csv');
  expect(existsSync(lock)).toBe(false);

  const first = run('both.csv', {}, { ...plan, busy_ms: 0.2 });
  await expect(run('both.csv')).rejects.toThrow('is writing it');
  await first;
});

test.each([1, 2, 7, 64])('%i shards merge to the file of one run', async (count) => {
  for (const ending of ['csv', 'ndjson', 'parquet']) {
    if (!existsSync(join(folder, `whole.${ending}`))) await run(`whole.${ending}`);
  }
  const name = `shards-${count}.ndjson`;
  const parts: string[] = [];
  for (let index = 1; index <= count; index++) {
    parts.push((await run(name, { shard: { index, count } })).path);
  }
  for (const ending of ['csv', 'ndjson', 'parquet']) {
    const merged = join(folder, `merged-${count}.${ending}`);
    await mergeParts(parts.toReversed(), merged);
    expect(readFileSync(merged).equals(bytes(`whole.${ending}`))).toBe(true);
  }
});

test('more shards than blocks leave some of them empty', async () => {
  const small = { count: 20, blockSize: 8 };
  const parts: string[] = [];
  for (let index = 1; index <= 5; index++) {
    parts.push((await run('tiny.csv', { shard: { index, count: 5 } }, small)).path);
  }
  await mergeParts(parts, join(folder, 'tiny.csv'));
  await run('tiny-whole.csv', {}, small);
  expect(bytes('tiny.csv').equals(bytes('tiny-whole.csv'))).toBe(true);
});

test('a missing, doubled, foreign or damaged part is named, and nothing is written', async () => {
  const name = 'checked.csv';
  const parts: string[] = [];
  for (let index = 1; index <= 3; index++) {
    parts.push((await run(name, { shard: { index, count: 3 } })).path);
  }
  const [one, two, three] = parts as [string, string, string];
  const output = join(folder, 'never.csv');
  const merge = (...paths: string[]) => mergeParts(paths, output);
  await expect(merge(one, three)).rejects.toThrow('part 2 of 3 is missing');
  await expect(merge(two)).rejects.toThrow('parts 1,3 of 3 are missing');
  const copy = join(folder, 'copy.csv');
  await cp(two, copy);
  await expect(merge(one, two, three, copy)).rejects.toThrow(
    `part 2/3 is doubled: ${two} and ${copy}`,
  );
  const foreign = await run('foreign.csv', { shard: { index: 2, count: 3 } }, { ...plan, seed: 3 });
  await expect(merge(one, foreign.path, three)).rejects.toThrow(`${foreign.path}: of another plan`);
  const half = await run('half.csv', { shard: { index: 2, count: 2 } });
  await expect(merge(one, half.path, three)).rejects.toThrow('cut into 2 parts');
  await run('entire.csv');
  await expect(merge(one, join(folder, 'entire.csv'))).rejects.toThrow('is a whole sweep already');

  const lines = (await readFile(two, 'utf8')).split('\n');
  const wrong = (text: string[]) => writeFile(copy, text.join('\n'));
  await wrong(lines.toSpliced(20, 1));
  await expect(merge(one, copy, three)).rejects.toThrow(/copy\.csv {2}holds 287 rows .* 288/);
  await wrong(lines.toSpliced(20, 0, lines[20]!));
  await expect(merge(one, copy, three)).rejects.toThrow('is doubled or out of order');
  await wrong(lines.toSpliced(4, 0, '0,0,0,xxx,ok,'));
  await expect(merge(one, copy, three)).rejects.toThrow('point 0 does not belong to part 2/3');
  await wrong(lines.slice(0, 20));
  await expect(merge(one, copy, three)).rejects.toThrow('is cut short');
  expect(existsSync(output)).toBe(false);
  expect(readdirSync(folder).filter((file) => file.startsWith('never'))).toEqual([]);
});

test.each([
  ['exitAt', /a worker ended \(code: 3\) at points \d+ to \d+/],
  ['fillAt', /a worker ran out of memory at points \d+ to \d+/],
] as const)(
  'a worker lost by %s: a clear message, and finished rows stay',
  async (key, message) => {
    const name = `${key}.csv`;
    const lost = run(
      name,
      { worker, pool: undefined, jobs: 1, workerMemory_MB: 64 },
      { ...plan, [key]: 900 },
    );
    await expect(lost).rejects.toThrow(message);
    await expect(lost).rejects.toThrow(
      /; [1-9]\d* of 1000 points are done and kept: --resume goes on$/,
    );
    const { before } = await run(name, { resume: true });
    expect(before).toBeGreaterThan(0);
    expect(bytes(name).equals(bytes('alone.csv'))).toBe(true);
  },
);

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is named', async () => {
  const closed = join(folder, 'closed');
  await mkdir(closed);
  await chmod(closed, 0o500);
  await expect(run('closed/x.csv')).rejects.toThrow('may not be written');
});

test('a folder that is missing, and a file in its place, are named', async () => {
  await expect(run('missing/x.csv')).rejects.toThrow('its folder does not exist');
  await writeFile(join(folder, 'a-file'), '');
  await expect(run('a-file/x.csv')).rejects.toThrow('its folder is a file');
});

test('a worker that cannot be loaded is an error, not a wait', async () => {
  const lost = run('lost.csv', {
    worker: new URL('./no.js', import.meta.url),
    pool: undefined,
    jobs: 2,
  });
  await expect(lost).rejects.toThrow('Cannot find module');
});

test('a kill at any moment loses at most what was in flight', async () => {
  const slow = { count: 400, blockSize: 4, busy_ms: 2 };
  await run('kill-whole.csv', {}, slow);
  const output = join(folder, 'kill.csv');
  const script = fileURLToPath(new URL('./fakeRun.ts', import.meta.url));
  const words = [JSON.stringify({ output, resume: true, jobs: 1 }), JSON.stringify(slow)];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...words], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const journal = `${output}.journal`;
  const grown = async () => (await stat(journal).catch(() => ({ size: 0 }))).size > 4000;
  while (child.exitCode === null && !(await grown())) await new Promise((r) => setTimeout(r, 5));
  child.kill('SIGKILL');
  await ended;
  const { before } = await run('kill.csv', { resume: true }, slow);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(400);
  expect(bytes('kill.csv').equals(bytes('kill-whole.csv'))).toBe(true);
});
