import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CellSimulator, cellSimulator } from '../src/cell/simulate.ts';
import { Device } from '../src/device/device.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { median } from './median.ts';

/** Bias points of the curve, V: 0 to 0.76 in steps of 20 mV, as the yardstick's. */
const voltages = Float64Array.from({ length: 39 }, (_, k) => 0.02 * k);
const warmUp = 40;
/** Rounds of curves and one run of the C kernel each, so that all see the same machine. */
const rounds = 7;
const curvesPerRound = 10;

interface Yardstick {
  readonly nodes: number;
  readonly microsecondsPerIteration: number;
}

/** Builds the C kernel and hands over a way to run it; undefined where there is no gcc. */
function yardstick(folder: string): (() => Yardstick) | undefined {
  const program = join(folder, 'yardstick');
  const source = fileURLToPath(new URL('./yardstick/drift_diffusion.c', import.meta.url));
  try {
    execFileSync('gcc', ['-O3', '-o', program, source, '-lm'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return () => {
    const text = execFileSync(program, { encoding: 'utf8' });
    const [, nodes, time] = /N (\d+).*us\/iter ([\d.]+)/.exec(text) ?? [];
    return { nodes: Number(nodes), microsecondsPerIteration: Number(time) };
  };
}

/** Curves of one device, timed. */
interface Timed {
  readonly name: string;
  readonly device: Device;
  /** Processor time of a curve, ms, and its Newton iterations. */
  readonly curve: () => { readonly time: number; readonly iterations: number };
  /** Least processor time of each round, ms: what else the machine did is not in it. */
  readonly times: number[];
  /** Time per node and iteration over that of C, of each round. */
  readonly ratios: number[];
}

function timed(name: string, device: Device, solveAll: () => void): Timed {
  const curve = () => {
    device.solve(0, 1);
    const before = device.iterations;
    const used = process.cpuUsage();
    solveAll();
    const { user, system } = process.cpuUsage(used);
    return { time: (user + system) / 1000, iterations: device.iterations - before };
  };
  return { name, device, curve, times: [], ratios: [] };
}

/** The device of a simulator in its light, without the gap states of its films. */
function withoutDefects({ device }: CellSimulator): Device {
  const { description } = device.problem;
  const layers = description.layers.map(({ defects, ...layer }) => layer);
  const bare = new Device({ ...description, layers });
  bare.setGeneration(device.state.generation);
  return bare;
}

/**
 * One J-V curve of the SHJ cell, and its time per node and Newton iteration beside the C kernel's.
 * That kernel has Boltzmann statistics, SRH, Auger and radiative recombination, and nothing else: the
 * like of it is our device without gap states whose silicon does not follow its injection.
 */
export async function benchDevice(): Promise<string[]> {
  const set = ['wafer.thickness=150um'];
  const cell = await loadCell('shj', { set });
  const rigid = await loadCell('shj', { set: [...set, 'wafer.models.injection=none'] });
  const spectrum = await loadSpectrum('am1.5g');
  const full = cellSimulator(cell, spectrum, 25);
  const fixed = cellSimulator(rigid, spectrum, 25);
  const bare = (name: string, simulator: CellSimulator) => {
    const device = withoutDefects(simulator);
    return timed(name, device, () => {
      for (const voltage of voltages) device.solve(voltage, 1);
    });
  };
  const whole = timed('everything', full.device, () => full.jv(1000, voltages));
  const all = [
    whole,
    timed('injection not followed', fixed.device, () => fixed.jv(1000, voltages)),
    bare('no gap states', full),
    bare('neither, as the C kernel', fixed),
  ];
  for (let run = 0; run < warmUp; run++) for (const { curve } of all) curve();
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-bench-'));
  let reference = 0;
  let iterations = 0;
  try {
    const kernel = yardstick(folder);
    for (let round = 0; round < rounds; round++) {
      if (kernel) {
        const { nodes, microsecondsPerIteration } = kernel();
        reference = (1000 * microsecondsPerIteration) / nodes;
      }
      for (const one of all) {
        const { device, curve, times, ratios } = one;
        const block = Array.from({ length: curvesPerRound }, curve);
        const count = median(block.map((each) => each.iterations));
        if (one === whole) iterations = count;
        const time = Math.min(...block.map((each) => each.time));
        times.push(time);
        ratios.push((time * 1e6) / count / device.problem.nodes / reference);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { nodes } = full.device.problem;
  const lines = [
    `J-V of the SHJ cell, ${voltages.length} points, ${nodes} nodes, full defect states: ` +
      `${median(whole.times).toFixed(1)} ms of processor time, ${(iterations / voltages.length).toFixed(1)} Newton iterations a point (targets: 12 ms, 3)`,
  ];
  if (reference === 0) {
    return [...lines, 'time per Newton iteration: no gcc here to build the C yardstick'];
  }
  return lines.concat(
    all.map(
      ({ name, ratios }) =>
        `time per node and Newton iteration over that of C at -O3 (last ${reference.toFixed(0)} ns), ${name}: ` +
        `median ratio ${median(ratios).toFixed(2)}, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} (target with like models: 1.6)`,
    ),
  );
}
