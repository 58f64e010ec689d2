import type { Paint } from './compareTable.ts';
import type { OpticsDocument } from './opticsDocument.ts';
import { budgetColumns, opticsLight } from './opticsText.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';

/** What `solarcell optics CELL CELL ... --format json` prints. */
export interface OpticsComparisonDocument {
  readonly schema: 'solarcell.optics-comparison/1';
  /** Each as it stands alone; light and module are the same in all. */
  readonly cells: readonly OpticsDocument[];
}

/** Ends that cells have in common: layers of a side are one. */
const ends: readonly (readonly [string, RegExp])[] = [
  ['shaded by metal', /^shaded$/],
  ['reflected', /^reflected$/],
  ['escaped after passing the wafer', /^escaped$/],
  ['out of the other side', /^transmitted$/],
  ['glass and encapsulant', /\.(glass-coating|glass|encapsulant)$/],
  ['front layers', /^front\./],
  ['wafer', /^wafer$/],
  ['free carriers', /^wafer\./],
  ['rear layers', /^rear\./],
  ['incident', /^incident$/],
];
/** Ends that are smaller in every cell are left out, mA/cm2. */
const shownCurrent = 0.005;

/**
 * Photon budgets by ends that cells have in common, mA/cm2.
 *
 * @returns by end, a value for each cell
 */
export function commonEnds({ cells }: OpticsComparisonDocument): Map<string, number[]> {
  const endOf = (name: string) => ends.find(([, pattern]) => pattern.test(name))![0];
  const rows = ends.map(([end]) => {
    const currents = cells.map(({ budget_mA_cm2 }) =>
      Object.entries(budget_mA_cm2).reduce(
        (sum, [name, current]) => (endOf(name) === end ? sum + current : sum),
        0,
      ),
    );
    return [end, currents] as const;
  });
  return new Map(rows.filter(([, currents]) => Math.max(...currents) >= shownCurrent));
}

function budgetSection(document: OpticsComparisonDocument): Section {
  return {
    title: 'Where the photons end',
    columns: [
      column('end', 'End', '', 0),
      ...document.cells.map(({ cell }) => column(`${cell}_mA_cm2`, cell, 'mA/cm2', 2)),
    ],
    rows: [...commonEnds(document)].map(([end, currents]) => [end, ...currents]),
    notes: ['One cell alone tells of each layer, and of each wavelength.'],
  };
}

function figuresSection({ cells }: OpticsComparisonDocument): Section {
  const inModule = cells.some(({ cell_to_module }) => cell_to_module !== undefined);
  return {
    title: 'Between the fingers, and behind',
    columns: [
      column('cell', 'Cell', '', 0),
      column('weighted_reflectance_pct', 'Reflects', '%', 2),
      column('bifaciality_jsc', 'phi Isc', '', 3),
      column('bifaciality_pmax', 'phi Pmax', '', 3),
      ...(inModule ? [column('cell_to_module', 'Module/air', '', 4)] : []),
    ],
    rows: cells.map((document) => [
      document.cell,
      document.weighted_reflectance_pct,
      document.bifaciality?.jsc,
      document.bifaciality?.pmax,
      ...(inModule ? [document.cell_to_module] : []),
    ]),
    notes: [
      `phi: rear alone over front alone.${inModule ? ' Module/air: current in the module over that in air.' : ''}`,
    ],
  };
}

function iamSection({ cells }: OpticsComparisonDocument): Section {
  return {
    title: 'Response at an angle over that along the normal, for equally many photons',
    columns: [
      column('angle_deg', 'Angle', '°', 0),
      ...cells.map(({ cell }) => column(`${cell}_iam`, cell, '', 4)),
    ],
    rows: cells[0]!.iam!.map(({ angle_deg }, i) => [
      angle_deg,
      ...cells.map(({ iam }) => iam![i]!.iam),
    ]),
  };
}

function sections(document: OpticsComparisonDocument): Section[] {
  return [
    budgetSection(document),
    figuresSection(document),
    ...(document.cells[0]!.iam === undefined ? [] : [iamSection(document)]),
  ];
}

/** Optics of several cells for people. */
export function comparedOpticsTable(document: OpticsComparisonDocument, paint: Paint): string {
  const { light, place } = opticsLight(document.cells[0]!);
  return [
    `${paint.bold('Light     ')}${light}`,
    `${paint.bold('Cells     ')}${place}`,
    '',
    ...sections(document).map((section) => sectionTable(section, paint)),
  ].join('\n');
}

/** The same as Markdown. */
export function comparedOpticsMarkdown(document: OpticsComparisonDocument): string {
  const { light, place } = opticsLight(document.cells[0]!);
  return [
    `- Light: ${light}`,
    `- Cells: ${place}`,
    '',
    ...sections(document).map(sectionMarkdown),
  ].join('\n');
}

/** Every end of every cell as CSV, or the response at every angle. */
export function comparedOpticsCsv({ cells }: OpticsComparisonDocument): string {
  if (cells[0]!.iam !== undefined) {
    return sectionCsv({
      title: '',
      columns: [
        column('cell', '', '', 0),
        column('angle_deg', '', '', 0),
        column('iam', '', '', 0),
        ...budgetColumns,
      ],
      rows: cells.flatMap(({ cell, iam = [] }) =>
        iam.map((row) => [
          cell,
          row.angle_deg,
          row.iam,
          ...budgetColumns.map(({ key }) => row[key as keyof typeof row]),
        ]),
      ),
    });
  }
  return sectionCsv({
    title: '',
    columns: ['cell', 'end', 'current_mA_cm2', 'share_pct'].map((key) => column(key, '', '', 0)),
    rows: cells.flatMap(({ cell, budget_mA_cm2 }) =>
      Object.entries(budget_mA_cm2).map(([end, current]) => [
        cell,
        end,
        current,
        (100 * current) / budget_mA_cm2.incident!,
      ]),
    ),
  });
}

/** The same as JSON. */
export function comparedOpticsJson(document: OpticsComparisonDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
