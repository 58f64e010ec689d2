import { assembleOptics } from '../src/cell/assembleOptics.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { solveOptics } from '../src/optics/solveOptics.ts';
import { coherentStack, type StackArrays } from '../src/optics/transferMatrix.ts';
import { defaultWavelengths } from '../src/optics/wavelengths.ts';
import { median } from './median.ts';

const films = 3;
const evaluations = 200_000;

/** Processor time of this process, s: other work on the machine does not count. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Wavelength-layer evaluations a second of processor time of the transfer matrix, absorption per layer included. */
export function transferMatrixRate(): number {
  const stack: StackArrays = {
    films,
    n: Float64Array.of(2.05, 4.3, 4.1, 3.8),
    k: Float64Array.of(0.01, 0.3, 0.2, 0.01),
    thickness: Float64Array.of(70, 5, 5),
  };
  const out = new Float64Array(films + 2);
  const rates = Array.from({ length: 7 }, () => {
    const start = cpuTime();
    for (let i = 0; i < evaluations; i++) {
      coherentStack(stack, 1, 0.5, 300 + (i % 900), i % 2 === 0 ? 0 : 1, out);
    }
    return (evaluations * films) / (cpuTime() - start);
  });
  return median(rates);
}

/** Cells of random pyramids by each model of light trapping, and one of inverted pyramids. */
const subjects = [
  ...(['basore', 'angular', 'aligned'] as const).flatMap((trapping) =>
    ['shj', 'perc'].map((name) => ({ name, trapping })),
  ),
  { name: 'unsw-perl-1999', trapping: 'basore' },
] as const;

/** Optics of textured cells, and the bare transfer matrix. */
export async function benchOptics(): Promise<string[]> {
  const lines: string[] = [];
  for (const { name, trapping } of subjects) {
    const cell = { ...assembleOptics(await loadCell(name)), trapping };
    const times = Array.from({ length: 60 }, () => {
      const start = cpuTime();
      solveOptics(cell, defaultWavelengths, 298.15);
      return 1e3 * (cpuTime() - start);
    });
    lines.push(
      `optics of the ${name} cell, ${trapping} light trapping, ${defaultWavelengths.length} wavelengths: ${median(times.slice(20)).toFixed(1)} ms of processor time median, ${times[0].toFixed(0)} ms the first time`,
    );
  }
  return [
    ...lines,
    `transfer matrix with absorption per layer: ${(transferMatrixRate() / 1e6).toFixed(1)} million wavelength-layers a second`,
  ];
}
