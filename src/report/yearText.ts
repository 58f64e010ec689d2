import { causeNames } from '../energy/field/causes.ts';
import { moreThan } from './compareSummary.ts';
import type { Paint } from './compareTable.ts';
import { heatText, months, planeText, siteLines } from './fieldLines.ts';
import { moduleText } from './moduleConditions.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';
import type { YearDocument } from './yearDocument.ts';

const labelWidth = 10;
/** A column of gains. */
const gainColumn = (key: string, head: string, unit: string) => ({
  ...column(key, head, unit, 2),
  signed: true,
});
const causeHeads = {
  rated: 'Rated',
  temperature: 'Temperature',
  low_light: 'Low light',
  spectrum: 'Spectrum',
  angle: 'Angle',
  bifacial: 'Rear light',
  inverter: 'Inverter',
} as const;

/** What a year holds for: name and text of each line. */
export function yearLines(document: YearDocument): (readonly [string, string])[] {
  const { site, settings, light } = document;
  const behind = settings.bifacial ? `; behind ${light.rear_kWh_m2.toFixed(0)}` : '';
  return [
    ...siteLines(site),
    ['Plane', planeText(settings, light) + behind],
    ['Cells', cellsText(document)],
    ...(settings.set.length > 0 ? [['Set', settings.set.join(', ')] as const] : []),
    ['Baseline', settings.baseline],
  ];
}

function cellsText({ settings, results }: YearDocument): string {
  const how = { map: 'by a map', full: 'every hour solved', module: 'as a datasheet' };
  const models = [...new Set(results.map(({ model }) => how[model]))];
  return [
    `${settings.spectrum.toUpperCase()} ${moduleText(settings.module)}`,
    ...(settings.spectral === 'none' ? [] : [`spectrum by the hour (${settings.spectral})`]),
    heatText(settings),
    `angle ${settings.iam}`,
    `power ${models.join(' and ')}`,
    ...(settings.module_loss_pct > 0 ? [`module loss ${settings.module_loss_pct} %`] : []),
    ...(settings.inverter ? [`inverter ${settings.inverter.efficiency}`] : []),
  ].join(', ');
}

function yearSection({ results, settings }: YearDocument): Section {
  const energy = settings.inverter === undefined ? 'Energy' : 'AC energy';
  return {
    title: 'The year',
    columns: [
      column('cell', 'Cell', '', 0),
      column('efficiency_pct', 'Rated', '%', 2),
      column('energy_kWh_m2', energy, 'kWh/m2', 1),
      column('energy_kWh_kWp', 'Specific', 'kWh/kWp', 0),
      column('performance_ratio', 'Ratio', '', 3),
      column('temperature_C', 'Cell temp.', '°C', 1),
      ...(settings.bifacial ? [column('bifaciality', 'Bifaciality', '', 3)] : []),
      ...(results.length > 1
        ? [
            gainColumn('gain_pct', 'Gain', '%'),
            gainColumn('specific_gain_pct', 'Specific gain', '%'),
          ]
        : []),
    ],
    rows: results.map((result) => {
      const { annual } = result;
      const isBase = result.cell === settings.baseline;
      return [
        result.cell,
        result.efficiency_pct,
        annual.energy_kWh_m2,
        annual.energy_kWh_kWp,
        annual.performance_ratio,
        result.temperature_C,
        ...(settings.bifacial ? [result.bifaciality] : []),
        ...(isBase ? [] : [annual.gain_pct, annual.specific_gain_pct]),
      ];
    }),
    notes: [
      'Rated at 1000 W/m2, 25 °C. Energy per area, and per kilowatt of rated power; ratio: energy over',
      'what the rated efficiency would make of the light in front. Temperature weighted with the light.',
      ...(settings.bifacial
        ? [
            'Bifaciality: light in front that as much light behind is worth, the device lit from both sides.',
          ]
        : []),
    ],
  };
}

function causeSection({ results, settings }: YearDocument): Section {
  const others = results.filter((result) => result.cell !== settings.baseline);
  const shown = causeNames.filter((name) => others.some(({ annual }) => annual.causes[name] !== 0));
  return {
    title: `Why: parts of the gain over ${settings.baseline}, %`,
    columns: [
      column('cell', 'Cell', '', 0),
      ...shown.map((name) => gainColumn(name, causeHeads[name], '')),
      gainColumn('gain_pct', 'Gain', ''),
    ],
    rows: others.map(({ cell, annual }) => [
      cell,
      ...shown.map((name) => annual.causes[name]),
      annual.gain_pct,
    ]),
  };
}

function monthSection({ results }: YearDocument): Section {
  const [first] = results;
  return {
    title: 'Months (kWh/m2)',
    columns: [
      column('month', 'Month', '', 0),
      column('poa_kWh_m2', 'Light', '', 1),
      ...results.map(({ cell }) => column(cell, cell, '', 2)),
    ],
    rows: first!.monthly.map(({ month, poa_kWh_m2 }, i) => [
      months[month - 1],
      poa_kWh_m2,
      ...results.map(({ monthly }) => monthly[i]!.energy_kWh_m2),
    ]),
  };
}

/** Tables of a year: the whole, why cells differ, month by month. */
export function yearSections(document: YearDocument): Section[] {
  const compares = document.results.length > 1;
  return [
    yearSection(document),
    ...(compares ? [causeSection(document)] : []),
    monthSection(document),
  ];
}

/** The answer as a sentence. */
export function yearSummary({ results }: YearDocument): string[] {
  if (results.length < 2) return [];
  const best = (key: 'energy_kWh_m2' | 'energy_kWh_kWp', what: string) => {
    const [first, ...others] = [...results].sort((a, b) => b.annual[key] - a.annual[key]);
    if (!(others[others.length - 1]!.annual[key] > 0)) return [];
    const more = others.map((other) =>
      moreThan(other.cell, first!.annual[key] / other.annual[key]),
    );
    return [`${first!.cell} makes the most ${what}: ${more.join(', ')}.`];
  };
  return [...best('energy_kWh_m2', 'per area'), ...best('energy_kWh_kWp', 'per kilowatt')];
}

/** The year for people: where, in which light, what each cell makes, why, month by month. */
export function yearTable(document: YearDocument, paint: Paint): string {
  const lines = yearLines(document).map(
    ([name, text]) => `${paint.bold(name.padEnd(labelWidth))}${text}`,
  );
  return [
    ...lines,
    '',
    ...yearSections(document).map((section) => sectionTable(section, paint)),
    ...(document.results.length > 1 ? [...yearSummary(document), ''] : []),
  ].join('\n');
}

/** The year as Markdown. */
export function yearMarkdown(document: YearDocument): string {
  return [
    ...yearLines(document).map(([name, text]) => `- ${name}: ${text}`),
    '',
    ...yearSections(document).map(sectionMarkdown),
  ].join('\n');
}

/** The year as CSV: a line for each cell and month, and one for the whole, whose month is empty. */
export function yearCsv({ results }: YearDocument): string {
  const figures = [
    'poa_kWh_m2',
    'rear_kWh_m2',
    'energy_kWh_m2',
    'energy_kWh_kWp',
    'performance_ratio',
    'capacity_factor',
    'gain_pct',
    'specific_gain_pct',
  ] as const;
  const columns = [
    column('cell', '', '', 0),
    column('month', '', '', 0),
    ...figures.map((name) => column(name, '', '', 0)),
    ...causeNames.map((name) => column(`cause_${name}_pct`, '', '', 0)),
  ];
  const rows = results.flatMap(({ cell, annual, monthly }) => [
    [
      cell,
      '',
      ...figures.map((name) => annual[name]),
      ...causeNames.map((name) => annual.causes[name]),
    ],
    ...monthly.map((month) => [
      cell,
      month.month,
      ...figures.map((name) => month[name]),
      ...causeNames.map(() => ''),
    ]),
  ]);
  return sectionCsv({ title: '', columns, rows });
}

/** The year as JSON; same input, same bytes. */
export function yearJson(document: YearDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
