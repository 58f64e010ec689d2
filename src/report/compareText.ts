import Papa from 'papaparse';
import { compareColumns, conditionLines, printed } from './compareColumns.ts';
import type { CompareDocument } from './compareDocument.ts';

/** The comparison as JSON; same input, same bytes. */
export function compareJson(document: CompareDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The comparison as CSV: one line a result, units in the names of the columns. */
export function compareCsv(document: CompareDocument): string {
  const rows = document.results.map(({ photons, ...figures }) => {
    const films = Object.values(photons.films).reduce((sum, value) => sum + value, 0);
    return {
      ...figures,
      photons_incident_mA_cm2: photons.incident,
      photons_reflected_mA_cm2: photons.reflected,
      photons_escaped_mA_cm2: photons.escaped,
      photons_transmitted_mA_cm2: photons.transmitted,
      photons_shaded_mA_cm2: photons.shaded,
      photons_films_mA_cm2: films,
      photons_wafer_mA_cm2: photons.wafer,
    };
  });
  return `${Papa.unparse(rows, { newline: '\n' })}\n`;
}

/** The comparison as a Markdown table under its conditions. */
export function compareMarkdown(document: CompareDocument): string {
  const columns = compareColumns(document);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = document.results.map((result) =>
    line([result.cell, ...columns.map((column) => printed(column, result))]),
  );
  return [
    ...conditionLines(document).map(([name, text]) => `- ${name}: ${text}`),
    '',
    line(['Cell', ...columns.map((column) => `${column.head} (${column.unit})`)]),
    line(['---', ...columns.map(() => '---:')]),
    ...rows,
    '',
  ].join('\n');
}
