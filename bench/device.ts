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
const warmUp = 30;
const runs = 60;

interface Yardstick {
  readonly nodes: number;
  readonly microsecondsPerIteration: number;
}

/** Builds and runs the C kernel; undefined where there is no gcc. */
function yardstick(): Yardstick | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-bench-'));
  const program = join(folder, 'yardstick');
  try {
    const source = fileURLToPath(new URL('./yardstick/drift_diffusion.c', import.meta.url));
    execFileSync('gcc', ['-O3', '-o', program, source, '-lm'], { stdio: 'ignore' });
    const text = execFileSync(program, { encoding: 'utf8' });
    const [, nodes, time] = /N (\d+).*us\/iter ([\d.]+)/.exec(text) ?? [];
    return { nodes: Number(nodes), microsecondsPerIteration: Number(time) };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One J-V curve of the SHJ cell, and its Newton iterations beside the C kernel's. */
export async function benchDevice(): Promise<string[]> {
  const cell = await loadCell('shj', { set: ['wafer.thickness=150um'] });
  const spectrum = await loadSpectrum('am1.5g');
  const simulator = cellSimulator(cell, spectrum, 25);
  const { device } = simulator;
  const times: number[] = [];
  const perIteration: number[] = [];
  const references: number[] = [];
  let iterations = 0;
  for (let run = -warmUp; run < runs; run++) {
    device.solve(0, 1);
    const before = device.iterations;
    const start = performance.now();
    simulator.jv(1000, voltages);
    const time = performance.now() - start;
    if (run < 0) continue;
    iterations = device.iterations - before;
    times.push(time);
    perIteration.push((time * 1e3) / iterations);
    if (run % 20 === 0) {
      const c = yardstick();
      if (c) references.push(c.microsecondsPerIteration);
    }
  }
  const nodes = device.problem.nodes;
  const lines = [
    `J-V of the SHJ cell, ${voltages.length} points, ${nodes} nodes, full defect states: ` +
      `${median(times).toFixed(1)} ms median, ${(iterations / voltages.length).toFixed(1)} Newton iterations a point (target: 25 ms)`,
  ];
  if (references.length > 0) {
    const ratio = median(perIteration) / median(references);
    lines.push(
      `time per Newton iteration: ${median(perIteration).toFixed(0)} us, C at -O3 (297 nodes, no defects) ` +
        `${median(references).toFixed(0)} us: ratio ${ratio.toFixed(2)} (target: at most 3)`,
    );
  } else {
    lines.push('time per Newton iteration: no gcc here to build the C yardstick');
  }
  return lines;
}
