import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runSweep } from '../../../src/node/sweep/runSweep.ts';
import { serveBlocks } from '../../../src/node/sweep/serveBlocks.ts';
import { prepareFake } from './fakeSweep.ts';

const folder = mkdtempSync(join(tmpdir(), 'disk-'));
const disk = join(folder, 'small');
const plan = { count: 2000, blockSize: 8, padding: 200 };

/** Mounts a disk in memory; undefined where this user may not. */
function mountSmallDisk(kilobytes: number): string | undefined {
  try {
    execFileSync('mkdir', ['-p', disk]);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk], {
      stdio: 'ignore',
    });
    return disk;
  } catch {
    console.warn('full disk: skipped because this user may not mount a small one');
    return undefined;
  }
}

const mounted = mountSmallDisk(256);
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
  rmSync(folder, { recursive: true });
});

function run(output: string, resume = false) {
  const pool = { run: serveBlocks(prepareFake), stop: async () => undefined };
  return runSweep(plan, prepareFake(plan), { output, resume, pool });
}

test.skipIf(!mounted)('a full disk is named, and what was done goes on elsewhere', async () => {
  await run(join(folder, 'whole.csv'));
  const output = join(disk, 'x.csv');
  await expect(run(output)).rejects.toThrow(
    /: the disk is full; [1-9]\d* of 2000 points are done and kept: --resume goes on$/,
  );
  // Nothing but whole rows is left, and the lock is gone.
  expect(readdirSync(disk)).toEqual(['x.csv.journal']);
  await expect(run(output, true)).rejects.toThrow('the disk is full');
  await cp(`${output}.journal`, join(folder, 'x.csv.journal'));
  const { before } = await run(join(folder, 'x.csv'), true);
  expect(before).toBeGreaterThan(0);
  expect(readFileSync(join(folder, 'x.csv')).equals(readFileSync(join(folder, 'whole.csv')))).toBe(
    true,
  );
});

test.skipIf(!mounted)('a disk that is full at the very end keeps all rows', async () => {
  const small = { count: 800, blockSize: 8, padding: 200 };
  rmSync(join(disk, 'x.csv.journal'), { force: true });
  const pool = { run: serveBlocks(prepareFake), stop: async () => undefined };
  const again = (output: string) =>
    runSweep(small, prepareFake(small), { output, resume: true, pool });
  // The journal fits; its copy in order beside it does not.
  const output = join(disk, 'y.csv');
  await expect(again(output)).rejects.toThrow(
    'the disk is full; all points are done and kept: --resume writes them',
  );
  expect(existsSync(output)).toBe(false);
  expect(readdirSync(disk)).toEqual(['y.csv.journal']);
  await cp(`${output}.journal`, join(folder, 'y.csv.journal'));
  expect(await again(join(folder, 'y.csv'))).toMatchObject({
    before: 800,
    done: 800,
  });
});

test.skipIf(!mounted)(
  'a disk that may only be read is named, and what is on it stays',
  async () => {
    const remount = (how: 'ro' | 'rw') =>
      execFileSync('mount', ['-o', `remount,${how}`, disk], { stdio: 'ignore' });
    const output = join(disk, 'y.csv');
    const before = readFileSync(`${output}.journal`);
    remount('ro');
    try {
      await expect(run(join(disk, 'z.csv'))).rejects.toThrow(
        `output ${join(disk, 'z.csv')}: its file system is read-only`,
      );
      await expect(run(output, true)).rejects.toThrow('its file system is read-only');
    } finally {
      remount('rw');
    }
    expect(readFileSync(`${output}.journal`).equals(before)).toBe(true);
    expect(readdirSync(disk)).toEqual(['y.csv.journal']);
  },
);
