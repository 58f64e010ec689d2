import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareSweep } from '../src/node/prepareSweep.ts';
import { sweepPlanSchema } from '../src/sweep/plan.ts';
import { type BuiltRun, builtSweep, hasBuilt } from './builtSweep.ts';
import { median } from './median.ts';

/** Three axes each: of the light, of the device, of both device and optics. */
const axes = {
  'thickness, temperature, light': {
    'wafer.thickness': 'lin(80um:170um:25)',
    temperature: 'lin(15:60:20)',
    irradiance: 'lin(250:1000:20)',
  },
  'thickness, film, doping': {
    'wafer.thickness': 'lin(80um:170um:25)',
    'front.layers.tco.thickness': 'lin(60nm:90nm:20)',
    'wafer.doping': 'log(1e15:1e16:20)cm^-3',
  },
  'doping, thickness, film': {
    'wafer.doping': 'log(1e15:1e16:25)cm^-3',
    'wafer.thickness': 'lin(80um:170um:20)',
    'front.layers.tco.thickness': 'lin(60nm:90nm:20)',
  },
} as const;

const million = {
  cell: 'shj',
  fidelity: 'lumped',
  figures: ['efficiency'],
  vary: {
    'circuit.series_resistance': 'lin(0.1:1:10)',
    temperature: 'lin(15:60:100)',
    irradiance: 'lin(100:1000:1000)',
  },
} as const;

const hundredMillion = {
  ...million,
  vary: { ...million.vary, 'circuit.shading': 'lin(0.01:0.1:100)' },
} as const;

/**
 * Axes of whole runs on threads and how often each kind is repeated, one after the other, so that other
 * work on the machine meets all alike. The first take so short that a second compilation of the program,
 * which each thread does for itself, is a good part; the others do a cell's optics anew.
 */
const wholeRuns = [
  ['thickness, temperature, light', 3],
  ['thickness, film, doping', 1],
] as const;

/**
 * Sweeps: the rate of one core on three sets of axes; 10,000 points by the built program on one thread
 * and on all; a million lumped points; a part of a hundred million. On a busy machine the figures of
 * processor time tell more than those of the clock.
 */
export async function benchSweep(): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, vary] of Object.entries(axes)) {
    const plan = sweepPlanSchema.parse({ cell: 'shj', figures: ['efficiency'], vary });
    const sweep = await prepareSweep(plan);
    for (const _ of sweep.rows(0, 64, 1));
    const loop = measure();
    for (const _ of sweep.rows(64, 704, 1));
    const { wall, cpu } = loop();
    lines.push(
      `sweep, one core, ${name}: ${rate(640, wall)} maximum powers a second, ${rate(640, cpu)} by processor time (target: 100)`,
    );
  }
  if (!hasBuilt()) return [...lines, 'sweep: the rest needs dist/: npm run build'];
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  for (const [name, rounds] of wholeRuns) lines.push(...(await benchThreads(folder, name, rounds)));
  const busy = () => `load ${loadavg()[0]!.toFixed(1)}`;
  const cores = availableParallelism();
  const lumped = await builtSweep(million, folder);
  lines.push(
    `sweep, built, ${lumped.points} lumped points: ${rate(lumped.points, lumped.wall * cores)} a second and core, ${rate(lumped.points, lumped.cpu)} by processor time (target: 20000); ${lumped.peak_MB.toFixed(0)} MB (target: 400); ${busy()}`,
  );
  const part = await builtSweep(hundredMillion, folder, ['--shard', '7/10000', '--jobs', '1']);
  lines.push(
    `sweep, built, part 7/10000 of 100000000 points: planned and taken after ${seconds(part.begun)} (target: 1) in ${part.begun_MB.toFixed(0)} MB (target: 200), first rows after ${seconds(part.firstRows)}, all ${part.points} after ${seconds(part.wall)}, ${part.peak_MB.toFixed(0)} MB; ${busy()}`,
  );
  rmSync(folder, { recursive: true });
  return lines;
}

/**
 * Whole runs on one thread and on all cores in turn, and as a control as many runs on one thread at
 * once as there are cores: they share nothing, so that what they lose the machine has not got.
 */
async function benchThreads(
  folder: string,
  name: keyof typeof axes,
  rounds: number,
): Promise<string[]> {
  const cores = availableParallelism();
  const plan = { cell: 'shj', figures: ['efficiency'], vary: axes[name] };
  const folders = Array.from({ length: cores }, (_, k) => {
    const own = join(folder, `${k}`);
    mkdirSync(own, { recursive: true });
    return own;
  });
  const [ones, all, apart]: [BuiltRun[], BuiltRun[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    ones.push(await builtSweep(plan, folder, ['--jobs', '1']));
    all.push(await builtSweep(plan, folder, ['--jobs', `${cores}`]));
    const loop = measure();
    await Promise.all(folders.map((own) => builtSweep(plan, own, ['--jobs', '1'])));
    apart.push(loop().wall);
  }
  const middle = (runs: readonly BuiltRun[], of: 'wall' | 'cpu' | 'firstRows' | 'firstCpu') =>
    median(runs.map((run) => run[of]));
  const share = (walls: readonly number[], times: number) =>
    (100 * median(ones.map(({ wall }, k) => wall / (times * walls[k]!)))).toFixed(0);
  const walls = all.map(({ wall }) => wall);
  const { points } = all[0]!;
  const begin = `sweep, built, ${points} points over ${name}, ${rounds > 1 ? `medians of ${rounds} whole runs` : 'one whole run'}`;
  return [
    `${begin}: ${seconds(middle(ones, 'wall'))} on one thread, ${seconds(median(walls))} on ${cores}: ${rate(points, median(walls))} a second, ${share(walls, cores)} % of cores x one (target: 85); ${cores} runs of one thread at once, which share nothing, reach ${share(apart, 1)} %`,
    `${begin}: ${seconds(middle(ones, 'cpu'))} of processor time on one thread, ${seconds(middle(all, 'cpu'))} on ${cores}; first rows after ${seconds(middle(all, 'firstRows'))} (target: 1), ${seconds(middle(all, 'firstCpu'))} of processor time on all threads`,
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

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
