import type { RatingPoint } from '../energy/rating/ratingMatrix.ts';
import type { Paint } from './compareTable.ts';
import { heatText, siteLines } from './fieldLines.ts';
import type { ClimateRatingSection, RatingDocument } from './ratingDocument.ts';
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
  const { cell, climate } = document;
  return [
    ...(climate === undefined ? [] : [climateTable(cell, climate)]),
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

/** What becomes of the light in a climate. */
function climateTable(cell: string, climate: ClimateRatingSection): Section {
  const { factors, settings } = climate;
  const hasSpectrum = settings.spectral !== 'none';
  return {
    title: `Energy rating of ${cell}, ${climate.standard}`,
    columns: [
      column('poa_kWh_m2', 'Light', 'kWh/m2', 1),
      column('angle', 'Angle', '', 4),
      ...(hasSpectrum ? [column('spectrum', 'Spectrum', '', 4)] : []),
      column('low_light', 'Low light', '', 4),
      column('temperature', 'Temperature', '', 4),
      column('cser', 'CSER', '', 4),
      column('energy_kWh_m2', 'Energy', 'kWh/m2', 1),
      column('energy_kWh_kWp', 'Energy', 'kWh/kWp', 0),
      column('temperature_C', 'Module', '°C', 1),
    ],
    rows: [
      [
        climate.poa_kWh_m2,
        factors.angle,
        ...(hasSpectrum ? [factors.spectrum] : []),
        factors.low_light,
        factors.temperature,
        climate.cser,
        climate.energy_kWh_m2,
        climate.energy_kWh_kWp,
        climate.temperature_C,
      ],
    ],
    notes: [
      `CSER: energy over rated power, over the light in hours at 1000 W/m2; the product of the ${hasSpectrum ? 'four' : 'three'} factors.`,
    ],
  };
}

/** Place, plane and models of the climate. */
function climateLines(climate: ClimateRatingSection): (readonly [string, string])[] {
  const { site, profile, settings } = climate;
  const { mounting, transposition, iam, spectral } = settings;
  const plane = `tilt ${mounting?.tilt_deg}°, azimuth ${mounting?.azimuth_deg}°, ${transposition} sky`;
  const spectrum = spectral === 'none' ? '' : `, spectrum ${spectral}`;
  return [
    ...(profile === undefined ? [] : [['Climate', profile] as const]),
    ...(site === undefined ? [] : [...siteLines(site), ['Plane', plane] as const]),
    ['Models', `${heatText(settings)}, angle ${iam}${spectrum}`],
  ];
}

/** The rating for people: power, efficiency and relative efficiency, a matrix each. */
export function ratingTable(document: RatingDocument, paint: Paint): string {
  const { standard, spectrum } = document.conditions;
  const lines: (readonly [string, string])[] = [
    ['Points', `${standard}, ${spectrum}`],
    ...(document.climate === undefined ? [] : climateLines(document.climate)),
  ];
  const head = lines.map(([name, text]) => `${paint.bold(name.padEnd(10))}${text}`);
  return [...head, '', ...sections(document).map((section) => sectionTable(section, paint))].join(
    '\n',
  );
}

/** The rating as Markdown. */
export function ratingMarkdown(document: RatingDocument): string {
  return sections(document).map(sectionMarkdown).join('\n');
}

/** The rating as CSV, one line a point of the matrix. */
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
