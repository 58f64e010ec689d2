import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareSweep } from '../src/node/prepareSweep.ts';
import { sweepPlanSchema } from '../src/sweep/plan.ts';
import { builtSweep, hasBuilt } from './builtSweep.ts';

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
 * Sweeps: the rate of one core on three sets of axes; 10,000 points by the built program on all cores
 * beside that; a million lumped points; a part of a hundred million. On a busy machine the figures of
 * processor time tell more than those of the clock.
 */
export async function benchSweep(): Promise<string[]> {
  const lines: string[] = [];
  let alone = { wall: Number.NaN, cpu: Number.NaN };
  for (const [name, vary] of Object.entries(axes)) {
    const plan = sweepPlanSchema.parse({ cell: 'shj', figures: ['efficiency'], vary });
    const sweep = await prepareSweep(plan);
    for (const _ of sweep.rows(0, 64, 1));
    const loop = measure();
    for (const _ of sweep.rows(64, 704, 1));
    const { wall, cpu } = loop();
    if (Number.isNaN(alone.wall)) alone = { wall: wall / 640, cpu: cpu / 640 };
    lines.push(
      `sweep, one core, ${name}: ${rate(640, wall)} maximum powers a second, ${rate(640, cpu)} by processor time (target: 100)`,
    );
  }
  if (!hasBuilt()) return [...lines, 'sweep: the rest needs dist/: npm run build'];
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const cores = availableParallelism();
  const busy = () => `load ${loadavg()[0]!.toFixed(1)}`;

  const [[first, vary]] = Object.entries(axes) as [[string, object]];
  const ten = await builtSweep({ cell: 'shj', figures: ['efficiency'], vary }, folder);
  const share = (100 * ten.points * alone.wall) / (cores * ten.wall);
  const work = (100 * ten.points * alone.cpu) / ten.cpu;
  lines.push(
    `sweep, built, ${ten.points} points over ${first}: ${rate(ten.points, ten.wall)} a second on ${cores} cores, ${share.toFixed(0)} % of cores x one (target: 85), ${work.toFixed(0)} % by processor time; first rows after ${seconds(ten.firstRows)} (target: 1), ${seconds(ten.firstCpu)} of processor time on all threads; ${busy()}`,
  );
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
