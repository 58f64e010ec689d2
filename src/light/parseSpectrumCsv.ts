import { lightSpeed, planck } from '../physics/constants.ts';
import { DataError } from './dataError.ts';
import { checkedColumn, parseNumericTable } from './numericTable.ts';
import type { Spectrum } from './spectrum.ts';
import { byWavelength, onlyColumn } from './wavelengthColumn.ts';

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
 * Reads a spectrum: a column of wavelengths (`wavelength_nm`, `wavelength_um` or `energy_eV`, in
 * either direction) and one of light:
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
  const table = byWavelength(parseNumericTable(text, file), file);
  const chosen = source.column;
  const known =
    chosen === undefined
      ? lightColumns
      : new Map([
          [chosen, lightColumns.get(chosen) ?? { factor: chosen.endsWith('_um') ? 1e-3 : 1 }],
        ]);
  const lightName = onlyColumn(table, [...known.keys()], file);
  const unit = known.get(lightName) as LightUnit;
  const { wavelength } = table;
  const max = unit.photons ? 1e30 : 1e6 / unit.factor;
  const light = checkedColumn(table, { name: lightName, min: 0, max }, file);
  if (!light.some((value) => value > 0)) throw new DataError('holds no light', { file });
  const origin = table.notes.get('source');
  const irradiance = unit.photons
    ? light.map((value, i) => (value * unit.factor * photonJoule) / wavelength[i])
    : light.map((value) => value * unit.factor);
  return { name: source.name, wavelength, irradiance, ...(origin ? { source: origin } : {}) };
}
