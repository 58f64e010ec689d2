import type { AmphotericBonds } from './description.ts';

/**
 * Dangling bonds with three charge states (+, 0, -) on quadrature points: levels E (+/0) and
 * E + U (0/-). The degeneracy of the neutral state is 2.
 */
export interface AmphotericTable {
  /** Bonds of the point, cm^-3. */
  readonly weight: Float64Array;
  /** Emission at the lower level: of holes from the positive, of electrons from the neutral, 1/s. */
  readonly holesLow: Float64Array;
  readonly electronsLow: Float64Array;
  /** At the upper level: of holes from the neutral, of electrons from the negative, 1/s. */
  readonly holesHigh: Float64Array;
  readonly electronsHigh: Float64Array;
  /** Capture coefficients of a neutral and of an oppositely charged bond, cm^3/s. */
  readonly neutral: number;
  readonly charged: number;
}

/** Where a quadrature puts its points. */
export interface EnergyGrid {
  /** Above the valence band edge, eV. */
  readonly energy: Float64Array;
  /** Width each point stands for, eV. */
  readonly measure: Float64Array;
}

/**
 * Puts amphoteric bonds on quadrature points.
 *
 * @param bonds Gaussian distribution of the lower level, and the correlation energy, eV
 * @param grid quadrature over the gap
 * @param band gap in eV, densities of states in cm^-3, kT in eV
 * @param capture coefficients of a neutral and of a charged bond, cm^3/s
 * @see C.-T. Sah, W. Shockley, Phys. Rev. 109, 1103 (1958), doi:10.1103/PhysRev.109.1103
 */
export function amphotericTable(
  bonds: AmphotericBonds,
  grid: EnergyGrid,
  band: { gap: number; conductionStates: number; valenceStates: number; kT: number },
  capture: { neutral: number; charged: number },
): AmphotericTable {
  const { gap, conductionStates, valenceStates, kT } = band;
  const { neutral, charged } = capture;
  const correlation = bonds.correlationEnergy;
  return {
    weight: grid.energy.map(
      (energy, k) =>
        grid.measure[k] *
        bonds.density *
        Math.exp(-0.5 * ((energy - bonds.energy) / bonds.width) ** 2),
    ),
    // n1 = Nc/2 exp(-(Ec-E)/kT), p1 = 2 Nv exp(-(E-Ev)/kT); at E + U with 2 Nc and Nv/2.
    electronsLow: grid.energy.map(
      (e) => charged * 0.5 * conductionStates * Math.exp(-(gap - e) / kT),
    ),
    holesLow: grid.energy.map((e) => neutral * 2 * valenceStates * Math.exp(-e / kT)),
    electronsHigh: grid.energy.map(
      (e) => neutral * 2 * conductionStates * Math.exp(-(gap - e - correlation) / kT),
    ),
    holesHigh: grid.energy.map(
      (e) => charged * 0.5 * valenceStates * Math.exp(-(e + correlation) / kT),
    ),
    neutral,
    charged,
  };
}

/**
 * Adds charge and recombination of amphoteric bonds to the sums of the other gap states.
 *
 * With the rates a (+ to 0), b (0 to +), c (0 to -), d (- to 0) the shares of the charge states
 * are f0 = 1/(1 + b/a + c/d), f+ = f0 b/a, f- = f0 c/d, and R = N f0 (cn+ cp0/a + cn0 cp-/d)
 * (np - nie^2).
 *
 * @param table the bonds
 * @param n electrons, cm^-3
 * @param p holes, cm^-3
 * @param out as `defectResult` says; added to
 */
export function addAmphotericBonds(
  table: AmphotericTable,
  n: number,
  p: number,
  out: Float64Array,
): void {
  const { weight, holesLow, electronsLow, holesHigh, electronsHigh, neutral, charged } = table;
  const product = neutral * charged;
  for (let k = 0; k < weight.length; k++) {
    const w = weight[k];
    const a = 1 / (charged * n + holesLow[k]);
    const d = 1 / (charged * p + electronsHigh[k]);
    const plus = (neutral * p + electronsLow[k]) * a;
    const minus = (neutral * n + holesHigh[k]) * d;
    const f0 = 1 / (1 + plus + minus);
    const plusByN = -plus * charged * a;
    const plusByP = neutral * a;
    const minusByN = neutral * d;
    const minusByP = -minus * charged * d;
    const f0ByN = -f0 * f0 * (plusByN + minusByN);
    const f0ByP = -f0 * f0 * (plusByP + minusByP);
    const rate = product * (a + d);
    out[0] += w * f0 * (plus - minus);
    out[1] += w * (f0ByN * (plus - minus) + f0 * (plusByN - minusByN));
    out[2] += w * (f0ByP * (plus - minus) + f0 * (plusByP - minusByP));
    out[3] += w * f0 * rate;
    out[4] += w * (f0ByN * rate - f0 * product * charged * a * a);
    out[5] += w * (f0ByP * rate - f0 * product * charged * d * d);
  }
}
