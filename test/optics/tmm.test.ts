import { describe, expect, it } from 'vitest';
import type { OpticalConstants } from '../../src/optics/opticalConstants.ts';
import { solveOptics } from '../../src/optics/solveOptics.ts';
import { frontStacks, type Row, solveFront, solveStack, tmm } from './tmmStacks.ts';

describe('coherent stacks agree with tmm', () => {
  it.each(tmm.coherent)('$name', ({ thickness_nm, rows }) => {
    let worst = 0;
    for (const row of rows) {
      const out = solveStack(
        row.n,
        thickness_nm,
        row.angle_deg,
        row.polarisation,
        row.wavelength_nm,
      );
      row.absorbed_by_layer.forEach((share, j) => {
        worst = Math.max(worst, Math.abs(out[j] - share));
      });
    }
    expect(worst).toBeLessThan(1e-13);
  });

  it.each(frontStacks)('$name', (stack) => {
    let worst = 0;
    for (const light of stack.cases) {
      stack.wavelength_nm.forEach((_, w) => {
        const out = solveFront(stack, light, w);
        const last = out.length - 1;
        worst = Math.max(
          worst,
          Math.abs(out[0] - light.R[w]),
          Math.abs(out[last] - light.T_into_last_medium[w]),
        );
        Object.values(light.absorbed_in_film ?? {}).forEach((film, j) => {
          worst = Math.max(worst, Math.abs(out[j + 1] - film[w]));
        });
      });
    }
    // The file prints its indices to about nine digits.
    expect(worst).toBeLessThan(1e-9);
  });
});

type Complex = readonly [number, number];
const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const plus = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];
const minus = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d];
const over = (a: Complex, [c, d]: Complex): Complex =>
  times(a, [c, -d]).map((x) => x / (c * c + d * d)) as never;
const square = ([a, b]: Complex) => a * a + b * b;

/** Films between two media along the normal, light from a medium that may absorb. */
function films(from: Complex, stack: readonly [Complex, number][], to: Complex, lambda: number) {
  let [b, c]: [Complex, Complex] = [[1, 0], to];
  const flux = [to[0]];
  for (const [n, d] of stack.toReversed()) {
    const [x, y] = [(2 * Math.PI * n[0] * d) / lambda, (2 * Math.PI * n[1] * d) / lambda];
    const cos: Complex = [Math.cos(x) * Math.cosh(y), -Math.sin(x) * Math.sinh(y)];
    const sin: Complex = [Math.sin(x) * Math.cosh(y), Math.cos(x) * Math.sinh(y)];
    const turned: Complex = [sin[1], -sin[0]];
    [b, c] = [
      plus(times(cos, b), over(times(turned, c), n)),
      plus(times(times(turned, n), b), times(cos, c)),
    ];
    flux.unshift(b[0] * c[0] + b[1] * c[1]);
  }
  const sum = plus(times(from, b), c);
  const passed = square(over([2 * from[0], 2 * from[1]], sum)) / from[0];
  const entering = flux.map((value) => value * passed);
  return {
    R: square(over(minus(times(from, b), c), sum)),
    T: entering[entering.length - 1],
    entering: entering[0],
    absorbed: stack.map((_, j) => entering[j] - entering[j + 1]),
  };
}

/** The sum over passes of a wafer, light meeting its faces from the index `inside`. */
function wafer(row: Row, thickness: readonly (number | null)[], inside: Complex): number[] {
  const lambda = row.wavelength_nm;
  const n: readonly Complex[] = row.n;
  const layer = (j: number): [Complex, number] => [n[j], thickness[j] ?? 0];
  const forth = films(n[0], [layer(1), layer(2)], n[3], lambda);
  const back = films(inside, [layer(2), layer(1)], n[0], lambda);
  const rear = films(inside, [layer(4), layer(5)], n[6], lambda);
  const pass = Math.exp((-4 * Math.PI * n[3][1] * (thickness[3] ?? 0)) / lambda);
  const down = forth.T / (1 - back.R * rear.R * pass * pass);
  const up = down * pass * rear.R * pass;
  return [
    forth.R + up * back.T,
    forth.absorbed[0] + up * back.absorbed[1],
    forth.absorbed[1] + up * back.absorbed[0],
    forth.T - up * back.entering - down * pass * rear.entering,
    down * pass * rear.absorbed[0],
    down * pass * rear.absorbed[1],
    down * pass * rear.T,
  ];
}

describe('an incoherent wafer between coherent stacks agrees with tmm', () => {
  // tmm lets light meet the inner faces from silicon's complex index, where R + T is not 1 by
  // a term linear in k; here that index is real and no photon is lost. One sum over the passes,
  // told either convention, meets tmm with the one and the library with the other.
  it.each(tmm.incoherent)('but for the index inside: $name', ({ thickness_nm, rows }) => {
    let worst = 0;
    for (const row of rows.filter(({ angle_deg }) => angle_deg === 0)) {
      const sum = wafer(row, thickness_nm, row.n[3]);
      row.absorbed_by_layer.forEach((share, j) => {
        worst = Math.max(worst, Math.abs(sum[j] - share));
      });
    }
    expect(worst).toBeLessThan(1e-12);
  });

  it.each(tmm.incoherent)('$name', ({ thickness_nm, rows }) => {
    let conventions = 0;
    let worst = 0;
    for (const row of rows) {
      if (row.angle_deg !== 0) continue;
      const lambda = row.wavelength_nm;
      const constant = (j: number): OpticalConstants => ({
        name: String(j),
        wavelength: Float64Array.of(lambda - 1, lambda + 1),
        n: Float64Array.of(row.n[j][0], row.n[j][0]),
        k: Float64Array.of(row.n[j][1], row.n[j][1]),
      });
      const film = (j: number) => ({
        name: String(j),
        constants: constant(j),
        thickness: thickness_nm[j] ?? 0,
      });
      const solution = solveOptics(
        {
          front: { texture: 'planar', films: [film(1), film(2)], outside: constant(0) },
          wafer: { constants: constant(3), thickness: (thickness_nm[3] ?? 0) * 1e-7 },
          rear: { texture: 'planar', films: [film(4), film(5)], outside: constant(6) },
        },
        Float64Array.of(lambda),
        300,
      );
      const ours = [
        solution.reflected[0] + solution.escaped[0],
        solution.frontFilms[0][0],
        solution.frontFilms[1][0],
        solution.wafer[0],
        solution.rearFilms[0][0],
        solution.rearFilms[1][0],
        solution.transmitted[0],
      ];
      row.absorbed_by_layer.forEach((share, j) => {
        worst = Math.max(worst, Math.abs(ours[j] - share));
      });
      wafer(row, thickness_nm, [row.n[3][0], 0]).forEach((share, j) => {
        conventions = Math.max(conventions, Math.abs(ours[j] - share));
      });
    }
    expect(conventions).toBeLessThan(1e-12);
    expect(worst).toBeLessThan(2e-5);
  });
});
