import { integrateIrradiance } from '../light/integrateIrradiance.ts';
import { photonCurrent, photonFluxInBins } from '../light/photonFlux.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { elementaryCharge, photonEnergyWavelength } from '../physics/constants.ts';
import type { Paint } from './compareTable.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';

/** Photons that silicon cells may use, nm. */
const useful = [300, 1200] as const;
/** Where the mean energy of photons is taken, as is usual for silicon, nm. */
const band = [350, 1050] as const;

/** A spectrum as it is told. */
export interface SpectrumRow {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly range_nm: readonly [number, number];
  readonly points: number;
  /** All of the table. */
  readonly irradiance_W_m2: number;
  /** Of the photons from 300 to 1200 nm, one carrier for each. */
  readonly photons_mA_cm2: number;
  /** Mean energy of the photons from 350 to 1050 nm; left out where there are none. */
  readonly photon_energy_eV?: number;
  /** The data, where single spectra were asked for. */
  readonly wavelength_nm?: readonly number[];
  readonly irradiance_W_m2_nm?: readonly number[];
  readonly photons_m2_s_nm?: readonly number[];
}

/** What `solarcell spectra --format json` prints. */
export interface SpectraDocument {
  readonly schema: 'solarcell.spectra/1';
  readonly spectra: readonly SpectrumRow[];
}

/** A spectrum with the first line of its file, or what it is computed as. */
export interface ReadSpectrum {
  readonly spectrum: Spectrum;
  readonly title: string;
}

/**
 * Spectra with what they hold.
 *
 * @param spectra as `listSpectra` gives them
 * @param withData whether their tables are told
 */
export function spectraDocument(
  spectra: readonly ReadSpectrum[],
  withData: boolean,
): SpectraDocument {
  return {
    schema: 'solarcell.spectra/1',
    spectra: spectra.map(({ spectrum, title }) => {
      const { name, source = '', wavelength, irradiance } = spectrum;
      const energy = meanPhotonEnergy(spectrum, band);
      return {
        name,
        title,
        source,
        range_nm: [wavelength[0]!, wavelength.at(-1)!],
        points: wavelength.length,
        irradiance_W_m2: integrateIrradiance(spectrum),
        photons_mA_cm2: photonCurrent(photonFluxInBins(spectrum, useful)[0]!),
        ...(energy === undefined ? {} : { photon_energy_eV: energy }),
        ...(withData
          ? {
              wavelength_nm: Array.from(wavelength),
              irradiance_W_m2_nm: Array.from(irradiance),
              photons_m2_s_nm: Array.from(
                irradiance,
                (power, i) => power * photons(wavelength[i]!),
              ),
            }
          : {}),
      };
    }),
  };
}

/** Photons of a joule at a wavelength in nm. */
function photons(wavelength: number): number {
  return wavelength / (photonEnergyWavelength * elementaryCharge);
}

/**
 * Mean energy of the photons in a band, eV.
 *
 * @see C. N. Jardine et al. (2002); AM1.5G has 1.88 eV from 350 to 1050 nm
 */
function meanPhotonEnergy(
  spectrum: Spectrum,
  [from, to]: readonly [number, number],
): number | undefined {
  const count = photonFluxInBins(spectrum, [from, to])[0]! * 1e4;
  if (count === 0) return undefined;
  return powerInBand(spectrum, from, to) / count / elementaryCharge;
}

/** W/m2 from one wavelength to another, irradiance straight between the points of the table. */
function powerInBand({ wavelength, irradiance }: Spectrum, from: number, to: number): number {
  let sum = 0;
  for (let i = 1; i < wavelength.length; i++) {
    const [start, end] = [wavelength[i - 1]!, wavelength[i]!];
    const [low, high] = [Math.max(start, from), Math.min(end, to)];
    if (!(high > low)) continue;
    const slope = (irradiance[i]! - irradiance[i - 1]!) / (end - start);
    const middle = irradiance[i - 1]! + slope * (0.5 * (low + high) - start);
    sum += middle * (high - low);
  }
  return sum;
}

function listSection({ spectra }: SpectraDocument): Section {
  return {
    title: 'Spectra',
    columns: [
      column('name', 'Name', '', 0),
      column('from_nm', 'From', 'nm', 0),
      column('to_nm', 'To', 'nm', 0),
      column('points', 'Points', '', 0),
      column('irradiance_W_m2', 'Light', 'W/m2', 1),
      column('photons_mA_cm2', 'Photons', 'mA/cm2', 2),
      column('photon_energy_eV', 'Mean', 'eV', 3),
      column('title', 'What', '', 0),
      column('source', 'Source', '', 0),
    ],
    rows: spectra.map((row) => [
      row.name,
      ...row.range_nm,
      row.points,
      row.irradiance_W_m2,
      row.photons_mA_cm2,
      row.photon_energy_eV,
      row.title,
      row.source,
    ]),
    notes: [
      `Light: all of the table. Photons: from ${useful.join(' to ')} nm, a carrier for each. Mean: energy of a photon from ${band.join(' to ')} nm.`,
      'Other commands take the shape of a spectrum, and its level from --irradiance.',
    ],
  };
}

/** Rows that people see of a table. */
const shownRows = 30;

function dataSection(row: SpectrumRow, everyRow: boolean): Section {
  const wavelengths = row.wavelength_nm!;
  const step = everyRow ? 1 : Math.max(1, Math.ceil(wavelengths.length / shownRows));
  return {
    title: row.name,
    columns: [
      column('wavelength_nm', 'Wavelength', 'nm', 1),
      column('irradiance_W_m2_nm', 'Irradiance', 'W/(m2 nm)', { significant: 4 }),
      column('photons_m2_s_nm', 'Photons', '1/(m2 s nm)', { significant: 4 }),
    ],
    rows: wavelengths.flatMap((nm, i) =>
      i % step === 0 ? [[nm, row.irradiance_W_m2_nm![i]!, row.photons_m2_s_nm![i]!]] : [],
    ),
    notes: step > 1 ? [`Every ${step}. of ${row.points} rows; --format csv: all.`] : [],
  };
}

function sections(document: SpectraDocument): Section[] {
  const { spectra } = document;
  const shown = spectra.filter((row) => row.wavelength_nm !== undefined);
  return [listSection(document), ...shown.map((row) => dataSection(row, false))];
}

/** Spectra for people. */
export function spectraTable(document: SpectraDocument, paint: Paint): string {
  return sections(document)
    .map((section) => sectionTable(section, paint))
    .join('\n');
}

/** Spectra as Markdown. */
export function spectraMarkdown(document: SpectraDocument): string {
  return sections(document).map(sectionMarkdown).join('\n');
}

/** Spectra as CSV: the list, or the data of those that were asked for. */
export function spectraCsv(document: SpectraDocument): string {
  const { spectra } = document;
  if (spectra[0]?.wavelength_nm === undefined) return sectionCsv(listSection(document));
  const all = spectra.map((row) => dataSection(row, true));
  return sectionCsv({
    ...all[0]!,
    columns: [column('spectrum', '', '', 0), ...all[0]!.columns],
    rows: all.flatMap(({ rows }, s) => rows.map((row) => [spectra[s]!.name, ...row])),
  });
}

/** Spectra as JSON. */
export function spectraJson(document: SpectraDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
