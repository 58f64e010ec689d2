import type { Spectrum } from '../light/spectrum.ts';
import type { Cell, CellResult } from './cell.ts';
import type { MakeTerminalSimulator } from './fidelity.ts';
import { cellSimulator } from './simulate.ts';

/** Key figures at one temperature. */
export interface TemperatureRow extends Omit<CellResult, 'photons'> {
  readonly temperature_C: number;
}

/** Key figures against temperature, and their relative slopes. */
export interface TemperatureTable {
  readonly voc_pct_K: number;
  readonly jsc_pct_K: number;
  readonly ff_pct_K: number;
  readonly pmax_pct_K: number;
  readonly rows: readonly TemperatureRow[];
}

/** Temperature that the coefficients are relative to, degC (IEC 60891). */
const reference = 25;

/**
 * Key figures over temperature, and temperature coefficients as they are measured: the slope of
 * a straight line through all points over that line's value at 25 degC.
 *
 * @param cell as `loadCell` returns it
 * @param spectrum its shape counts
 * @param irradiance W/m2
 * @param temperatures of the cell, degC, at least two different ones
 * @param simulator how the cell is solved; whole when left out
 * @returns a row a temperature, coefficients in %/K
 * @throws RangeError for fewer than two temperatures
 * @throws CalculationError when the device does not converge
 * @see IEC 60891:2021, clause 5, for the straight line
 */
export function temperatureTable(
  cell: Cell,
  spectrum: Spectrum,
  irradiance: number,
  temperatures: readonly number[],
  simulator: MakeTerminalSimulator = cellSimulator,
): TemperatureTable {
  if (new Set(temperatures).size < 2) {
    throw new RangeError('temperature coefficients need at least two temperatures');
  }
  const rows = temperatures.map((temperature) => {
    const { photons: _, ...figures } = simulator(cell, spectrum, temperature).at(irradiance);
    return { temperature_C: temperature, ...figures };
  });
  const slope = (value: (row: TemperatureRow) => number) =>
    relativeSlope(temperatures, rows.map(value));
  return {
    voc_pct_K: slope((row) => row.voc_V),
    jsc_pct_K: slope((row) => row.jsc_mA_cm2),
    ff_pct_K: slope((row) => row.ff_pct),
    pmax_pct_K: slope((row) => row.pmax_W_m2),
    rows,
  };
}

/** Slope of the least-squares line over its value at the reference, %/K. */
function relativeSlope(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = mean(x);
  const level = mean(y);
  const spread = x.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const slope = x.reduce((sum, value, i) => sum + (value - centre) * (y[i]! - level), 0) / spread;
  return (100 * slope) / (level + slope * (reference - centre));
}
