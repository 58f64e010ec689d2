import { compareColumns, conditionLines } from '../compareColumns.ts';
import type { CompareDocument } from '../compareDocument.ts';
import { compareSummary } from '../compareSummary.ts';
import { compareCsv } from '../compareText.ts';
import type { Figure } from '../plot/figure.ts';
import { compareFigure } from '../plot/figures/compareFigure.ts';
import { yearFigures } from '../plot/figures/yearFigures.ts';
import { column, type Section } from '../section.ts';
import type { YearDocument } from '../yearDocument.ts';
import { yearCsv, yearLines, yearSections, yearSummary } from '../yearText.ts';
import type { Markup } from './html.ts';
import { isYear } from './reportDocument.ts';
import { type TableChoices, tableHtml } from './tableHtml.ts';

/** A cell in a few numbers. */
export interface Card {
  readonly cell: string;
  readonly value: string;
  readonly unit: string;
  /** Over the baseline; none of the baseline itself. */
  readonly gain_pct?: number;
  readonly baseline: string;
  readonly rated: string;
}

/** A comparison as a page tells it. */
export interface ComparedPart {
  /** What it holds for: name and text of each line. */
  readonly lines: readonly (readonly [string, string])[];
  /** The answer in sentences. */
  readonly answer: readonly string[];
  readonly cards: readonly Card[];
  readonly tables: readonly Markup[];
  readonly figures: readonly Figure[];
}

/** The comparison of a report: over a year, or in given light. */
export function comparedPart(comparison: CompareDocument | YearDocument): ComparedPart {
  return isYear(comparison) ? overYear(comparison) : inLight(comparison);
}

function overYear(document: YearDocument): ComparedPart {
  const { settings, results } = document;
  const [year, ...more] = yearSections(document);
  return {
    lines: yearLines(document),
    answer: yearSummary(document),
    cards: results.map(({ cell, annual, efficiency_pct }) => ({
      cell,
      value: annual.energy_kWh_m2.toFixed(1),
      unit: 'kWh/m²',
      baseline: settings.baseline,
      ...(cell === settings.baseline ? {} : { gain_pct: annual.gain_pct }),
      rated: `${efficiency_pct.toFixed(2)} % rated, ${annual.energy_kWh_kWp.toFixed(0)} kWh/kWp`,
    })),
    // One file has the year and every month of it.
    tables: [
      tableHtml(year!, { file: 'year.csv', csv: yearCsv(document) }),
      ...more.map((section) => tableHtml(section, { file: fileOf(section) })),
    ],
    figures: yearFigures(document),
  };
}

function fileOf({ title }: Section): string {
  const [word = 'table'] = title.toLowerCase().match(/[a-z]+/) ?? [];
  return `${word}.csv`;
}

function inLight(document: CompareDocument): ComparedPart {
  const { conditions, results } = document;
  const hasEnergy = results.some(({ energy_kWh_m2 }) => energy_kWh_m2 !== undefined);
  const once = conditions.irradiance_W_m2.length * conditions.temperature_C.length === 1;
  const saved: TableChoices = { file: 'comparison.csv', csv: compareCsv(document) };
  return {
    lines: conditionLines(document),
    answer: compareSummary(document),
    cards: once
      ? results.map((result) => ({
          cell: result.cell,
          value: hasEnergy ? result.energy_kWh_m2!.toFixed(3) : result.pmax_W_m2.toFixed(1),
          unit: hasEnergy ? 'kWh/m²' : 'W/m²',
          baseline: conditions.baseline,
          ...(result.cell === conditions.baseline ? {} : { gain_pct: result.gain_pct }),
          rated: `${result.efficiency_pct.toFixed(2)} % efficient`,
        }))
      : [],
    tables: [tableHtml(comparedSection(document), saved)],
    figures: [compareFigure(document)],
  };
}

/** The columns of the comparison for people, cell by cell. */
function comparedSection(document: CompareDocument): Section {
  const columns = compareColumns(document);
  const { baseline } = document.conditions;
  const isGain = (head: string) => head === 'Gain';
  return {
    title: 'Cells side by side',
    columns: [
      column('cell', 'Cell', '', 0),
      ...columns.map(({ head, unit, digits }) => ({
        ...column(head, head, unit, digits),
        signed: isGain(head),
      })),
    ],
    rows: document.results.map((result) => [
      result.cell,
      ...columns.map(({ head, value }) =>
        isGain(head) && result.cell === baseline ? 'baseline' : value(result),
      ),
    ]),
  };
}
