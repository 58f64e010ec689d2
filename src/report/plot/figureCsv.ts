import Papa from 'papaparse';
import type { Figure, Panel } from './figure.ts';

type Row = Readonly<Record<string, string | number>>;

/**
 * The numbers of a picture, one line a point: panel and series, then a column for each axis with
 * the unit in its name.
 */
export function figureCsv(figure: Figure): string {
  const rows = figure.panels.flatMap((panel, k) =>
    panelRows(panel).map((row): Row => ({ panel: panel.title ?? String(k + 1), ...row })),
  );
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `${Papa.unparse({ fields, data: rows }, { newline: '\n' })}\n`;
}

function panelRows(panel: Panel): Row[] {
  switch (panel.kind) {
    case 'curves': {
      const { x, y, curves, stack, spots = [] } = panel;
      const row = (series: string, at: number, value: number): Row => ({
        series,
        [x.key]: at,
        [y.key]: value,
      });
      return [
        ...curves.flatMap(({ name, points }) => points.map(([at, value]) => row(name, at, value))),
        ...(stack?.layers ?? []).flatMap(({ name, values }) =>
          values.map((value, k) => row(name, stack!.x[k]!, value)),
        ),
        ...spots.map((spot) => row(spot.text, spot.x, spot.y)),
      ];
    }
    case 'bars':
      return panel.bars.map(({ category, series, from, to }) => ({
        [panel.category.key]: category,
        ...(series === '' ? {} : { series }),
        from,
        [panel.value.key]: to,
      }));
    case 'films':
      return panel.films.map(({ name, thickness, detail }) => ({
        layer: name,
        thickness_nm: thickness ?? '',
        detail,
      }));
    case 'heat':
      return panel.cells.map(({ x, y, value }) => ({
        [panel.x.key]: x,
        [panel.y.key]: y,
        [panel.value.key]: value,
      }));
  }
}
