import { DataError } from '../light/dataError.ts';
import { checkedColumn, parseNumericTable } from '../light/numericTable.ts';

/** A measured doping profile, as from ECV or SIMS. */
export interface DopingTable {
  /** Below the surface, cm, ascending. */
  readonly depth: Float64Array;
  /** cm^-3. */
  readonly density: Float64Array;
}

/**
 * Reads a doping profile: columns `depth_um` (or `depth_nm`) and `density_cm3`.
 *
 * @param text CSV with a head; `#` begins a comment
 * @param file name for messages
 * @returns the profile
 * @throws DataError with the line of the first thing that is wrong
 */
export function parseDopingTable(text: string, file: string): DopingTable {
  const table = parseNumericTable(text, file);
  const [name, unit] = table.columns.has('depth_nm')
    ? (['depth_nm', 1e-7] as const)
    : (['depth_um', 1e-4] as const);
  const depth = checkedColumn(table, { name, min: 0, max: 0.1 / unit, order: 'ascending' }, file);
  const density = checkedColumn(table, { name: 'density_cm3', min: 1, max: 1e22 }, file);
  if (depth.length < 2) throw new DataError('needs at least two depths', { file });
  return { depth: depth.map((value) => value * unit), density };
}

/**
 * Density at a depth: its logarithm is interpolated, the first value holds to the surface, and
 * beyond the last the slope of the last interval goes on where it falls.
 *
 * @param table the profile
 * @param depth below the surface, cm
 * @returns cm^-3
 */
export function dopingAt(table: DopingTable, depth: number): number {
  const { depth: x, density } = table;
  const last = x.length - 1;
  if (depth <= x[0]) return density[0];
  let i = 0;
  while (i < last - 1 && x[i + 1] < depth) i++;
  const slope = Math.log(density[i + 1] / density[i]) / (x[i + 1] - x[i]);
  if (depth > x[last]) return slope < 0 ? density[last] * Math.exp(slope * (depth - x[last])) : 0;
  return density[i] * Math.exp(slope * (depth - x[i]));
}
