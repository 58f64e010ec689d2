import { UsageError } from '../cell/errors.ts';
import type { Paint } from './compareTable.ts';
import type { Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';
import type { SimulateDocument } from './simulateDocument.ts';
import { bifacialSection, figuresSection, simulateSections } from './simulateSections.ts';

/** Light, temperature and settings that a document holds for: name and text of each line. */
function conditionLines({ conditions }: SimulateDocument): (readonly [string, string])[] {
  const { spectrum, irradiance_W_m2, temperature_C, fidelity, set } = conditions;
  const { rear_irradiance_W_m2: behind } = conditions;
  const both = behind === undefined ? '' : ` and ${behind} W/m2 behind`;
  const light = /^am\d/.test(spectrum) ? spectrum.toUpperCase() : spectrum;
  return [
    ['Light', `${light} at ${irradiance_W_m2} W/m2${both}, cell at ${temperature_C} °C`],
    ...(fidelity ? [['Fidelity', 'lumped: a neutral wafer between skins'] as const] : []),
    ...(set.length > 0 ? [['Set', set.join(', ')] as const] : []),
  ];
}

function allSections(document: SimulateDocument): Section[] {
  return [
    figuresSection(document),
    bifacialSection(document),
    ...simulateSections(document),
  ].filter((section) => section !== undefined);
}

/** The document for people: conditions, key figures, then each part that was asked for. */
export function simulateTable(document: SimulateDocument, paint: Paint): string {
  const conditions = conditionLines(document).map(
    ([name, text]) => `${paint.bold(name.padEnd(10))}${text}`,
  );
  const sections = allSections(document).map((section) => sectionTable(section, paint));
  return `${[...conditions, '', ...sections].join('\n')}`;
}

/** The document as Markdown. */
export function simulateMarkdown(document: SimulateDocument): string {
  return [
    ...conditionLines(document).map(([name, text]) => `- ${name}: ${text}`),
    '',
    ...allSections(document).map(sectionMarkdown),
  ].join('\n');
}

/**
 * The one part that was asked for as CSV, or the key figures.
 *
 * @throws UsageError where several parts were asked for: a CSV file holds one table
 */
export function simulateCsv(document: SimulateDocument): string {
  const parts = simulateSections(document);
  if (parts.length > 1) {
    const titles = parts.map((part) => part.title).join(', ');
    throw new UsageError(`csv holds one table, but ${parts.length} are asked for (${titles})`);
  }
  return sectionCsv(parts[0] ?? wholeRow(document));
}

/** Key figures, and beside them what both sides lit at once add. */
function wholeRow(document: SimulateDocument): Section {
  const figures = figuresSection(document);
  const bifacial = bifacialSection(document);
  if (bifacial === undefined) return figures;
  return {
    ...figures,
    columns: [...figures.columns, ...bifacial.columns],
    rows: [[...figures.rows[0]!, ...bifacial.rows[0]!]],
  };
}

/** The document as JSON; same input, same bytes. */
export function simulateJson(document: SimulateDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
