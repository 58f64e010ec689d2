import type { Paint } from './compareTable.ts';
import { heatText, months, planeText, siteLines } from './fieldLines.ts';
import type { IrradianceDocument, IrradianceHour } from './irradianceDocument.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';

const labelWidth = 10;

function lines(document: IrradianceDocument): (readonly [string, string])[] {
  const { site, settings, annual } = document;
  const behind = settings.rows === undefined ? '' : `; behind ${annual.rear_kWh_m2.toFixed(0)}`;
  return [
    ...siteLines(site),
    ['Plane', planeText(settings, annual) + behind],
    ['Cells', `${heatText(settings)}, angle ${settings.iam}`],
  ];
}

function monthSection({ annual, monthly, settings }: IrradianceDocument): Section {
  const row = (name: string, sums: IrradianceDocument['annual']) => [
    name,
    sums.ghi_kWh_m2,
    sums.beam_kWh_m2,
    sums.sky_kWh_m2,
    sums.ground_kWh_m2,
    sums.poa_kWh_m2,
    sums.effective_kWh_m2,
    ...(settings.rows === undefined ? [] : [sums.rear_kWh_m2]),
    sums.cell_temperature_C ?? undefined,
  ];
  return {
    title: 'Light on the plane, by month',
    columns: [
      column('month', 'Month', '', 0),
      column('ghi_kWh_m2', 'Level', 'kWh/m2', 1),
      column('beam_kWh_m2', 'Beam', 'kWh/m2', 1),
      column('sky_kWh_m2', 'Sky', 'kWh/m2', 1),
      column('ground_kWh_m2', 'Ground', 'kWh/m2', 1),
      column('poa_kWh_m2', 'Plane', 'kWh/m2', 1),
      column('effective_kWh_m2', 'Effective', 'kWh/m2', 1),
      ...(settings.rows === undefined ? [] : [column('rear_kWh_m2', 'Behind', 'kWh/m2', 1)]),
      column('cell_temperature_C', 'Cell temp.', '°C', 1),
    ],
    rows: [...monthly.map((sums) => row(months[sums.month - 1]!, sums)), row('All', annual)],
    notes: [
      'Level: on a horizontal plane. Effective: what counts like light at normal incidence.',
      'Temperature weighted with the light. --format csv or json: every hour.',
    ],
  };
}

/** Light on a plane for people: by month. */
export function irradianceTable(document: IrradianceDocument, paint: Paint): string {
  const head = lines(document).map(
    ([name, text]) => `${paint.bold(name.padEnd(labelWidth))}${text}`,
  );
  return [...head, '', sectionTable(monthSection(document), paint)].join('\n');
}

/** The months as Markdown. */
export function irradianceMarkdown(document: IrradianceDocument): string {
  return [
    ...lines(document).map(([name, text]) => `- ${name}: ${text}`),
    '',
    sectionMarkdown(monthSection(document)),
  ].join('\n');
}

/** Every hour as a line of CSV; empty where a quantity is not defined. */
export function irradianceCsv({ hours }: IrradianceDocument): string {
  const names = Object.keys(hours[0]!) as (keyof IrradianceHour)[];
  return sectionCsv({
    title: '',
    columns: names.map((name) => column(name, '', '', 0)),
    rows: hours.map((hour) => names.map((name) => hour[name] ?? undefined)),
  });
}

/** Sums and every hour as JSON; an hour a line. */
export function irradianceJson({ hours, ...rest }: IrradianceDocument): string {
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  return `${head},\n  "hours": [\n${hours.map((hour) => `    ${JSON.stringify(hour)}`).join(',\n')}\n  ]\n}\n`;
}
