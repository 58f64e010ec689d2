import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cellSimulator } from '../src/cell/simulate.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { median } from './median.ts';

/** Bias points of the curve, V: 0 to 0.76 in steps of 20 mV, as the yardstick's. */
const voltages = Float64Array.from({ length: 39 }, (_, k) => 0.02 * k);
const warmUp = 40;
/** Rounds of curves and one run of the C kernel each, so that both see the same machine. */
const rounds = 7;
const curvesPerRound = 20;

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

/** One J-V curve of the SHJ cell, and its Newton iterations beside the C kernel's. */
export async function benchDevice(): Promise<string[]> {
  const cell = await loadCell('shj', { set: ['wafer.thickness=150um'] });
  const spectrum = await loadSpectrum('am1.5g');
  const simulator = cellSimulator(cell, spectrum, 25);
  const { device } = simulator;
  let iterations = 0;
  const curve = () => {
    device.solve(0, 1);
    const before = device.iterations;
    const start = performance.now();
    simulator.jv(1000, voltages);
    const time = performance.now() - start;
    iterations = device.iterations - before;
    return time;
  };
  for (let run = 0; run < warmUp; run++) curve();
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-bench-'));
  const times: number[] = [];
  const ratios: number[] = [];
  let reference = 0;
  try {
    const kernel = yardstick(folder);
    for (let round = 0; round < rounds; round++) {
      const block = Array.from({ length: curvesPerRound }, curve);
      times.push(...block);
      if (!kernel) continue;
      reference = kernel().microsecondsPerIteration;
      ratios.push((median(block) * 1e3) / iterations / reference);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const lines = [
    `J-V of the SHJ cell, ${voltages.length} points, ${device.problem.nodes} nodes, full defect states: ` +
      `${median(times).toFixed(1)} ms median, ${(iterations / voltages.length).toFixed(1)} Newton iterations a point (target: 25 ms)`,
  ];
  if (ratios.length > 0) {
    lines.push(
      `time per Newton iteration over that of C at -O3 (297 nodes, no defects, last ${reference.toFixed(0)} us): ` +
        `median ratio ${median(ratios).toFixed(2)}, ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} (target: at most 3)`,
    );
  } else {
    lines.push('time per Newton iteration: no gcc here to build the C yardstick');
  }
  return lines;
}
