import { solverCounts } from '../src/device/solverCounts.ts';

/** Moments of a command: ms since the process began. */
const moments: { readonly name: string; readonly end: number }[] = [];

/** Notes that a stage of the command is over. */
export function stageOver(name: string): void {
  moments.push({ name, end: performance.now() });
}

/**
 * How long each stage of the process took, and what the solver did: for `--verbose`.
 *
 * @returns lines
 */
export function workReport(): string[] {
  const { devices, points, refused, iterations } = solverCounts;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(3)} s`;
  const stages = moments.map(({ name, end }, k) => {
    const start = moments[k - 1]?.end ?? 0;
    return `${name.padEnd(12)} ${seconds(end - start)}`;
  });
  const each = points > 0 ? `, ${(iterations / points).toFixed(2)} a point` : '';
  const newton =
    devices > 0
      ? [
          `${'newton'.padEnd(12)} ${iterations} iterations${each}; ${points} points of ${devices} devices, ${refused} tried again in smaller steps`,
        ]
      : [];
  const memory = `${'memory'.padEnd(12)} ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`;
  return [...stages, `${'in all'.padEnd(12)} ${seconds(performance.now())}`, ...newton, memory];
}
