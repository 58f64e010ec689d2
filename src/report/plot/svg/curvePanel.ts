import * as Plot from '@observablehq/plot';
import { axisTitle, type Curve, type CurvePanel, type FigurePoint } from '../figure.ts';
import { curveExtents, stackTops } from '../panelData.ts';
import { axisDomain, axisTicks, tickFormat, tickText } from '../ticks.ts';
import { type PanelOptions, textWidth } from './frame.ts';
import { type PlacedLabel, spreadLabels } from './labels.ts';
import { element, type PlotDocument, type PlotElement } from './plotDocument.ts';

/** Symbols along a line, which tell it from others without colour: one for so many px, within bounds. */
const symbolDistance = 80;
const fewestSymbols = 4;
const mostSymbols = 9;
/** A line that is alone shows each of its points up to so many. */
const countedPoints = 40;

/** Room above a panel, with names of ranges or without, and below it, px. */
const spansMargin = 30;
const plainMargin = 14;
const bottomMargin = 44;

/** Width that the names to the right of a panel need, px; 0 where there are none. */
export function labelRoom({ curves, stack }: CurvePanel): number {
  const named = [
    ...curves.filter(({ labelAt, unnamed }) => labelAt === undefined && !unnamed),
    ...(stack?.layers ?? []),
  ];
  return named.length === 0 ? 0 : 30 + Math.max(...named.map(({ name }) => textWidth(name)));
}

/** Draws lines, areas, points and named ranges of x. */
export function curvePanelSvg(
  panel: CurvePanel,
  document: PlotDocument,
  options: PanelOptions,
): PlotElement {
  const { width, height, hover, ground } = options;
  const extents = curveExtents(panel);
  const [x, y] = [panel.x, panel.y].map((axis, k) => {
    const domain = axisDomain(axis, k === 0 ? extents.x : extents.y);
    return { axis, domain };
  }) as [
    { axis: CurvePanel['x']; domain: readonly [number, number] },
    { axis: CurvePanel['y']; domain: readonly [number, number] },
  ];
  const yTicks = axisTicks(y.axis, y.domain, Math.max(3, Math.floor(height / 55)));
  const yText = tickFormat(y.axis, yTicks);
  const marginLeft = y.axis.shared
    ? 12
    : Math.max(62, 30 + Math.max(...yTicks.map((tick) => textWidth(yText(tick)))));
  const marginRight = Math.max(14, options.labelRoom ?? labelRoom(panel));
  const xTicks = axisTicks(x.axis, x.domain, Math.max(2, Math.floor((width - marginLeft) / 70)));
  const room = (width - marginLeft - marginRight) / symbolDistance;
  const count = Math.round(Math.max(fewestSymbols, Math.min(mostSymbols, room)));
  const plot = Plot.plot({
    document: document as unknown as NonNullable<Plot.PlotOptions['document']>,
    width,
    height,
    marginLeft,
    marginRight,
    marginTop: panel.spans ? spansMargin : plainMargin,
    marginBottom: bottomMargin,
    x: { type: x.axis.scale ?? 'linear', domain: x.domain },
    y: {
      type: y.axis.scale ?? 'linear',
      domain: y.domain,
      ...(y.axis.shared ? { axis: null } : {}),
    },
    marks: [
      ...spanMarks(panel),
      Plot.gridX(xTicks, { strokeOpacity: 0.12 }),
      Plot.gridY(yTicks, { strokeOpacity: 0.12 }),
      ...stackMarks(panel, ground),
      Plot.frame({ strokeOpacity: 0.5 }),
      Plot.axisX({
        ticks: xTicks,
        tickFormat: tickFormat(x.axis, xTicks),
        label: axisTitle(x.axis),
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 38,
      }),
      ...(y.axis.shared
        ? []
        : [
            Plot.axisY({
              ticks: yTicks,
              tickFormat: yText,
              label: axisTitle(y.axis),
              labelAnchor: 'center',
              labelArrow: 'none',
              labelOffset: marginLeft - 6,
            }),
          ]),
      ...panel.curves.flatMap((curve) =>
        curveMarks(curve, panel, { x: x.domain, y: y.domain, hover, count }),
      ),
      ...(panel.spots ?? []).flatMap((spot) => [
        Plot.dot([spot], {
          x: 'x',
          y: 'y',
          r: 5,
          symbol: spot.style.symbol,
          fill: spot.style.color,
          stroke: ground,
        }),
        ...(spot.unnamed
          ? []
          : [Plot.text([spot], { x: 'x', y: 'y', text: 'text', ...besideSpot(spot.x, x.domain) })]),
      ]),
    ],
  }) as unknown as PlotElement & Plot.Plot;
  plot.append(...labels(panel, plot, document, width - marginRight));
  if (hover === 'axes') {
    for (const [name, { axis, domain }] of [['x', x] as const, ['y', y] as const]) {
      plot.setAttribute(`data-${name}`, [axis.scale ?? 'linear', ...domain].join(' '));
    }
    const top = panel.spans ? spansMargin : plainMargin;
    const frame = [marginLeft, top, width - marginRight, height - bottomMargin];
    plot.setAttribute('data-frame', frame.map((at) => at.toFixed(2)).join(' '));
  }
  return plot;
}

/** The word of a point stands below it, and within the frame. */
function besideSpot(x: number, [left, right]: readonly [number, number]) {
  const share = (x - left) / (right - left);
  if (share > 0.6) return { dy: 26, dx: -2, textAnchor: 'end' } as const;
  return share < 0.2
    ? ({ dy: 18, dx: 8, textAnchor: 'start' } as const)
    : ({ dy: 26, dx: 0, textAnchor: 'middle' } as const);
}

interface MarkOptions extends Pick<PanelOptions, 'hover'> {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** How many symbols a line has. */
  readonly count: number;
}

function curveMarks(
  { name, style, points, smooth, dots, plain }: Curve,
  panel: CurvePanel,
  { x: [left, right], y: [bottom, top], hover, count }: MarkOptions,
) {
  // A line that leaves the frame leaves it at the frame.
  const drawn = points.filter(([x, y]) => Number.isFinite(y) && x >= left && x <= right);
  const inside = drawn.map(([x, y]) => [x, Math.min(Math.max(y, bottom), top)] as const);
  const alone = panel.curves.length === 1 && inside.length <= countedPoints;
  const spread = () =>
    alone ? inside : spreadPoints(inside, count, panel.x.scale === 'log', [left, right]);
  const symbols = dots ? inside : plain ? [] : spread();
  const say = ([x, y]: FigurePoint) => `${name}\n${told(panel.x, x)}\n${told(panel.y, y)}`;
  return [
    ...(dots
      ? []
      : [
          Plot.line(inside, {
            curve: smooth ? 'monotone-x' : 'linear',
            stroke: style.color,
            strokeWidth: 2,
            strokeDasharray: style.dash === '' ? undefined : style.dash,
          }),
        ]),
    Plot.dot(symbols, { symbol: style.symbol, r: 3.2, fill: style.color, stroke: style.color }),
    ...(hover === true
      ? [Plot.dot(inside, { r: 7, fill: 'transparent', title: (point: FigurePoint) => say(point) })]
      : []),
  ];
}

/** Points of a line at even distances along x, for its symbols. */
function spreadPoints(
  points: readonly FigurePoint[],
  count: number,
  log: boolean,
  [left, right]: readonly [number, number],
): FigurePoint[] {
  if (points.length <= count) return [...points];
  const along = (x: number) =>
    log ? Math.log(x / left) / Math.log(right / left) : (x - left) / (right - left);
  const chosen = new Map<number, FigurePoint>();
  for (const point of points) {
    const share = along(point[0]) * count;
    const slot = Math.min(Math.floor(share), count - 1);
    const off = (p: FigurePoint) => Math.abs(along(p[0]) * count - slot - 0.5);
    const known = chosen.get(slot);
    if (known === undefined || off(point) < off(known)) chosen.set(slot, point);
  }
  return [...chosen.values()];
}

function told(axis: CurvePanel['x'], value: number): string {
  return `${axis.quantity} ${tickText(Number(value.toPrecision(4)))} ${axis.unit}`.trimEnd();
}

function stackMarks({ stack }: CurvePanel, ground: string) {
  if (!stack) return [];
  const tops = stackTops(stack.layers);
  return stack.layers.map(({ color }, l) =>
    Plot.areaY(
      stack.x.map((x, k) => ({ x, y1: l === 0 ? 0 : tops[l - 1]![k]!, y2: tops[l]![k]! })),
      {
        x: 'x',
        y1: 'y1',
        y2: 'y2',
        fill: color,
        fillOpacity: 0.75,
        stroke: ground,
        strokeWidth: 0.5,
      },
    ),
  );
}

function spanMarks({ spans = [] }: CurvePanel) {
  return [
    Plot.rect(
      spans.filter((_, k) => k % 2 === 1),
      { x1: 'from', x2: 'to', fill: 'currentColor', fillOpacity: 0.07 },
    ),
    Plot.ruleX(
      spans.slice(1).map(({ from }) => from),
      { strokeOpacity: 0.3 },
    ),
    Plot.text(spans, {
      x: (span: { from: number; to: number }) => (span.from + span.to) / 2,
      text: 'name',
      frameAnchor: 'top',
      dy: -20,
    }),
  ];
}

/** Where a name stands beside its point, px. */
const sides = {
  above: { x: 0, y: -9, anchor: 'middle' },
  below: { x: 0, y: 18, anchor: 'middle' },
  right: { x: 9, y: 0, anchor: 'start' },
} as const;

/** Names of lines at their ends (or where asked), and of areas at theirs, set apart. */
function labels(
  panel: CurvePanel,
  plot: Plot.Plot,
  document: PlotDocument,
  right: number,
): PlotElement[] {
  const at = (name: 'x' | 'y', value: number) => plot.scale(name)!.apply(value) as number;
  const [, top] = plot.scale('y')!.domain as [number, number];
  const atEnd: PlacedLabel[] = [];
  const inside: PlotElement[] = [];
  for (const { name, style, points, labelAt, labelSide, unnamed } of panel.curves) {
    if (points.length === 0 || unnamed) continue;
    if (labelAt === undefined) {
      const [x, y] = points[points.length - 1]!;
      const place = { x: Math.min(at('x', x), right), y: at('y', Math.min(y, top)) };
      atEnd.push({ ...place, text: name, color: style.color });
      continue;
    }
    const nearest = points.reduce((a, b) =>
      Math.abs(b[0] - labelAt) < Math.abs(a[0] - labelAt) ? b : a,
    );
    const side = sides[labelSide ?? 'above'];
    const beyond = side.anchor === 'start' ? textWidth(name) + 2 : 0;
    const place = {
      x: Math.min(at('x', nearest[0]) + side.x, right - beyond),
      y: at('y', nearest[1]) + side.y,
    };
    // Areas have the same colours on any page: what is written on them is as dark as its line.
    const fill = panel.stack ? style.color : 'currentColor';
    inside.push(element(document, 'text', { ...place, fill, 'text-anchor': side.anchor }, name));
  }
  if (panel.stack) {
    const tops = stackTops(panel.stack.layers);
    const last = panel.stack.x.length - 1;
    const ofLayers = panel.stack.layers.map(({ name, color }, l) => {
      const [from, to] = [l === 0 ? 0 : tops[l - 1]![last]!, tops[l]![last]!];
      return { x: right, y: at('y', (from + to) / 2), text: name, color };
    });
    // The upper of two that end at one height is named above the other.
    atEnd.push(...ofLayers.reverse());
  }
  const [low, high] = plot.scale('y')!.range as [number, number];
  const placed = spreadLabels(atEnd, Math.min(low, high), Math.max(low, high));
  return [
    ...inside,
    ...placed.flatMap(({ x, y, textY, text, color }) => [
      element(document, 'path', {
        d: `M${x + 2},${y}L${right + 12},${textY}`,
        stroke: color,
        'stroke-width': 1,
        fill: 'none',
      }),
      element(document, 'rect', {
        x: right + 12,
        y: textY - 5,
        width: 4,
        height: 10,
        fill: color,
        stroke: 'none',
      }),
      element(
        document,
        'text',
        { x: right + 20, y: textY, dy: '0.32em', 'text-anchor': 'start' },
        text,
      ),
    ]),
  ];
}
