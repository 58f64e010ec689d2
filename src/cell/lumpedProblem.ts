import type { NeutralSilicon } from './lumpedRecombination.ts';

/** Recombination of a side: coefficient X^power with X = np - nie^2, cm^-2 s^-1. */
export interface LumpedSide {
  readonly coefficient: number;
  /** Whether X is np over the nie^2 of equilibrium, or that of the splitting alone (`sideNarrows`). */
  readonly narrows: boolean;
  /** 1/ideality. */
  readonly power: number;
  /** Carriers that light makes in it and that leave it, at a light of 1, cm^-2 s^-1. */
  readonly generation: number;
}

/** A neutral wafer between two skins; side a collects electrons and lies at x = 0. */
export interface LumpedProblem {
  readonly silicon: NeutralSilicon;
  /** kT/q, V. */
  readonly thermalVoltage: number;
  /** Places where the excess density is solved for, ascending from 0, cm. */
  readonly x: Float64Array;
  /** Carriers made around each place at a light of 1, cm^-2 s^-1. */
  readonly generation: Float64Array;
  readonly a: LumpedSide;
  readonly b: LumpedSide;
}
