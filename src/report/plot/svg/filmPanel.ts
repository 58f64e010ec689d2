import { type FaceShape, type Film, type FilmPanel, thicknessText } from '../figure.ts';
import { type PanelOptions, textWidth } from './frame.ts';
import { element, type PlotDocument, type PlotElement } from './plotDocument.ts';

/** Height of a film of a nanometre, of ten times as much more, and of the cut wafer, px. */
const leastHeight = 16;
const perDecade = 13;
const waferHeight = 92;
const diffusionHeight = 20;
/** Of what goes on behind, and of the light above. */
const behindHeight = 26;
const lightHeight = 34;
/** Size of pyramids, px. */
const relief = 9;
const period = 30;

/** Heights that random pyramids have, as shares of the largest. */
const pyramids = [1, 0.62, 0.85, 0.5, 0.95, 0.7];

function heightOf({ thickness, isWafer, inWafer }: Film): number {
  if (isWafer) return waferHeight;
  if (inWafer) return diffusionHeight;
  if (thickness === undefined) return behindHeight;
  return leastHeight + perDecade * Math.log10(Math.max(1, thickness));
}

/** Height of the whole drawing, px. */
export function filmsHeight({ films }: FilmPanel): number {
  return lightHeight + 2 * relief + films.reduce((sum, film) => sum + heightOf(film), 0) + 6;
}

/** Draws films and wafer in their order, each named beside it. */
export function filmPanelSvg(
  panel: FilmPanel,
  document: PlotDocument,
  { width, height, hover }: PanelOptions,
): PlotElement {
  const { films, front, rear } = panel;
  const [left, right] = [12, 12 + Math.max(84, Math.min(300, width * 0.36))];
  const cut = films.findIndex(({ isWafer }) => isWafer);
  const svg = element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(...lightRays(document, left, right));
  // Films and diffused regions follow the face of the wafer that they are at.
  const edgeAt = (k: number, y: number) =>
    k <= cut ? edge(front, left, right, y, 1) : edge(rear, left, right, y, -1);
  let top = lightHeight + relief;
  films.forEach((film, k) => {
    const bottom = top + heightOf(film);
    const upper = edgeAt(k, top);
    const lower = edgeAt(k + 1, bottom);
    const body = element(document, 'path', {
      d: `M${upper.join('L')}L${[...lower].reverse().join('L')}Z`,
      fill: film.color,
      'fill-opacity': 0.85,
      stroke: 'currentColor',
      'stroke-opacity': 0.35,
      'stroke-width': 0.75,
    });
    if (hover) body.append(element(document, 'title', {}, filmText(film)));
    svg.append(body);
    const middle = (top + bottom) / 2;
    if (film.isWafer) svg.append(...cutMarks(document, left, right, middle));
    svg.append(...filmLabel(film, document, { x: right + 14, y: middle, width }));
    top = bottom;
  });
  return svg;
}

/** An edge of a film, from left to right; peaks of the front point up, of the rear down. */
function edge(
  shape: FaceShape,
  left: number,
  right: number,
  y: number,
  up: 1 | -1,
): readonly string[] {
  const point = (x: number, rise: number) => `${x.toFixed(1)},${(y - up * rise).toFixed(1)}`;
  if (shape === 'planar') return [point(left, 0), point(right, 0)];
  const count = Math.round((right - left) / period);
  const step = (right - left) / count;
  const points = [point(left, 0)];
  for (let k = 0; k < count; k++) {
    const start = left + k * step;
    if (shape === 'pyramids') {
      const size = pyramids[k % pyramids.length]!;
      points.push(point(start + step / 2, relief * size), point(start + step, 0));
    } else {
      points.push(
        point(start + step * 0.15, 0),
        point(start + step / 2, -relief),
        point(start + step * 0.85, 0),
        point(start + step, 0),
      );
    }
  }
  return points;
}

function lightRays(document: PlotDocument, left: number, right: number): PlotElement[] {
  const middle = (left + right) / 2;
  const rays = [-26, 0, 26].map((off) =>
    element(document, 'path', {
      d: `M${middle + off},12v14m-4,-5l4,5l4,-5`,
      fill: 'none',
      stroke: '#E69F00',
      'stroke-width': 1.5,
    }),
  );
  return [
    ...rays,
    element(document, 'text', { x: right + 14, y: 23, 'fill-opacity': 0.75 }, 'light'),
  ];
}

/** Two waves through the wafer: it is far thicker than drawn. */
function cutMarks(document: PlotDocument, left: number, right: number, y: number): PlotElement[] {
  const waves = Math.round((right - left) / 24);
  const step = (right - left) / waves;
  const wave = `q${step / 4},-5 ${step / 2},0t${step / 2},0`.repeat(waves);
  return [-4, 4].map((off) =>
    element(document, 'path', {
      d: `M${left},${y + off}${wave}`,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-opacity': 0.55,
    }),
  );
}

/** Name, thickness, material: as much as there is room for. */
function filmLabel(
  film: Film,
  document: PlotDocument,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): PlotElement[] {
  const bold = element(document, 'tspan', { 'font-weight': 600 }, film.name);
  const size = film.thickness === undefined ? '' : `  ${thicknessText(film.thickness)}`;
  const text = element(
    document,
    'text',
    { x, y, dy: '0.32em', 'xml:space': 'preserve' },
    bold,
    size,
  );
  const used = x + textWidth(film.name) * 1.08 + textWidth(size);
  if (used + textWidth(film.detail) + 20 <= width) {
    text.append(element(document, 'tspan', { 'fill-opacity': 0.7 }, `  ${film.detail}`));
  }
  return [text];
}

function filmText({ name, thickness, detail }: Film): string {
  const size = thickness === undefined ? '' : `\n${thicknessText(thickness)}`;
  return `${name}${size}\n${detail}`;
}
