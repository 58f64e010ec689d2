import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRowFile } from '../src/node/rows/readRowFile.ts';
import { partPath } from '../src/sweep/sweepFile.ts';

const built = join(dirname(fileURLToPath(import.meta.url)), '../dist/cli/main.js');

/** Whether the program is built. */
export function hasBuilt(): boolean {
  return existsSync(built);
}

/** A run of the built program; times in ms from its start. */
export interface BuiltRun {
  readonly points: number;
  /** When its journal was there: the plan is read, the part is chosen. */
  readonly begun: number;
  readonly firstRows: number;
  /** Processor time until then. */
  readonly firstCpu: number;
  readonly wall: number;
  /** Of all its threads. */
  readonly cpu: number;
  /** Memory at most, and when the journal was there; 0 where the system does not tell. */
  readonly peak_MB: number;
  readonly begun_MB: number;
}

/** Looked at so often, ms. */
const often = 5;
/** Ticks of processor time in a second that Linux counts in. */
const ticks = 100;

/**
 * Runs a plan by the built program and watches it from outside.
 *
 * @param plan of the sweep
 * @param folder for its files
 * @param words more of the command line
 */
export async function builtSweep(
  plan: object,
  folder: string,
  words: readonly string[] = [],
): Promise<BuiltRun> {
  const file = join(folder, 'plan.json');
  const output = join(folder, 'rows.parquet');
  writeFileSync(file, JSON.stringify(plan));
  const shard = /(\d+)\/(\d+)/.exec(words.join(' '))?.slice(1).map(Number);
  const path = shard ? partPath(output, { index: shard[0]!, count: shard[1]! }) : output;
  const start = performance.now();
  const child = spawn(process.execPath, [built, 'sweep', file, '--output', output, ...words], {
    stdio: 'ignore',
  });
  let [begun, firstRows, firstCpu, head, begun_MB, peak_MB, cpu] = [0, 0, 0, 0, 0, 0, 0];
  const watch = setInterval(() => {
    const { memory, time } = usage(child.pid!);
    peak_MB = Math.max(peak_MB, memory);
    cpu = Math.max(cpu, time);
    const size = sizeOf(`${path}.journal`);
    if (size === undefined || firstRows > 0) return;
    if (begun === 0) [begun, head, begun_MB] = [performance.now() - start, size, memory];
    else if (size > head) [firstRows, firstCpu] = [performance.now() - start, time];
  }, often);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  const wall = performance.now() - start;
  if (code !== 0) throw new Error(`the built program ended with ${code}`);
  const { metadata } = await readRowFile(path);
  const { rows: points } = metadata.contents as { rows: number };
  rmSync(path);
  return { points, begun, firstRows, firstCpu, wall, cpu, peak_MB, begun_MB };
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

/** Peak memory, MB, and processor time, ms, of a process as Linux tells them. */
function usage(pid: number): { readonly memory: number; readonly time: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, peak] = /VmHWM:\s+(\d+)/.exec(status) ?? [];
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    const time = (1000 * (Number(fields[11]) + Number(fields[12]))) / ticks;
    return { memory: Number(peak ?? 0) / 1024, time };
  } catch {
    return { memory: 0, time: 0 };
  }
}
