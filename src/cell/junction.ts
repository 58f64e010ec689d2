import type { Circuit, CurvePoint } from '../circuit/terminal.ts';

/** What a search at the terminals needs of a cell, whether its whole stack is solved or not. */
export interface Junction {
  /** What stands between the junction and the terminals. */
  readonly circuit: Circuit;
  /** kT/q, V. */
  readonly thermalVoltage: number;
  /** Carriers that light makes at a light of 1 (1000 W/m2), cm^-2 s^-1. */
  readonly generated: number;
  /** Point of the junction at a voltage, V, and a light. */
  solve(voltage: number, light: number): CurvePoint;
  /** Splitting of the quasi-Fermi levels in the middle of the wafer at the last point, V. */
  impliedVoltage(): number;
}
