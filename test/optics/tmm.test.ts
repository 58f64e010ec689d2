import { describe, expect, it } from 'vitest';
import type { OpticalConstants } from '../../src/optics/opticalConstants.ts';
import { type InnerIndex, planarStack } from '../../src/optics/planarStack.ts';
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

/** A row of an incoherent stack by `planarStack`, first R, last T. */
function planar(row: Row, thickness: readonly (number | null)[], inner: InnerIndex): number[] {
  const last = row.n.length - 1;
  const layers = row.n.slice(1, -1).map(([n, k], j) => ({
    n,
    k,
    thickness: thickness[j + 1]!,
    incoherent: thickness[j + 1]! > 1e4,
  }));
  const rear = { n: row.n[last]![0], k: row.n[last]![1] };
  const { wavelength_nm: wavelength, angle_deg: angle, polarisation } = row;
  const light = { wavelength, angle, polarisation, inner };
  const shares = planarStack({ front: row.n[0]![0], layers, rear }, light);
  return [shares.reflected, ...shares.absorbed, shares.transmitted];
}

describe('an incoherent wafer between coherent stacks agrees with tmm', () => {
  // tmm lets light meet the inner faces from silicon's complex index, where R + T is not 1 by
  // a term linear in k; here that index is real and no photon is lost. `planarStack` takes either.
  it.each(tmm.incoherent)('in its convention, all angles: $name', ({ thickness_nm, rows }) => {
    let worst = 0;
    for (const row of rows) {
      planar(row, thickness_nm, 'complex').forEach((share, j) => {
        worst = Math.max(worst, Math.abs(share - row.absorbed_by_layer[j]!));
      });
    }
    expect(rows.length).toBeGreaterThan(100);
    expect(worst).toBeLessThan(1e-12);
  });

  it.each(tmm.incoherent)('and a cell is solved in ours: $name', ({ thickness_nm, rows }) => {
    let ofTmm = 0;
    let ofPlanar = 0;
    for (const row of rows.filter(({ angle_deg }) => angle_deg === 0)) {
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
        ofTmm = Math.max(ofTmm, Math.abs(ours[j] - share));
      });
      planar(row, thickness_nm, 'real').forEach((share, j) => {
        ofPlanar = Math.max(ofPlanar, Math.abs(ours[j] - share));
      });
    }
    expect(ofPlanar).toBeLessThan(1e-12);
    expect(ofTmm).toBeLessThan(2e-5);
  });
});
