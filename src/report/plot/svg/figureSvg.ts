import { axisTitle, type Figure, type Panel } from '../figure.ts';
import { barCategories, barSeries } from '../panelData.ts';
import { barPanelSvg } from './barPanel.ts';
import { curvePanelSvg, labelRoom } from './curvePanel.ts';
import { fontFamily, fontSize, type PanelOptions, textWidth } from './frame.ts';
import { heatPanelSvg } from './heatPanel.ts';
import { element, type PlotDocument, type PlotElement } from './plotDocument.ts';

/** How a figure is drawn. */
export interface SvgOptions<Element = PlotElement> {
  /** The browser's document, or linkedom's. */
  readonly document: { createElementNS(space: string, name: string): Element };
  /** px; 800 when left out. Heights follow from what is drawn. */
  readonly width?: number;
  /** Values under the pointer; off when left out. */
  readonly hover?: boolean;
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
 * @returns an element of that document; `outerHTML` is a file
 */
export function figureSvg<Element>(figure: Figure, options: SvgOptions<Element>): Element {
  // What is drawn needs more of an element than types of Node know; every document has it.
  const document = options.document as unknown as PlotDocument;
  const { width = 800, hover = false, paper = 'white' } = options;
  const ground = paper === 'white' ? '#ffffff' : 'none';
  const legend = legendOf(figure);
  const head = 14 + titleSize + (figure.subtitle ? 20 : 4) + (legend.length > 0 ? 22 : 0) + 6;
  const placed = placePanels(figure, width, head);
  const height = Math.max(...placed.map(({ y, size }) => y + size.height)) + 6;
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
  svg.append(
    element(
      document,
      'text',
      { x: 12, y: 14 + titleSize * 0.7, 'font-size': titleSize, 'font-weight': 600 },
      figure.title,
    ),
  );
  if (figure.subtitle) {
    const line = { x: 12, y: 14 + titleSize + 15, 'fill-opacity': 0.75 };
    svg.append(element(document, 'text', line, figure.subtitle));
  }
  svg.append(...legendSvg(legend, document, head - 16));
  const below = figure.arrangement !== 'beside';
  const rooms = figure.panels.map((panel) => (panel.kind === 'curves' ? labelRoom(panel) : 0));
  const shared = below ? { labelRoom: Math.max(...rooms) } : {};
  for (const { panel, x, y, size } of placed) {
    const titled = panel.title !== undefined;
    if (titled) {
      const at = { x: x + 12, y: y + 13, 'font-weight': 600 };
      svg.append(element(document, 'text', at, panel.title!));
    }
    const room = titled ? panelTitle : 0;
    const drawing = plain(
      drawPanel(panel, document, { ...size, height: size.height - room, hover, ground, ...shared }),
    );
    drawing.setAttribute('x', String(x));
    drawing.setAttribute('y', String(y + room));
    svg.append(drawing);
  }
  return svg as unknown as Element;
}

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
  }
}

/** The drawing without the style sheet and the marks of Plot, which other programs do not read. */
function plain(drawing: PlotElement): PlotElement {
  for (const child of Array.from(drawing.children)) {
    if (child.tagName.toLowerCase() === 'style') child.remove();
  }
  for (const name of ['class', 'style', 'font-family', 'font-size']) drawing.removeAttribute(name);
  return drawing;
}

/** Height that a panel wants, px. */
function wantedHeight(panel: Panel): number {
  const title = panel.title === undefined ? 0 : panelTitle;
  switch (panel.kind) {
    case 'curves':
      return 340 * (panel.share ?? 1) + title;
    case 'bars': {
      if (panel.direction === 'standing') return 340 + title;
      const several = barSeries(panel).length;
      const row = several > 1 ? 17 * several + 12 : 26;
      return 60 + row * barCategories(panel).length + title;
    }
    case 'heat': {
      const rows = new Set(panel.cells.map(({ y }) => y)).size;
      // The title of the axis stands upright beside the rows.
      return 60 + Math.max(Math.min(rows * 30, 420), textWidth(axisTitle(panel.y)) + 20) + title;
    }
  }
}

interface PlacedPanel {
  readonly panel: Panel;
  readonly x: number;
  readonly y: number;
  readonly size: { readonly width: number; readonly height: number };
}

function placePanels(figure: Figure, width: number, top: number): PlacedPanel[] {
  if (figure.arrangement !== 'beside') {
    let y = top;
    return figure.panels.map((panel) => {
      const height = wantedHeight(panel);
      const placed = { panel, x: 0, y, size: { width, height } };
      y += height;
      return placed;
    });
  }
  const shares = figure.panels.map((panel) => panel.share ?? 1);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const height = Math.max(...figure.panels.map((panel) => wantedHeight({ ...panel, share: 1 })));
  let x = 0;
  return figure.panels.map((panel, k) => {
    const placed = { panel, x, y: top, size: { width: (width * shares[k]!) / all, height } };
    x += placed.size.width;
    return placed;
  });
}

interface LegendEntry {
  readonly name: string;
  readonly color: string;
}

/** Series of bars, whose names stand at no line. */
function legendOf({ panels }: Figure): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const panel of panels) {
    if (panel.kind !== 'bars' || barSeries(panel).length < 2) continue;
    for (const { series, style } of panel.bars) {
      entries.set(series, { name: series, color: style.color });
    }
  }
  return [...entries.values()];
}

function legendSvg(
  entries: readonly LegendEntry[],
  document: PlotDocument,
  y: number,
): PlotElement[] {
  let x = 12;
  return entries.flatMap(({ name, color }) => {
    const at = x;
    x += 30 + textWidth(name);
    return [
      element(document, 'rect', { x: at, y: y - 9, width: 11, height: 11, fill: color }),
      element(document, 'text', { x: at + 16, y }, name),
    ];
  });
}
