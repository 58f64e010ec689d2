import { column, type Section } from '../section.ts';
import type { SimulateDocument } from '../simulateDocument.ts';
import { figureColumns } from '../simulateSections.ts';

/** Key figures of cells in the light of their analyses. */
export function standardSection(analyses: readonly SimulateDocument[]): Section {
  const columns = [...figureColumns, column('pseudo_ff_pct', 'Pseudo-FF', '%', 2)];
  const { irradiance_W_m2, temperature_C, spectrum } = analyses[0]!.conditions;
  return {
    title: `Key figures at ${irradiance_W_m2} W/m², ${temperature_C} °C, ${spectrum}`,
    columns: [column('cell', 'Cell', '', 0), ...columns],
    rows: analyses.map(({ cell, figures }) => [
      cell,
      ...columns.map(({ key }) => figures[key as keyof typeof figures]),
    ]),
    notes: ['Pseudo-FF: without series resistance.'],
  };
}

/** How fast each key figure changes with temperature. */
export function coefficientsSection(analyses: readonly SimulateDocument[]): Section {
  const slopes = [
    ['voc_pct_K', 'Voc'],
    ['jsc_pct_K', 'Jsc'],
    ['ff_pct_K', 'FF'],
    ['pmax_pct_K', 'Pmax'],
  ] as const;
  return {
    title: 'Temperature coefficients',
    columns: [
      column('cell', 'Cell', '', 0),
      ...slopes.map(([key, head]) => ({ ...column(key, head, '%/K', 4), signed: true })),
    ],
    rows: analyses.flatMap(({ cell, temperature }) =>
      temperature === undefined ? [] : [[cell, ...slopes.map(([key]) => temperature[key])]],
    ),
    notes: ['Relative to the value at 25 °C.'],
  };
}
