import type { OpticalConstants } from '../optics/opticalConstants.ts';
import { absorptionCoefficient } from '../optics/opticalConstants.ts';
import type { Paint } from './compareTable.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';

/** A set of optical constants as it is told. */
export interface MaterialRow {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly doi: string;
  readonly licence: string;
  readonly range_nm: readonly [number, number];
  readonly points: number;
  /** What is done beyond the range: refused, or n kept with k = 0. */
  readonly beyond: 'refused' | 'transparent';
  /** Whether n and k change with the temperature. */
  readonly temperature: boolean;
  /** The data, where single materials were asked for. */
  readonly wavelength_nm?: readonly number[];
  readonly n?: readonly number[];
  readonly k?: readonly number[];
}

/** What `solarcell materials --format json` prints. */
export interface MaterialsDocument {
  readonly schema: 'solarcell.materials/1';
  readonly materials: readonly MaterialRow[];
}

/** A set of optical constants with what the head of its file says. */
export interface ReadMaterial {
  readonly name: string;
  /** First line of the head. */
  readonly title: string;
  readonly source: string;
  readonly doi: string;
  readonly licence: string;
  readonly constants: OpticalConstants;
}

/**
 * Optical constants with sources and ranges.
 *
 * @param materials as `listMaterials` gives them
 * @param withData whether n and k are told
 */
export function materialsDocument(
  materials: readonly ReadMaterial[],
  withData: boolean,
): MaterialsDocument {
  return {
    schema: 'solarcell.materials/1',
    materials: materials.map(({ constants, ...head }) => ({
      ...head,
      range_nm: [constants.wavelength[0]!, constants.wavelength.at(-1)!],
      points: constants.wavelength.length,
      beyond: constants.transparentBeyond ? 'transparent' : 'refused',
      temperature: constants.temperature !== undefined,
      ...(withData
        ? {
            wavelength_nm: Array.from(constants.wavelength),
            n: Array.from(constants.n),
            k: Array.from(constants.k),
          }
        : {}),
    })),
  };
}

function listSection({ materials }: MaterialsDocument): Section {
  return {
    title: 'Optical constants',
    columns: [
      column('name', 'Name', '', 0),
      column('from_nm', 'From', 'nm', 0),
      column('to_nm', 'To', 'nm', 0),
      column('points', 'Points', '', 0),
      column('beyond', 'Beyond', '', 0),
      column('title', 'What', '', 0),
      column('source', 'Source', '', 0),
    ],
    rows: materials.map((row) => [
      row.name,
      ...row.range_nm,
      row.points,
      row.beyond,
      row.title,
      row.doi === '' ? row.source : `${row.source}, doi:${row.doi}`,
    ]),
    notes: [
      'A cell file names them as optics, or a file of your own: my-tco.csv with wavelength_nm, n, k.',
      'Beyond: outside the range a request is refused, or n keeps its last value and k is 0.',
    ],
  };
}

/** Rows that people see of a material's data. */
const shownRows = 30;

function dataSection(row: MaterialRow, everyRow: boolean): Section {
  const wavelengths = row.wavelength_nm!;
  const step = everyRow ? 1 : Math.max(1, Math.ceil(wavelengths.length / shownRows));
  const rows = wavelengths.flatMap((nm, i) => {
    if (i % step !== 0) return [];
    const k = row.k![i]!;
    return [[nm, row.n![i]!, k, absorptionCoefficient(k, nm)]];
  });
  return {
    title: `${row.name}: ${row.title}`,
    columns: [
      column('wavelength_nm', 'Wavelength', 'nm', 1),
      column('n', 'n', '', 4),
      column('k', 'k', '', { significant: 4 }),
      column('absorption_cm', 'Absorption', '1/cm', { significant: 4 }),
    ],
    rows,
    notes: [
      `${row.source}${row.doi && `, doi:${row.doi}`}; ${row.licence}`,
      ...(step > 1 ? [`Every ${step}. of ${row.points} rows; --format csv: all.`] : []),
    ],
  };
}

function sections(document: MaterialsDocument, everyRow: boolean): Section[] {
  const withData = document.materials.every((row) => row.wavelength_nm !== undefined);
  return withData
    ? document.materials.map((row) => dataSection(row, everyRow))
    : [listSection(document)];
}

/** Optical constants for people. */
export function materialsTable(document: MaterialsDocument, paint: Paint): string {
  return sections(document, false)
    .map((section) => sectionTable(section, paint))
    .join('\n');
}

/** Optical constants as Markdown. */
export function materialsMarkdown(document: MaterialsDocument): string {
  return sections(document, false).map(sectionMarkdown).join('\n');
}

/** Optical constants as CSV: the list, or the data of the materials that were asked for. */
export function materialsCsv(document: MaterialsDocument): string {
  const all = sections(document, true);
  const [first] = all;
  if (document.materials[0]?.wavelength_nm === undefined) return sectionCsv(first!);
  return sectionCsv({
    ...first!,
    columns: [column('material', '', '', 0), ...first!.columns],
    rows: all.flatMap(({ rows }, m) => rows.map((row) => [document.materials[m]!.name, ...row])),
  });
}

/** Optical constants as JSON. */
export function materialsJson(document: MaterialsDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
