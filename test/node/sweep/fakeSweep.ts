import type { PreparedSweep, SweepRow } from '../../../src/sweep/preparedSweep.ts';

/** A sweep whose rows cost nothing, with every kind of row and every kind of accident. */
export interface FakePlan {
  readonly count: number;
  readonly blockSize: number;
  /** Makes another plan of it. */
  readonly seed?: number;
  /** Time that a point takes, ms. */
  readonly busy_ms?: number;
  /** The worker that comes to this point ends. */
  readonly exitAt?: number;
  /** The worker that comes to this point asks for all memory. */
  readonly fillAt?: number;
  /** Length of the text in each row. */
  readonly padding?: number;
}

/** As prepareSweep does: the same plan gives the same rows, whoever asks for them. */
export function prepareFake(plan: unknown): PreparedSweep {
  const { count, blockSize, seed = 1, busy_ms = 0, padding = 3, ...accidents } = plan as FakePlan;
  function* rows(first: number, end: number, step: number): Generator<SweepRow> {
    // Depends on where its block began, as a warm start does.
    let last = 0;
    for (let point = first; point < end; point += step) {
      if (point === accidents.exitAt) process.exit(3);
      if (point === accidents.fillAt) fillMemory();
      for (const start = performance.now(); performance.now() - start < busy_ms; );
      if (point % 7 === 3) continue;
      last = Math.sin(point * seed) + last / 3;
      const failed = point % 11 === 5;
      yield {
        point,
        status: failed ? 'failed' : 'ok',
        error: failed ? `no convergence at point ${point}, "really"` : null,
        values: failed ? [point / 4, null, null] : [point / 4, last, 'x'.repeat(padding)],
      };
    }
  }
  return {
    hash: `fake-${count}-${blockSize}-${seed}`,
    count,
    blockSize,
    columns: [
      { name: 'thickness_um', kind: 'number' },
      { name: 'pmax_W_m2', kind: 'number' },
      { name: 'note', kind: 'text' },
    ],
    metadata: { version: '0.0.0', plan: { count, blockSize, seed } },
    rows,
  };
}

function fillMemory(): never {
  const held: number[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, k) => k + held.length + 0.5));
}
