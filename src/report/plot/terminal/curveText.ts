import { type Axis, axisTitle, type CurvePanel } from '../figure.ts';
import { curveExtents, stackTops } from '../panelData.ts';
import { axisDomain, axisTicks, type Domain, tickFormat } from '../ticks.ts';
import { TextCanvas } from './textCanvas.ts';
import type { TextOptions } from './textOptions.ts';

/** Symbols along a line. */
const symbolsPerLine = 7;

/** Ticks along x that are words, not numbers. */
export interface NamedTick {
  readonly at: number;
  readonly text: string;
}

/** Draws lines, areas and points with characters: braille dots, and a symbol for each series. */
export function curveText(
  panel: CurvePanel,
  { width, height, paint, color }: TextOptions,
  named?: readonly NamedTick[],
): string[] {
  const extents = curveExtents(panel);
  const x = along(panel.x, axisDomain(panel.x, extents.x));
  const y = along(panel.y, axisDomain(panel.y, extents.y));
  const room = plotRoom(panel, y, width, height);
  const canvas = new TextCanvas(width, height);
  const column = (value: number) => room.left + x.share(value) * (room.width - 1);
  const row = (value: number) => room.top + (1 - y.share(value)) * (room.height - 1);
  // Dots: two a column, four a row.
  const dotX = (value: number) => 2 * room.left + x.share(value) * (2 * room.width - 1);
  const dotY = (value: number) => 4 * room.top + (1 - y.share(value)) * (4 * room.height - 1);

  drawAxes(canvas, panel, { x, y, room, column, row, named });
  drawStack(canvas, panel, { x, y, room, color });
  const inside = (value: number) => Math.min(Math.max(value, y.domain[0]), y.domain[1]);
  for (const { points, style, dots } of panel.curves) {
    if (dots) continue;
    const kept = points.filter(([at]) => at >= x.domain[0] && at <= x.domain[1]);
    for (let k = 1; k < kept.length; k++) {
      const [from, to] = [kept[k - 1]!, kept[k]!];
      canvas.line(
        dotX(from[0]),
        dotY(inside(from[1])),
        dotX(to[0]),
        dotY(inside(to[1])),
        style.ansi,
      );
    }
  }
  // Symbols of each series at other places, so that lines on each other are both seen.
  panel.curves.forEach(({ points, style, dots, plain }, series) => {
    const kept = points.filter(([at]) => at >= x.domain[0] && at <= x.domain[1]);
    const chosen = new Set<number>(dots ? kept.keys() : []);
    for (let k = 0; k < (dots || plain ? 0 : symbolsPerLine); k++) {
      const wanted = (k + 0.5 + (series * 0.6) / panel.curves.length - 0.3) / symbolsPerLine;
      const near = nearestIndex(kept.map(([at]) => Math.abs(x.share(at) - wanted)));
      if (near >= 0) chosen.add(near);
    }
    for (const k of chosen) {
      const [at, value] = kept[k]!;
      canvas.write(Math.round(column(at)), Math.round(row(inside(value))), style.glyph, style.ansi);
    }
  });
  for (const { x: at, y: value, text, style, unnamed } of panel.spots ?? []) {
    const [c, r] = [Math.round(column(at)), Math.round(row(value))];
    canvas.write(c, r, style.glyph, style.ansi);
    if (unnamed) continue;
    const start = Math.max(room.left, Math.min(c - [...text].length - 1, room.left + room.width));
    canvas.write(start, Math.min(r + 1, room.top + room.height - 1), text);
  }
  drawNames(canvas, panel, room, row, inside);
  return canvas.rows(paint);
}

interface Along {
  readonly domain: Domain;
  /** Place between the ends, 0 to 1. */
  share(value: number): number;
}

function along(axis: Axis, domain: Domain): Along {
  const [low, high] = domain;
  if (axis.scale !== 'log') return { domain, share: (value) => (value - low) / (high - low) };
  return { domain, share: (value) => Math.log(value / low) / Math.log(high / low) };
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly yTicks: readonly number[];
}

function plotRoom(panel: CurvePanel, y: Along, width: number, height: number): Room {
  const below = 3;
  const above = panel.spans ? 2 : 1;
  const rows = Math.max(4, height - below - above);
  const yTicks = axisTicks(panel.y, y.domain, Math.max(3, Math.floor(rows / 3)));
  const written = tickFormat(panel.y, yTicks);
  const left = 2 + Math.max(...yTicks.map((tick) => [...written(tick)].length));
  const names = [...panel.curves.filter(({ unnamed }) => !unnamed), ...(panel.stack?.layers ?? [])];
  const right = names.length === 0 ? 1 : 4 + Math.max(...names.map(({ name }) => [...name].length));
  return { left, top: above, width: Math.max(10, width - left - right), height: rows, yTicks };
}

interface Drawn {
  readonly x: Along;
  readonly y: Along;
  readonly room: Room;
}

function drawAxes(
  canvas: TextCanvas,
  panel: CurvePanel,
  {
    x,
    room,
    column,
    row,
    named,
  }: Drawn & {
    readonly column: (value: number) => number;
    readonly row: (value: number) => number;
    readonly named: readonly NamedTick[] | undefined;
  },
): void {
  const bottom = room.top + room.height;
  canvas.write(0, 0, axisTitle(panel.y));
  for (let r = room.top; r < bottom; r++) canvas.write(room.left - 1, r, '│');
  canvas.write(room.left - 1, bottom, `└${'─'.repeat(room.width)}`);
  const yText = tickFormat(panel.y, room.yTicks);
  for (const tick of room.yTicks) {
    const text = yText(tick);
    const r = Math.round(row(tick));
    canvas.write(room.left - 1 - [...text].length, r, text);
    canvas.write(room.left - 1, r, '┤');
  }
  const xTicks = axisTicks(panel.x, x.domain, Math.max(2, Math.floor(room.width / 12)));
  const xText = tickFormat(panel.x, xTicks);
  const ticks = named ?? xTicks.map((at) => ({ at, text: xText(at) }));
  let free = 0;
  for (const { at, text } of ticks) {
    const c = Math.round(column(at));
    const start = c - Math.floor([...text].length / 2);
    canvas.write(c, bottom, '┬');
    if (start < free) continue;
    canvas.write(start, bottom + 1, text);
    free = start + [...text].length + 1;
  }
  const title = axisTitle(panel.x);
  canvas.write(room.left + Math.floor((room.width - [...title].length) / 2), bottom + 2, title);
  for (const [k, { from, to, name }] of (panel.spans ?? []).entries()) {
    const [a, b] = [column(from), column(to)];
    const text = [...name].slice(0, Math.max(1, Math.round(b - a))).join('');
    canvas.write(Math.round((a + b) / 2 - [...text].length / 2), 1, text);
    if (k > 0) {
      for (let r = room.top; r < bottom; r++) canvas.write(Math.round(a), r, '┊');
    }
  }
}

function drawStack(
  canvas: TextCanvas,
  { stack }: CurvePanel,
  { x, y, room, color }: Drawn & { readonly color: boolean },
): void {
  if (!stack) return;
  const tops = stackTops(stack.layers);
  for (let c = 0; c < room.width; c++) {
    const share = c / (room.width - 1);
    const k = nearestIndex(stack.x.map((at) => Math.abs(x.share(at) - share)));
    for (let r = 0; r < room.height; r++) {
      const [low, high] = y.domain;
      const value = low + (1 - (r + 0.5) / room.height) * (high - low);
      const l = tops.findIndex((top) => value <= top[k]!);
      const layer = stack.layers[l];
      if (!layer) continue;
      canvas.write(room.left + c, room.top + r, color ? '█' : layer.glyph, layer.ansi);
    }
  }
}

/** Names at the right, each beside the end of its line, set apart. */
function drawNames(
  canvas: TextCanvas,
  { curves, stack }: CurvePanel,
  room: Room,
  row: (value: number) => number,
  inside: (value: number) => number,
): void {
  const names = curves
    .filter(({ unnamed, points }) => !unnamed && points.length > 0)
    .map(({ name, style, points, labelAt }) => {
      const end = points[points.length - 1]!;
      const at =
        labelAt === undefined
          ? end
          : points.reduce((a, b) => (Math.abs(b[0] - labelAt) < Math.abs(a[0] - labelAt) ? b : a));
      return { name, glyph: style.glyph, ansi: style.ansi, row: row(inside(at[1])) };
    });
  if (stack) {
    const tops = stackTops(stack.layers);
    const last = stack.x.length - 1;
    const ofLayers = stack.layers.map(({ name, glyph, ansi }, l) => {
      const middle = ((tops[l - 1]?.[last] ?? 0) + tops[l]![last]!) / 2;
      return { name, glyph, ansi, row: row(middle) };
    });
    names.push(...ofLayers.reverse());
  }
  names.sort((a, b) => a.row - b.row);
  const first = room.top;
  const lastRow = room.top + room.height - 1;
  let free = first;
  names.forEach(({ name, glyph, ansi, row: wanted }, k) => {
    const latest = lastRow - (names.length - 1 - k);
    const r = Math.max(first, Math.min(Math.max(Math.round(wanted), free), latest));
    free = r + 1;
    const c = room.left + room.width + 1;
    canvas.write(c, r, glyph, ansi);
    canvas.write(c + 2, r, name);
  });
}

function nearestIndex(distances: readonly number[]): number {
  let best = -1;
  for (let k = 0; k < distances.length; k++) {
    if (best < 0 || distances[k]! < distances[best]!) best = k;
  }
  return best;
}
