import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareSweep } from '../src/node/prepareSweep.ts';
import { runSweep } from '../src/node/sweep/runSweep.ts';
import { sweepPlanSchema } from '../src/sweep/plan.ts';

/** SOLARCELL_BENCH_POINTS=10000 for the sweep that the target speaks of. */
const wanted = Number(process.env.SOLARCELL_BENCH_POINTS ?? 1280);

/**
 * A detailed SHJ sweep over three axes: on all cores with files and workers, beside the bare loop in
 * this thread. On a busy machine the ratio of processor time tells more than that of the clock.
 */
export async function benchSweep(): Promise<string[]> {
  const plan = sweepPlanSchema.parse({
    cell: 'shj',
    vary: {
      'wafer.thickness': `lin(80um:170um:${Math.max(2, Math.round(wanted / 160))})`,
      temperature: 'lin(15:60:10)',
      irradiance: 'lin(250:1000:16)',
    },
  });
  const sweep = await prepareSweep(plan);
  const { count } = sweep;
  const loop = measure();
  const points = Math.min(count, 10 * sweep.blockSize);
  for (const _ of sweep.rows(0, points, 1));
  const alone = loop();

  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const run = measure();
  let first = Number.NaN;
  let early = 0;
  await runSweep(sweep.source, sweep, {
    output: join(folder, 'sweep.parquet'),
    onProgress: ({ done }) => {
      if (done === 0 || !Number.isNaN(first)) return;
      first = run().wall;
      early = done;
    },
  });
  const all = run();
  rmSync(folder, { recursive: true });

  const cores = availableParallelism();
  const share = (100 * (count / all.wall)) / (cores * (points / alone.wall));
  // What a long sweep comes to: without the start of the workers, which its first rows wait for.
  const steady = (100 * ((count - early) / (all.wall - first))) / (cores * (points / alone.wall));
  const work = (100 * (alone.cpu / points)) / (all.cpu / count);
  return [
    `sweep: ${count} detailed points at ${rate(count, all.wall)} a second on ${cores} cores, ${rate(points, alone.wall)} in a loop: ${share.toFixed(0)} % of cores x loop, ${steady.toFixed(0)} % after the first rows (target: 85), ${work.toFixed(0)} % by processor time; first rows after ${(first / 1000).toFixed(2)} s`,
  ];
}

function measure(): () => { readonly wall: number; readonly cpu: number } {
  const start = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  };
}

function rate(points: number, milliseconds: number): string {
  return ((1000 * points) / milliseconds).toFixed(0);
}
