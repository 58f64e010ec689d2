import type { Figure, Panel } from '../figure.ts';
import { barRows } from './barRows.ts';
import { curveText } from './curveText.ts';
import { filmRows } from './filmRows.ts';
import { heatText } from './heatText.ts';
import { painter } from './textCanvas.ts';
import type { TextOptions } from './textOptions.ts';

/** The window that a figure is drawn for. */
export interface WindowSize {
  /** Characters. */
  readonly columns: number;
  readonly rows: number;
}

/** How a figure is drawn with characters. */
export interface FigureTextOptions extends WindowSize {
  readonly color: boolean;
}

/** Wider than this lines are hard to follow. */
const widest = 120;
/** Panels beside each other are at least this wide. */
const leastBeside = 30;
/** Rows of a panel: what fits the window, within these. */
const leastRows = 10;
const mostRows = 24;

/**
 * Draws a figure for a terminal: what differs in colour differs in its symbol too.
 *
 * @param figure what to draw
 * @param options size of the window, and whether it has colours
 * @returns lines with an end of line each
 */
export function figureText(figure: Figure, options: FigureTextOptions): string {
  const width = Math.min(options.columns, widest);
  const paint = painter(options.color);
  const { panels } = figure;
  const beside = figure.arrangement === 'beside' && width >= leastBeside * panels.length;
  const title = options.color ? `\u001b[1m${figure.title}\u001b[22m` : figure.title;
  const head = [title, ...wrap(figure.subtitle ?? '', width), ''];
  const titles = panels.filter(({ title }) => title !== undefined).length;
  const free = options.rows - 2 - head.length - (beside ? 1 : titles + panels.length);
  const each = Math.floor(free / (beside ? 1 : panels.length));
  const height = Math.max(leastRows, Math.min(mostRows, each));
  const draw = (panel: Panel, room: number) => {
    const lines = drawPanel(panel, { width: room, height, paint, color: options.color });
    return panel.title === undefined ? lines : [panel.title, ...lines];
  };
  const body = beside
    ? besideEachOther(
        panels.map((panel) => draw(panel, Math.floor(width / panels.length) - 1)),
        width,
      )
    : panels.flatMap((panel, k) => [...(k > 0 ? [''] : []), ...draw(panel, width)]);
  return `${[...head, ...body].map((line) => line.trimEnd()).join('\n')}\n`;
}

function drawPanel(panel: Panel, options: TextOptions): string[] {
  switch (panel.kind) {
    case 'curves':
      return curveText(panel, options);
    case 'bars':
      return barRows(panel, options);
    case 'heat':
      return heatText(panel, options);
    case 'films':
      return filmRows(panel, options);
  }
}

function besideEachOther(blocks: readonly (readonly string[])[], width: number): string[] {
  const room = Math.floor(width / blocks.length);
  const rows = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: rows }, (_, r) =>
    blocks
      .map((block) => {
        const line = block[r] ?? '';
        return line + ' '.repeat(Math.max(0, room - shownLength(line)));
      })
      .join(''),
  );
}

const colourCodes = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** Characters that are seen: codes of colours are not. */
function shownLength(line: string): number {
  return [...line.replace(colourCodes, '')].length;
}

/** A sentence in lines of the window's width. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else if (word !== '') lines.push(word);
  }
  return lines;
}
