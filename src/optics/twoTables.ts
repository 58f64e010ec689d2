import { DataError } from '../light/dataError.ts';
import { type NumericTable, parseNumericTable } from '../light/numericTable.ts';
import { byWavelength, type WavelengthTable } from '../light/wavelengthColumn.ts';
import { sampleConstants } from './opticalConstants.ts';

/** Temperature where there is no law of it, K. */
const anyTemperature = 300;

/**
 * Reads the CSV of refractiveindex.info: a table `wl,n` and below it `wl,k`, wavelengths in um. k is
 * interpolated to the wavelengths of n that lie within its range.
 *
 * @param text of the file
 * @param file name for messages
 * @returns one table of n and k, or of what there is of them; nothing for a text of another form
 * @throws DataError with the line of the first thing that is wrong
 */
export function twoTables(text: string, file: string): WavelengthTable | undefined {
  const heads = [...text.matchAll(/^\uFEFF?wl[,;\t]([nk])[ \t]*\r?$/gm)];
  if (heads.length === 0) return undefined;
  const part = (which: string): WavelengthTable | undefined => {
    const at = heads.findIndex(([, column]) => column === which);
    if (at < 0) return undefined;
    const from = heads[at]!.index;
    // Lines before are blanked, so that those of the part keep their number.
    const before = text.slice(0, from).replace(/[^\n]/g, '');
    const own = text.slice(from, heads[at + 1]?.index).replace('wl', 'wavelength_um');
    return byWavelength(parseNumericTable(before + own, file), file);
  };
  const [ofN, ofK] = [part('n'), part('k')];
  return ofN === undefined || ofK === undefined ? (ofN ?? ofK) : joined(ofN, ofK, file);
}

function joined(ofN: WavelengthTable, ofK: WavelengthTable, file: string): WavelengthTable {
  const column = (table: NumericTable, name: string) => table.columns.get(name) as Float64Array;
  const [first, last] = [ofK.wavelength[0], ofK.wavelength.at(-1)!];
  const inside = (_: number, i: number) => ofN.wavelength[i] >= first && ofN.wavelength[i] <= last;
  const wavelength = ofN.wavelength.filter(inside);
  if (wavelength.length < 2) {
    throw new DataError('n and k share no range of two wavelengths', { file });
  }
  const k = column(ofK, 'k');
  const constants = { name: 'k', wavelength: ofK.wavelength, n: k, k };
  return {
    wavelength,
    columns: new Map([
      ['n', column(ofN, 'n').filter(inside)],
      ['k', sampleConstants(constants, wavelength, anyTemperature).k],
    ]),
    lines: ofN.lines.filter(inside),
    notes: ofN.notes,
  };
}
