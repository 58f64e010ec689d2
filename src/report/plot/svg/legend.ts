import * as Plot from '@observablehq/plot';
import type { Figure } from '../figure.ts';
import { barSeries } from '../panelData.ts';
import type { SeriesStyle } from '../seriesStyle.ts';
import { textWidth } from './frame.ts';
import { plainDrawing } from './plainDrawing.ts';
import { element, type PlotDocument, type PlotElement } from './plotDocument.ts';

interface LegendEntry {
  readonly name: string;
  readonly style: SeriesStyle;
  readonly isLine: boolean;
}

/** Series of bars, whose names stand at no line, and lines that are named together. */
export function legendOf({ panels, legend }: Figure): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const panel of panels) {
    if (panel.kind === 'curves' && legend) {
      for (const { name, style } of panel.curves) entries.set(name, { name, style, isLine: true });
    }
    if (panel.kind !== 'bars' || barSeries(panel).length < 2) continue;
    for (const { series, style } of panel.bars) {
      entries.set(series, { name: series, style, isLine: false });
    }
  }
  return [...entries.values()];
}

/** Marks and names in rows. */
interface PlacedLegend {
  readonly entries: readonly (LegendEntry & { readonly x: number; readonly row: number })[];
  readonly rows: number;
}

/** Height of a row, px. */
export const legendRow = 20;

/** Names in as many rows as the width needs. */
export function placeLegend(entries: readonly LegendEntry[], width: number): PlacedLegend {
  let [x, row] = [12, 0];
  const placed = entries.map((entry) => {
    const long = (entry.isLine ? 54 : 32) + textWidth(entry.name);
    if (x > 12 && x + long > width) [x, row] = [12, row + 1];
    const at = { ...entry, x, row };
    x += long;
    return at;
  });
  return { entries: placed, rows: entries.length === 0 ? 0 : row + 1 };
}

/** Draws marks and names; the first row stands on `top`. */
export function legendSvg(
  { entries }: PlacedLegend,
  document: PlotDocument,
  top: number,
): PlotElement[] {
  return entries.flatMap(({ name, style, isLine, x, row }) => {
    const y = top + legendRow * row;
    const mark = isLine
      ? lineMark(style, document, x, y)
      : element(document, 'rect', { x, y: y - 9, width: 11, height: 11, fill: style.color });
    return [mark, element(document, 'text', { x: x + (isLine ? 34 : 16), y }, name)];
  });
}

/** A piece of a line with its symbol. */
function lineMark(
  { color, dash, symbol }: SeriesStyle,
  document: PlotDocument,
  x: number,
  y: number,
): PlotElement {
  const [width, height] = [28, 12];
  const mark = Plot.plot({
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    width,
    height,
    margin: 0,
    axis: null,
    x: { domain: [0, width], range: [0, width] },
    y: { domain: [0, height], range: [0, height] },
    marks: [
      Plot.line(
        [
          [0, height / 2],
          [width, height / 2],
        ],
        { stroke: color, strokeWidth: 2, ...(dash === '' ? {} : { strokeDasharray: dash }) },
      ),
      Plot.dot([[width / 2, height / 2]], { symbol, r: 3.2, fill: color, stroke: color }),
    ],
  }) as unknown as PlotElement;
  const drawing = plainDrawing(mark);
  drawing.setAttribute('x', String(x));
  drawing.setAttribute('y', String(y - 4 - height / 2));
  return drawing;
}
