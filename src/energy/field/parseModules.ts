import type { ReferenceDiode } from '../../circuit/singleDiode/deSoto.ts';
import { csvRows } from '../../light/csvRows.ts';
import { DataError } from '../../light/dataError.ts';

/** A commercial module: its rating and its single diode. */
export interface PvModule {
  readonly technology: string;
  readonly name: string;
  /** At standard test conditions, W. */
  readonly power_W: number;
  readonly area_m2: number;
  readonly cellsInSeries: number;
  readonly isc_A: number;
  readonly voc_V: number;
  readonly imp_A: number;
  readonly vmp_V: number;
  /** Nominal operating cell temperature, degC. */
  readonly noct_C: number;
  /** Six parameters of the California Energy Commission. */
  readonly diode: ReferenceDiode;
}

const numbers = [
  'power_W',
  'area_m2',
  'cells_in_series',
  'isc_A',
  'voc_V',
  'imp_A',
  'vmp_V',
  'noct_C',
  'alpha_sc_A_K',
  'a_ref_V',
  'il_ref_A',
  'i0_ref_A',
  'rs_ohm',
  'rsh_ref_ohm',
  'adjust_pct',
] as const;
type NumberColumn = (typeof numbers)[number];

/** These may be zero or below. */
const anySign: readonly NumberColumn[] = ['alpha_sc_A_K', 'adjust_pct', 'rs_ohm'];

/**
 * Reads a table of modules.
 *
 * @param text CSV with columns technology, module and those of the file that ships
 * @param file name for messages
 * @returns the modules, in the order of the file
 * @throws DataError with line and column of the first fault
 */
export function parseModules(text: string, file: string): PvModule[] {
  const [head, ...rows] = csvRows(text);
  if (!head || rows.length === 0) throw new DataError('has no modules', { file });
  const missing = ['technology', 'module', ...numbers].find((name) => !head.cells.includes(name));
  if (missing !== undefined) {
    throw new DataError(`column "${missing}" is missing`, { file, line: head.line });
  }
  return rows.map(({ line, cells }) => {
    const text = (name: string) => cells[head.cells.indexOf(name)] ?? '';
    const value = (name: NumberColumn): number => {
      const found = text(name);
      const number = found === '' ? Number.NaN : Number(found);
      if (Number.isFinite(number) && (number > 0 || anySign.includes(name))) return number;
      const allowed = anySign.includes(name) ? 'a number' : 'a number above 0';
      const column = head.cells.indexOf(name) + 1;
      const message = `${name}: "${found}" is not ${allowed}`;
      throw new DataError(message, { file, line, column, found, allowed });
    };
    return {
      technology: text('technology'),
      name: text('module'),
      power_W: value('power_W'),
      area_m2: value('area_m2'),
      cellsInSeries: value('cells_in_series'),
      isc_A: value('isc_A'),
      voc_V: value('voc_V'),
      imp_A: value('imp_A'),
      vmp_V: value('vmp_V'),
      noct_C: value('noct_C'),
      diode: {
        photocurrent: value('il_ref_A'),
        saturationCurrent: value('i0_ref_A'),
        thermalVoltage: value('a_ref_V'),
        seriesResistance: value('rs_ohm'),
        shuntResistance: value('rsh_ref_ohm'),
        currentCoefficient: value('alpha_sc_A_K'),
        adjust: value('adjust_pct'),
      },
    };
  });
}
