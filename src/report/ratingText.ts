import type { RatingPoint } from '../energy/field/ratingMatrix.ts';
import type { Paint } from './compareTable.ts';
import type { RatingDocument } from './ratingDocument.ts';
import { column, type Section } from './section.ts';
import { sectionCsv, sectionMarkdown, sectionTable } from './sectionText.ts';

/** One quantity as people read a matrix: irradiance down, temperature across. */
function matrixSection(
  { cell, results }: RatingDocument,
  title: string,
  digits: number,
  value: (point: RatingPoint) => number,
): Section {
  const distinct = (key: 'irradiance_W_m2' | 'temperature_C') =>
    [...new Set(results.map((point) => point[key]))].sort((a, b) => a - b);
  const temperatures = distinct('temperature_C');
  const at = (irradiance: number, temperature: number) =>
    results.find((p) => p.irradiance_W_m2 === irradiance && p.temperature_C === temperature);
  return {
    title: `${title} of ${cell}`,
    columns: [
      column('irradiance_W_m2', 'Irradiance', 'W/m2', 0),
      ...temperatures.map((T) => column(`at_${T}_C`, `${T} °C`, '', digits)),
    ],
    rows: distinct('irradiance_W_m2').map((irradiance) => [
      irradiance,
      ...temperatures.map((T) => {
        const point = at(irradiance, T);
        return point && value(point);
      }),
    ]),
  };
}

function sections(document: RatingDocument): Section[] {
  return [
    matrixSection(document, 'Maximum power (W/m2)', 2, (point) => point.pmax_W_m2),
    matrixSection(document, 'Efficiency (%)', 2, (point) => point.efficiency_pct),
    matrixSection(
      document,
      'Efficiency relative to 1000 W/m2, 25 °C,',
      4,
      (point) => point.relative,
    ),
  ];
}

/** The rating for people: power, efficiency and relative efficiency, a matrix each. */
export function ratingTable(document: RatingDocument, paint: Paint): string {
  const { standard, spectrum } = document.conditions;
  const head = `${paint.bold('Points'.padEnd(10))}${standard}, ${spectrum}`;
  return [head, '', ...sections(document).map((section) => sectionTable(section, paint))].join(
    '\n',
  );
}

/** The rating as Markdown. */
export function ratingMarkdown(document: RatingDocument): string {
  return sections(document).map(sectionMarkdown).join('\n');
}

/** The rating as CSV, one line a point. */
export function ratingCsv(document: RatingDocument): string {
  const columns = [
    column('irradiance_W_m2', 'Irradiance', 'W/m2', 0),
    column('temperature_C', 'Temperature', 'degC', 0),
    column('pmax_W_m2', 'Pmax', 'W/m2', 2),
    column('efficiency_pct', 'Efficiency', '%', 3),
    column('relative', 'Relative', '', 4),
  ];
  const rows = document.results.map((point) =>
    columns.map(({ key }) => point[key as keyof RatingPoint]),
  );
  return sectionCsv({ title: '', columns, rows });
}

/** The rating as JSON. */
export function ratingJson(document: RatingDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
