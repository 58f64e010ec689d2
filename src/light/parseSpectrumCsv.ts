import { lightSpeed, planck } from '../physics/constants.ts';
import { DataError } from './dataError.ts';
import { checkedColumn, parseNumericTable } from './numericTable.ts';
import type { Spectrum } from './spectrum.ts';

/** Wavelength columns that are understood, and their length in nm. */
const wavelengthColumns = new Map([
  ['wavelength_nm', 1],
  ['wavelength_um', 1000],
]);
/** Unit of a column of light. */
interface LightUnit {
  /** In W m^-2 nm^-1, or in photons m^-2 s^-1 nm^-1. */
  readonly factor: number;
  readonly photons?: boolean;
}
/** mol^-1 (exact, SI 2019). */
const avogadro = 6.02214076e23;
/** J nm of a photon: energy times wavelength. */
const photonJoule = planck * lightSpeed * 1e7;

/** Columns of light that are understood: by unit. */
const lightColumns = new Map<string, LightUnit>([
  ['irradiance_W_m2_nm', { factor: 1 }],
  ['irradiance_W_m2_um', { factor: 1e-3 }],
  ['irradiance_mW_m2_nm', { factor: 1e-3 }],
  ['irradiance_uW_cm2_nm', { factor: 1e-2 }],
  ['photons_m2_s_nm', { factor: 1, photons: true }],
  ['photons_cm2_s_nm', { factor: 1e4, photons: true }],
  ['photons_m2_s_um', { factor: 1e-3, photons: true }],
  ['photons_umol_m2_s_nm', { factor: avogadro * 1e-6, photons: true }],
]);

/**
 * Reads a spectrum: a column of wavelengths (`wavelength_nm` or `wavelength_um`) and one of light:
 * spectral irradiance (`irradiance_W_m2_nm`, `irradiance_W_m2_um`, `irradiance_mW_m2_nm`,
 * `irradiance_uW_cm2_nm`) or photons (`photons_m2_s_nm`, `photons_cm2_s_nm`, `photons_m2_s_um`,
 * `photons_umol_m2_s_nm`). Files of several spectra, such as the table of ASTM G173, are read by
 * the name of a column.
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
  const known =
    chosen === undefined
      ? lightColumns
      : new Map([
          [chosen, lightColumns.get(chosen) ?? { factor: chosen.endsWith('_um') ? 1e-3 : 1 }],
        ]);
  const [lightName, unit] = pick(table.columns, known, file);
  const wavelength = checkedColumn(
    table,
    { name: lengthName, min: 10 / length, max: 1e6 / length, ascending: true },
    file,
  ).map((value) => value * length);
  const max = unit.photons ? 1e30 : 1e6 / unit.factor;
  const light = checkedColumn(table, { name: lightName, min: 0, max }, file);
  if (wavelength.length < 2) throw new DataError('needs at least two wavelengths', { file });
  if (!light.some((value) => value > 0)) throw new DataError('holds no light', { file });
  const origin = table.notes.get('source');
  const irradiance = unit.photons
    ? light.map((value, i) => (value * unit.factor * photonJoule) / wavelength[i])
    : light.map((value) => value * unit.factor);
  return { name: source.name, wavelength, irradiance, ...(origin ? { source: origin } : {}) };
}

function pick<Unit>(
  columns: ReadonlyMap<string, Float64Array>,
  known: ReadonlyMap<string, Unit>,
  file: string,
): [string, Unit] {
  const present = [...known].filter(([name]) => columns.has(name));
  const [first, second] = present;
  if (first && !second) return first;
  const found = [...columns.keys()].join(', ');
  if (first && second) {
    throw new DataError(`columns ${first[0]} and ${second[0]} exclude each other`, {
      file,
      found,
      allowed: 'one of them',
    });
  }
  const wanted = [...known.keys()].join(' or ');
  throw new DataError(`column ${wanted} is missing; found ${found}`, {
    file,
    found,
    allowed: wanted,
  });
}
