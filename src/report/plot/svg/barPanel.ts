import * as Plot from '@observablehq/plot';
import { axisTitle, type Bar, type BarPanel } from '../figure.ts';
import { barCategories, barSeries } from '../panelData.ts';
import { axisDomain, axisTicks, tickFormat, tickText } from '../ticks.ts';
import { type PanelOptions, textWidth } from './frame.ts';
import { element, type PlotDocument, type PlotElement } from './plotDocument.ts';

/** What stands beside a bar. */
export function barText({ text, from, to }: Bar): string {
  return text ?? tickText(Number((to - from).toPrecision(4)));
}

/** Draws bars: lying ones over names, standing ones over times. */
export function barPanelSvg(
  panel: BarPanel,
  document: PlotDocument,
  options: PanelOptions,
): PlotElement {
  return panel.direction === 'lying'
    ? lyingBars(panel, document, options)
    : standingBars(panel, document, options);
}

/** Room over and under bars, and to the right of standing ones, px. */
const topMargin = 8;
const bottomMargin = 44;
const standingRight = 14;

/** Bars get at least this share of the width: longer names stand over their bars. */
const leastShare = 0.4;
/** Height of a name over its bars, px. */
export const nameHeight = 17;

/** Room beside lying bars, px: for their names, unless those stand over them, and for their values. */
export function lyingMargins(panel: BarPanel, width: number) {
  const several = barSeries(panel).length > 1;
  const names = barCategories(panel).map((name) => textWidth(name));
  const beside = (several ? 26 : 18) + Math.max(...names);
  const right = 12 + Math.max(...panel.bars.map((bar) => textWidth(barText(bar))));
  const namesOver = width - beside - right < leastShare * width;
  return { left: namesOver ? 14 : beside, right, namesOver };
}

function lyingBars(
  panel: BarPanel,
  document: PlotDocument,
  { width, height, hover }: PanelOptions,
): PlotElement {
  const { bars, value } = panel;
  const domain = axisDomain(value, ends(bars));
  const categories = barCategories(panel);
  const several = barSeries(panel).length > 1;
  const { left: marginLeft, right: marginRight, namesOver } = lyingMargins(panel, width);
  const ticks = axisTicks(value, domain, Math.max(2, Math.floor((width - marginLeft) / 90)));
  const place = several ? { fy: 'category', y: 'series' } : { y: 'category' };
  const names = { domain: categories, label: null, padding: namesOver ? 0.1 : 0.25 };
  const insetTop = namesOver ? nameHeight : 0;
  const plot = Plot.plot({
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: topMargin,
    marginBottom: bottomMargin,
    x: { domain },
    ...(several
      ? { fy: names, y: { domain: barSeries(panel), axis: null, padding: 0.08, insetTop } }
      : { y: { ...names } }),
    marks: [
      ...(several ? [] : [Plot.gridX(ticks, { strokeOpacity: 0.12 })]),
      Plot.axisX({
        ticks,
        tickFormat: tickFormat(value, ticks),
        label: axisTitle(value),
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 38,
        ...(several ? { facetAnchor: 'bottom' as const } : {}),
      }),
      ...nameMarks(categories, several, namesOver),
      Plot.barX(bars, {
        ...place,
        ...(several ? {} : { insetTop }),
        x1: 'from',
        x2: 'to',
        fill: (bar: Bar) => bar.style.color,
        fillOpacity: 0.85,
        ...(hover === true ? { title: (bar: Bar) => hoverText(bar, panel) } : {}),
      }),
      Plot.text(bars, {
        ...place,
        x: (bar: Bar) => Math.max(bar.from, bar.to),
        text: barText,
        textAnchor: 'start',
        dx: 5,
        dy: several ? 0 : insetTop / 2,
      }),
      Plot.ruleX([Math.max(domain[0], Math.min(0, domain[1]))], { strokeOpacity: 0.5 }),
    ],
  }) as unknown as PlotElement & Plot.Plot;
  if (!several) return plot;
  const lines = ticks.map((tick) => {
    const x = Number(plot.scale('x')!.apply(tick)).toFixed(1);
    return `M${x},${topMargin}V${height - bottomMargin}`;
  });
  return withGrid(plot, document, lines);
}

/** A plot over lines of a grid: its own are drawn group by group, with gaps between them. */
function withGrid(
  plot: PlotElement,
  document: PlotDocument,
  lines: readonly string[],
): PlotElement {
  const grid = { d: lines.join(''), stroke: 'currentColor', 'stroke-opacity': 0.12 };
  const children = Array.from(plot.children);
  for (const child of children) child.remove();
  plot.append(element(document, 'path', grid), ...children);
  return plot;
}

/** Names of categories: an axis at the left, or each over its bars. */
function nameMarks(categories: readonly string[], several: boolean, over: boolean) {
  if (!over) {
    return [
      several
        ? Plot.axisFy({ anchor: 'left', label: null })
        : Plot.axisY({ tickSize: 0, label: null }),
    ];
  }
  const rows = categories.map((category) => ({ category }));
  const text = { text: 'category', textAnchor: 'start', dx: 4 } as const;
  return several
    ? [
        Plot.axisFy({ anchor: 'left', label: null, ticks: [] }),
        Plot.text(rows, { fy: 'category', ...text, frameAnchor: 'top-left' }),
      ]
    : [
        Plot.axisY({ ticks: [], label: null }),
        Plot.text(rows, {
          y: 'category',
          ...text,
          frameAnchor: 'left',
          lineAnchor: 'bottom',
          dy: -5,
        }),
      ];
}

function standingBars(
  panel: BarPanel,
  document: PlotDocument,
  { width, height, hover }: PanelOptions,
): PlotElement {
  const { bars, value } = panel;
  const domain = axisDomain({ ...value, zero: true }, ends(bars));
  const ticks = axisTicks(value, domain, Math.max(3, Math.floor(height / 55)));
  const written = tickFormat(value, ticks);
  const marginLeft = 30 + Math.max(...ticks.map((tick) => textWidth(written(tick))));
  const plot = Plot.plot({
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    width,
    height,
    marginLeft,
    marginRight: standingRight,
    marginTop: topMargin,
    marginBottom: bottomMargin,
    y: { domain },
    fx: { domain: barCategories(panel), label: null, padding: 0.2 },
    x: { domain: barSeries(panel), axis: null, padding: 0.05 },
    marks: [
      Plot.axisFx({ anchor: 'bottom', label: panel.category.quantity, labelArrow: 'none' }),
      Plot.axisY({
        ticks,
        tickFormat: written,
        label: axisTitle(value),
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: marginLeft - 6,
      }),
      Plot.barY(bars, {
        fx: 'category',
        x: 'series',
        y1: 'from',
        y2: 'to',
        fill: (bar: Bar) => bar.style.color,
        fillOpacity: 0.85,
        ...(hover === true ? { title: (bar: Bar) => hoverText(bar, panel) } : {}),
      }),
      Plot.ruleY([0], { strokeOpacity: 0.5 }),
    ],
  }) as unknown as PlotElement & Plot.Plot;
  const lines = ticks.map((tick) => {
    const y = Number(plot.scale('y')!.apply(tick)).toFixed(1);
    return `M${marginLeft},${y}H${width - standingRight}`;
  });
  return withGrid(plot, document, lines);
}

function hoverText(bar: Bar, { value }: BarPanel): string {
  const names = bar.series === '' ? bar.category : `${bar.category}, ${bar.series}`;
  return `${names}\n${value.quantity} ${barText(bar)} ${value.unit}`.trimEnd();
}

function ends(bars: readonly Bar[]): number[] {
  return bars.flatMap(({ from, to }) => [from, to]);
}
