import { photonEnergyWavelength } from '../physics/constants.ts';
import { DataError } from './dataError.ts';
import { checkedColumn, type NumericTable } from './numericTable.ts';

/** nm. */
const [shortest, longest] = [10, 1e6];

/** A column that tells the wavelength, and what it is in nm. */
interface WavelengthUnit {
  readonly min: number;
  readonly max: number;
  toNanometres(value: number): number;
}

const units = new Map<string, WavelengthUnit>([
  ['wavelength_nm', { min: shortest, max: longest, toNanometres: (value) => value }],
  [
    'wavelength_um',
    { min: shortest / 1000, max: longest / 1000, toNanometres: (value) => value * 1000 },
  ],
  [
    'energy_eV',
    {
      min: photonEnergyWavelength / longest,
      max: photonEnergyWavelength / shortest,
      toNanometres: (value) => photonEnergyWavelength / value,
    },
  ],
]);

/** A table by wavelength. */
export interface WavelengthTable extends NumericTable {
  /** nm, ascending. */
  readonly wavelength: Float64Array;
}

/**
 * A table by ascending wavelength, from its column `wavelength_nm`, `wavelength_um` or `energy_eV`:
 * one that runs the other way is turned round.
 *
 * @param table as `parseNumericTable` returns it
 * @param file name for messages
 * @returns the table and its wavelengths
 * @throws DataError for no such column or several, and naming the row that is out of order or bounds
 */
export function byWavelength(table: NumericTable, file: string): WavelengthTable {
  const name = onlyColumn(table, [...units.keys()], file);
  const { min, max, toNanometres } = units.get(name) as WavelengthUnit;
  const written = table.columns.get(name) as Float64Array;
  if (written.length < 2) throw new DataError('needs at least two wavelengths', { file });
  refuseMicrometres(written, name, table, file);
  const order = written[0] > written[written.length - 1] ? 'descending' : 'ascending';
  const values = checkedColumn(table, { name, min, max, order }, file);
  const wavelength = values.map(toNanometres);
  if (wavelength[0] < wavelength[1]) return { ...table, wavelength };
  return {
    columns: new Map([...table.columns].map(([column, rows]) => [column, rows.toReversed()])),
    lines: table.lines.toReversed(),
    notes: table.notes,
    wavelength: wavelength.toReversed(),
  };
}

/** Numbers of a few tenths are the commonest mistake in files of optical constants. */
function refuseMicrometres(
  values: Float64Array,
  name: string,
  { lines, columns }: NumericTable,
  file: string,
): void {
  if (name !== 'wavelength_nm' || !values.every((value) => value > 0 && value < shortest)) return;
  throw new DataError(
    `wavelength_nm: ${values[0]} is outside ${shortest} to ${longest}; if these are micrometres, name the column wavelength_um`,
    {
      file,
      line: lines[0]!,
      column: [...columns.keys()].indexOf(name) + 1,
      found: String(values[0]),
      allowed: `${shortest} to ${longest}`,
    },
  );
}

/**
 * The one of several columns that a table has.
 *
 * @param table as `parseNumericTable` returns it
 * @param known names of which one is wanted
 * @param file name for messages
 * @throws DataError for none of them or several
 */
export function onlyColumn(table: NumericTable, known: readonly string[], file: string): string {
  const [first, second] = known.filter((name) => table.columns.has(name));
  const found = [...table.columns.keys()].join(', ');
  if (first !== undefined && second !== undefined) {
    throw new DataError(`columns ${first} and ${second} exclude each other`, {
      file,
      found,
      allowed: 'one of them',
    });
  }
  if (first !== undefined) return first;
  const wanted = known.join(' or ');
  throw new DataError(`column ${wanted} is missing; found ${found}`, {
    file,
    found,
    allowed: wanted,
  });
}
