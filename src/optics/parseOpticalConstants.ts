import { DataError } from '../light/dataError.ts';
import { checkedColumn, parseNumericTable } from '../light/numericTable.ts';
import { byWavelength } from '../light/wavelengthColumn.ts';
import type { OpticalConstants } from './opticalConstants.ts';
import { twoTables } from './twoTables.ts';

/** k that ellipsometry of a thin film does not tell from 0. */
const transparent = 1e-3;

/**
 * Reads optical constants: columns `wavelength_nm` (or `wavelength_um`, `energy_eV`), `n`, `k`, and
 * where the material has a temperature law `cn`, `ck` (1e-4/K, with a comment `# temperature: 300 K`);
 * or the CSV of refractiveindex.info, a table of n and one of k by wavelength in um. A comment
 * `# hold: ...` says that beyond the table n stays and k is 0, which only a film may say whose
 * absorption has ended there: k below 1e-3, and not rising.
 *
 * @param text CSV with a head; `#` begins a comment
 * @param source name of the material, file name for messages
 * @returns the constants
 * @throws DataError with the line of the first thing that is wrong
 */
export function parseOpticalConstants(
  text: string,
  source: { readonly name: string; readonly file?: string },
): OpticalConstants {
  const file = source.file ?? source.name;
  const table = twoTables(text, file) ?? byWavelength(parseNumericTable(text, file), file);
  const { wavelength } = table;
  const n = checkedColumn(table, { name: 'n', min: 1e-3, max: 100 }, file);
  if (!table.columns.has('k')) {
    throw new DataError('column "k" is missing; a transparent material has k of 0 in every row', {
      file,
      found: [...table.columns.keys()].join(', '),
      allowed: 'k',
    });
  }
  const k = checkedColumn(table, { name: 'k', min: 0, max: 1000 }, file);
  if (table.notes.has('hold')) refuseHoldOfAbsorber(k, file);
  const origin = table.notes.get('source');
  return {
    name: source.name,
    wavelength,
    n,
    k,
    ...(origin ? { source: origin } : {}),
    ...(table.columns.has('cn') ? { temperature: temperatureLaw() } : {}),
    ...(table.notes.has('hold') ? { transparentBeyond: true } : {}),
  };

  function temperatureLaw() {
    const reference = Number.parseFloat(table.notes.get('temperature') ?? '');
    if (!(reference > 0)) {
      throw new DataError('columns cn and ck need a comment "# temperature: 300 K"', { file });
    }
    const coefficient = (name: string) =>
      checkedColumn(table, { name, min: -1e4, max: 1e4 }, file).map((value) => value * 1e-4);
    return { reference, cn: coefficient('cn'), ck: coefficient('ck') };
  }
}

/** A film that absorbs where its table ends goes on absorbing: k = 0 beyond would invent light. */
function refuseHoldOfAbsorber(k: Float64Array, file: string): void {
  const [before, end] = [k[k.length - 2], k[k.length - 1]];
  if (end < transparent && end <= before) return;
  const what = end < transparent ? `rises from ${before} to ${end}` : `is ${end}`;
  throw new DataError(
    `"# hold:" needs a film that is transparent where its table ends, but k ${what} there (below ${transparent} and not rising is allowed)`,
    { file },
  );
}
