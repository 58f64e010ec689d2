import { DataError } from './dataError.ts';
import { checkedColumn, parseNumericTable } from './numericTable.ts';
import type { Spectrum } from './spectrum.ts';

/** Wavelength columns that are understood, and their length in nm. */
const wavelengthColumns = new Map([
  ['wavelength_nm', 1],
  ['wavelength_um', 1000],
]);
/** Irradiance columns that are understood, and their unit in W m^-2 nm^-1. */
const irradianceColumns = new Map([
  ['irradiance_W_m2_nm', 1],
  ['irradiance_W_m2_um', 1e-3],
]);

/**
 * Reads a spectrum: a column of wavelengths (`wavelength_nm` or `wavelength_um`) and one of
 * spectral irradiance (`irradiance_W_m2_nm` or `irradiance_W_m2_um`). Files of several spectra,
 * such as the table of ASTM G173, are read by the name of a column.
 *
 * @param text CSV with a head; `#` begins a comment
 * @param source name of the spectrum, file name for messages, and of the column of irradiance
 *   where it has another name than those above (W m^-2 nm^-1; W m^-2 um^-1 if it ends in `_um`)
 * @returns the spectrum, in nm
 * @throws DataError with the line of the first thing that is wrong
 */
export function parseSpectrumCsv(
  text: string,
  source: { readonly name: string; readonly file?: string; readonly column?: string },
): Spectrum {
  const file = source.file ?? source.name;
  const table = parseNumericTable(text, file);
  const [lengthName, length] = pick(table.columns, wavelengthColumns, file);
  const chosen = source.column;
  const known = chosen ? new Map([[chosen, chosen.endsWith('_um') ? 1e-3 : 1]]) : irradianceColumns;
  const [irradianceName, unit] = pick(table.columns, known, file);
  const wavelength = checkedColumn(
    table,
    { name: lengthName, min: 10 / length, max: 1e6 / length, ascending: true },
    file,
  );
  const irradiance = checkedColumn(table, { name: irradianceName, min: 0, max: 1e6 }, file);
  if (wavelength.length < 2) throw new DataError('needs at least two wavelengths', { file });
  if (!irradiance.some((value) => value > 0)) throw new DataError('holds no light', { file });
  const origin = table.notes.get('source');
  return {
    name: source.name,
    wavelength: wavelength.map((value) => value * length),
    irradiance: irradiance.map((value) => value * unit),
    ...(origin ? { source: origin } : {}),
  };
}

function pick(
  columns: ReadonlyMap<string, Float64Array>,
  known: ReadonlyMap<string, number>,
  file: string,
): [string, number] {
  for (const [name, factor] of known) if (columns.has(name)) return [name, factor];
  const wanted = [...known.keys()].join(' or ');
  const found = [...columns.keys()].join(', ');
  throw new DataError(`column ${wanted} is missing; found ${found}`, {
    file,
    found,
    allowed: wanted,
  });
}
