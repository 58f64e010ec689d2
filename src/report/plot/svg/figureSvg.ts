import { axisTitle, type Figure, type Panel } from '../figure.ts';
import { barCategories, barSeries } from '../panelData.ts';
import { barPanelSvg, lyingMargins, nameHeight } from './barPanel.ts';
import { curvePanelSvg, labelRoom } from './curvePanel.ts';
import { filmPanelSvg, filmsHeight } from './filmPanel.ts';
import { fontFamily, fontSize, type PanelOptions, textWidth } from './frame.ts';
import { heatPanelSvg } from './heatPanel.ts';
import { legendOf, legendRow, legendSvg, placeLegend } from './legend.ts';
import { plainDrawing } from './plainDrawing.ts';
import { element, type PlotDocument, type PlotElement } from './plotDocument.ts';

/** How a figure is drawn. */
export interface SvgOptions<Element = PlotElement> {
  /** The browser's document, or linkedom's. */
  readonly document: { createElementNS(space: string, name: string): Element };
  /** px; 800 when left out. Heights follow from what is drawn. */
  readonly width?: number;
  /**
   * Values under the pointer, as titles of points and bars; off when left out. `axes` gives lines
   * and bars no titles but writes into each panel where its axes lie (`data-panel`, `data-frame`,
   * `data-x`, `data-y`), for a script that has the numbers.
   */
  readonly hover?: boolean | 'axes';
  /** Title and subtitle over the drawing; left out, they are its name alone (a page has its own). */
  readonly titled?: boolean;
  /**
   * Colour of the paper and of the ink. `white` with dark ink when left out; `none` draws on
   * whatever is behind, in the colour of the text around (light and dark pages).
   */
  readonly paper?: 'white' | 'none';
}

const titleSize = 16;
const ink = '#222222';

/**
 * Draws a figure as SVG whose text is text: `role="img"` with the title as its name.
 *
 * @param figure what to draw
 * @param options where, how wide, for which page
 * @returns an element of that document; `svgText` makes a file of it
 */
export function figureSvg<Element>(figure: Figure, options: SvgOptions<Element>): Element {
  // What is drawn needs more of an element than types of Node know; every document has it.
  const document = options.document as unknown as PlotDocument;
  const { width = 800, hover = false, paper = 'white', titled = true } = options;
  const ground = paper === 'white' ? '#ffffff' : 'none';
  const legend = placeLegend(legendOf(figure), width);
  const titles = titled ? 14 + titleSize + (figure.subtitle ? 20 : 4) : 0;
  const head = titles + (legend.rows > 0 ? legendRow * legend.rows + 2 : 0) + 6;
  const beside = figure.arrangement === 'beside' && width >= leastBeside * figure.panels.length;
  const folded = figure.arrangement === 'beside' && !beside;
  const panels = folded
    ? figure.panels.map(standingAlone)
    : figure.panels.map((panel) => (figure.legend ? withoutNames(panel) : panel));
  const placed = placePanels(panels, beside, width, head);
  const height = Math.ceil(Math.max(...placed.map(({ y, size }) => y + size.height))) + 6;
  const svg = element(document, 'svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': [figure.title, figure.subtitle].filter(Boolean).join(': '),
    'font-family': fontFamily,
    'font-size': fontSize,
    fill: 'currentColor',
    color: paper === 'white' ? ink : 'currentColor',
    style: 'max-width: 100%; height: auto',
    class: `figure-${figure.name}`,
  });
  if (paper === 'white') svg.append(element(document, 'rect', { width, height, fill: ground }));
  if (titled) {
    const title = { x: 12, y: 14 + titleSize * 0.7, 'font-size': titleSize, 'font-weight': 600 };
    svg.append(element(document, 'text', title, figure.title));
  }
  if (titled && figure.subtitle) {
    const line = { x: 12, y: 14 + titleSize + 15, 'fill-opacity': 0.75 };
    svg.append(element(document, 'text', line, figure.subtitle));
  }
  svg.append(...legendSvg(legend, document, titles + 12));
  const rooms = placed.map(({ panel }) => (panel.kind === 'curves' ? labelRoom(panel) : 0));
  const shared = beside ? {} : { labelRoom: Math.max(...rooms) };
  for (const [k, { panel, x, y, size }] of placed.entries()) {
    const hasTitle = panel.title !== undefined;
    if (hasTitle) {
      const at = { x: tenth(x + 12), y: tenth(y + 13), 'font-weight': 600 };
      svg.append(element(document, 'text', at, panel.title!));
    }
    const room = hasTitle ? panelTitle : 0;
    const drawing = plainDrawing(
      drawPanel(panel, document, { ...size, height: size.height - room, hover, ground, ...shared }),
    );
    if (hover === 'axes') drawing.setAttribute('data-panel', String(k));
    drawing.setAttribute('x', String(tenth(x)));
    drawing.setAttribute('y', String(tenth(y + room)));
    svg.append(drawing);
  }
  return svg as unknown as Element;
}

function tenth(px: number): number {
  return Number(px.toFixed(1));
}

/** Panels stand beside each other where each gets this much, px; else below each other. */
const leastBeside = 200;

/** Height of the title of a panel, px. */
const panelTitle = 22;

function drawPanel(panel: Panel, document: PlotDocument, options: PanelOptions): PlotElement {
  switch (panel.kind) {
    case 'curves':
      return curvePanelSvg(panel, document, options);
    case 'bars':
      return barPanelSvg(panel, document, options);
    case 'heat':
      return heatPanelSvg(panel, document, options);
    case 'films':
      return filmPanelSvg(panel, document, options);
  }
}

/** Height that a panel wants, px. */
function wantedHeight(panel: Panel, width: number): number {
  const title = panel.title === undefined ? 0 : panelTitle;
  switch (panel.kind) {
    case 'curves':
      return 340 * (panel.share ?? 1) + title;
    case 'bars': {
      if (panel.direction === 'standing') return 340 + title;
      const several = barSeries(panel).length;
      const names = lyingMargins(panel, width).namesOver ? nameHeight : 0;
      const row = (several > 1 ? 17 * several + 12 : 26) + names;
      return 60 + row * barCategories(panel).length + title;
    }
    case 'films':
      return filmsHeight(panel) + title;
    case 'heat': {
      const rows = new Set(panel.cells.map(({ y }) => y)).size;
      // The title of the axis stands upright beside the rows.
      return 60 + Math.max(Math.min(rows * 30, 420), textWidth(axisTitle(panel.y)) + 20) + title;
    }
  }
}

/** A panel whose lines are named above it. */
function withoutNames(panel: Panel): Panel {
  if (panel.kind !== 'curves') return panel;
  return { ...panel, curves: panel.curves.map((curve) => ({ ...curve, unnamed: true })) };
}

/** A panel whose neighbours went below it needs ticks of its own, and the names of its lines. */
function standingAlone(panel: Panel): Panel {
  if (panel.kind !== 'curves') return panel;
  const curves = panel.curves.map((curve) => ({ ...curve, unnamed: false }));
  return { ...panel, share: 0.8, y: { ...panel.y, shared: false }, curves };
}

interface PlacedPanel {
  readonly panel: Panel;
  readonly x: number;
  readonly y: number;
  readonly size: { readonly width: number; readonly height: number };
}

function placePanels(
  panels: readonly Panel[],
  beside: boolean,
  width: number,
  top: number,
): PlacedPanel[] {
  if (!beside) {
    let y = top;
    return panels.map((panel) => {
      const height = wantedHeight(panel, width);
      const placed = { panel, x: 0, y, size: { width, height } };
      y += height;
      return placed;
    });
  }
  const shares = panels.map((panel) => panel.share ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const height = Math.max(...panels.map((panel) => wantedHeight({ ...panel, share: 1 }, width)));
  let x = 0;
  return panels.map((panel, k) => {
    const placed = { panel, x, y: top, size: { width: (width * shares[k]!) / all, height } };
    x += placed.size.width;
    return placed;
  });
}
