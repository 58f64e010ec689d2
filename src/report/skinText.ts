import type { SkinDrift } from '../cell/skin.ts';
import type { Paint } from './compareTable.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';
import type { SkinDocument, SkinResult } from './skinDocument.ts';

const skinColumns = [
  column('side', 'Side', '', 0),
  column('collects', 'Collects', '', 0),
  column('j0_fA_cm2', 'J0', 'fA/cm2', 3),
  column('ideality', 'Ideality', '', 4),
  column('injection_cm3', 'At injection', 'cm-3', { significant: 3 }),
  column('contact_resistivity_ohm_cm2', 'Contact', 'ohm cm2', 5),
  column('sheet_resistance_ohm', 'Sheet', 'ohm', 1),
  column('collection_pct', 'Collection', '%', 2),
  column('depth_nm', 'Depth', 'nm', 0),
] as const;

const driftColumns = [
  column('j0_exponent', 'J0 exponent', '', 3),
  column('contact_activation_eV', 'Contact activation', 'eV', 4),
  column('collection_pct_K', 'Collection', '%/K', 4),
] as const;

const ofSkin = (skin: SkinResult) =>
  skinColumns.map(({ key }) => skin[key as Exclude<keyof SkinResult, 'drift'>]);
const ofDrift = ({ drift }: SkinResult) =>
  driftColumns.map(({ key }) => drift?.[key as keyof SkinDrift]);

function skinSection({ cell, skins, conditions }: SkinDocument): Section {
  const { irradiance_W_m2, temperature_C } = conditions;
  return {
    title: `Skins of ${cell}`,
    columns: skinColumns,
    rows: [skins.front, skins.rear].map(ofSkin),
    notes: [
      `At the maximum-power point at ${irradiance_W_m2} W/m2 and ${temperature_C} °C; collection at short circuit, sheet in the dark.`,
    ],
  };
}

function driftSection({ skins }: SkinDocument): Section {
  return {
    title: 'With temperature',
    columns: [skinColumns[0], ...driftColumns],
    rows: [skins.front, skins.rear].map((skin) => [skin.side, ...ofDrift(skin)]),
    notes: ['J0 goes as ni^2 T^exponent, the contact as exp(activation/kT).'],
  };
}

/** All of a side in one row, for programs. */
function wholeSection(document: SkinDocument): Section {
  const { front, rear } = document.skins;
  return {
    title: `Skins of ${document.cell}`,
    columns: [...skinColumns, ...driftColumns],
    rows: [front, rear].map((skin) => [...ofSkin(skin), ...ofDrift(skin)]),
  };
}

function fidelitySection({
  figures,
  efficiency_difference_pct: difference,
}: SkinDocument): Section {
  const columns = [
    column('fidelity', 'Fidelity', '', 0),
    column('voc_V', 'Voc', 'V', 4),
    column('jsc_mA_cm2', 'Jsc', 'mA/cm2', 3),
    column('ff_pct', 'FF', '%', 2),
    column('efficiency_pct', 'Efficiency', '%', 3),
    column('pmax_W_m2', 'Pmax', 'W/m2', 2),
  ];
  const sign = difference < 0 ? '' : '+';
  return {
    title: 'The whole cell, and a neutral wafer between these skins',
    columns,
    rows: figures.map((row) => columns.map(({ key }) => row[key as keyof typeof row])),
    notes: [`Efficiency differs by ${sign}${difference.toFixed(4)} % of itself.`],
  };
}

const sections = (document: SkinDocument) => [
  skinSection(document),
  driftSection(document),
  fidelitySection(document),
];

/** Skins for people. */
export function skinTable(document: SkinDocument, paint: Paint): string {
  return sections(document)
    .map((section) => sectionTable(section, paint))
    .join('\n');
}

/** Skins as Markdown. */
export function skinMarkdown(document: SkinDocument): string {
  return sections(document).map(sectionMarkdown).join('\n');
}

/** Skins as CSV, one line a side. */
export function skinCsv(document: SkinDocument): string {
  return sectionCsv(wholeSection(document));
}

/** Skins as JSON. */
export function skinJson(document: SkinDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
