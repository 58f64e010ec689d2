import * as Plot from '@observablehq/plot';
import { axisTitle, type HeatPanel } from '../figure.ts';
import { tickText } from '../ticks.ts';
import { type PanelOptions, textWidth } from './frame.ts';
import type { PlotDocument, PlotElement } from './plotDocument.ts';

/** The most cells whose values are written in. */
const mostWritten = 150;

/** Draws a matrix of values as colours (cividis, the same to all eyes), with the values in it. */
export function heatPanelSvg(
  panel: HeatPanel,
  document: PlotDocument,
  { width, height, hover }: PanelOptions,
): PlotElement {
  const { cells, digits, value } = panel;
  const sorted = (key: 'x' | 'y') =>
    [...new Set(cells.map((cell) => cell[key]))].sort((a, b) => a - b);
  const [across, up] = [sorted('x'), sorted('y').reverse()];
  const values = cells.map((cell) => cell.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const share = (cell: HeatPanel['cells'][number]) =>
    high > low ? (cell.value - low) / (high - low) : 0.5;
  const marginLeft = 30 + Math.max(...up.map((y) => textWidth(tickText(y))));
  const every = Math.max(1, Math.ceil(across.length / ((width - marginLeft) / 50)));
  const everyUp = Math.max(1, Math.ceil(up.length / ((height - 60) / 16)));
  const plot = Plot.plot({
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    width,
    height,
    marginLeft,
    marginRight: 14,
    marginTop: 8,
    marginBottom: 44,
    x: { type: 'band', domain: across, padding: 0.03 },
    y: { type: 'band', domain: up, padding: 0.03 },
    color: { type: 'linear', scheme: 'cividis', domain: [low, high] },
    marks: [
      Plot.axisX({
        ticks: across.filter((_, k) => k % every === 0),
        tickFormat: tickText,
        label: axisTitle(panel.x),
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 38,
        tickSize: 0,
      }),
      Plot.axisY({
        ticks: up.filter((_, k) => k % everyUp === 0),
        tickFormat: tickText,
        label: axisTitle(panel.y),
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: marginLeft - 6,
        tickSize: 0,
      }),
      Plot.cell(cells, {
        x: 'x',
        y: 'y',
        fill: 'value',
        ...(hover
          ? {
              title: (cell: HeatPanel['cells'][number]) =>
                `${panel.x.quantity} ${tickText(cell.x)} ${panel.x.unit}\n` +
                `${panel.y.quantity} ${tickText(cell.y)} ${panel.y.unit}\n` +
                `${value.quantity} ${cell.value.toFixed(digits)} ${value.unit}`,
            }
          : {}),
      }),
      ...(cells.length <= mostWritten
        ? [
            Plot.text(cells, {
              x: 'x',
              y: 'y',
              text: (cell: HeatPanel['cells'][number]) => cell.value.toFixed(digits),
              fill: (cell: HeatPanel['cells'][number]) =>
                share(cell) > 0.55 ? '#111111' : '#ffffff',
            }),
          ]
        : []),
    ],
  });
  // A literal colour beside a colour scale: Plot passes colours through where they are all colours.
  return plot as unknown as PlotElement;
}
