import type { Paint } from './compareTable.ts';
import type { LimitDocument } from './limitDocument.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';
import { figureColumns } from './simulateSections.ts';

/** Conditions and models of a limit: name and text of each line. */
function conditionLines({ conditions, models }: LimitDocument): (readonly [string, string])[] {
  const { spectrum, spectrum_irradiance_W_m2, irradiance_W_m2, temperature_C } = conditions;
  const light = `${spectrum}, ${spectrum_irradiance_W_m2.toFixed(2)} W/m2; efficiency over ${Number(irradiance_W_m2.toFixed(2))} W/m2`;
  const lines: [string, string][] = [
    ['Light', `${light}, cell at ${temperature_C} °C`],
    ['Optics', `${models.optics} (${models.optics_reference})`],
    ['Auger', models.auger + (models.auger_reference ? ` (${models.auger_reference})` : '')],
  ];
  if (models.kind === 'silicon') {
    const { doping_type, doping_cm3 } = models;
    const doping =
      doping_type === 'none'
        ? 'undoped'
        : `${doping_type}-type, ${doping_cm3?.toPrecision(3)} cm^-3`;
    lines.push(['Silicon', `${models.constants}, narrowing ${models.narrowing}, ${doping}`]);
  }
  return lines;
}

function limitSection({ results, models }: LimitDocument): Section {
  const axis =
    models.kind === 'silicon'
      ? column('thickness_um', 'Thickness', 'um', 1)
      : column('band_gap_eV', 'Gap', 'eV', 3);
  const columns = [axis, ...figureColumns];
  const title =
    models.kind === 'silicon' ? 'Limit of silicon cells' : 'Detailed-balance limit of one junction';
  return {
    title,
    columns,
    rows: results.map((row) => columns.map(({ key }) => row[key as keyof typeof row])),
  };
}

/** The limit for people. */
export function limitTable(document: LimitDocument, paint: Paint): string {
  const lines = conditionLines(document).map(
    ([name, text]) => `${paint.bold(name.padEnd(10))}${text}`,
  );
  return [...lines, '', sectionTable(limitSection(document), paint)].join('\n');
}

/** The limit as Markdown. */
export function limitMarkdown(document: LimitDocument): string {
  const lines = conditionLines(document).map(([name, text]) => `- ${name}: ${text}`);
  return [...lines, '', sectionMarkdown(limitSection(document))].join('\n');
}

/** The limit as CSV, one line a gap or thickness. */
export function limitCsv(document: LimitDocument): string {
  return sectionCsv(limitSection(document));
}

/** The limit as JSON. */
export function limitJson(document: LimitDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
