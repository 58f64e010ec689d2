import { axisTitle, type Figure, type Panel, thicknessText } from '../plot/figure.ts';
import { curveExtents } from '../plot/panelData.ts';
import { compactDrawing } from '../plot/svg/compactDrawing.ts';
import { figureSvg } from '../plot/svg/figureSvg.ts';
import type { PlotDocument, PlotElement } from '../plot/svg/plotDocument.ts';
import { svgText } from '../plot/svg/svgText.ts';
import { tickText } from '../plot/ticks.ts';
import { figureValues } from './figureValues.ts';
import { html, jsonScript, type Markup, trusted } from './html.ts';

/** Widths that figures are drawn for, px: the page's column, and a phone. */
const widths = { wide: 880, narrow: 358 } as const;

/** Attributes that a drawing needs alone but not in a page. */
const givenByPage = ['xmlns', 'class', 'style', 'color', 'font-family', 'font-size', 'aria-label'];

/** What figures of a page are drawn with. */
export interface DrawingBoard {
  /** The browser's document, or linkedom's. */
  readonly document: PlotDocument;
  /** Takes the drawings for narrow windows, by the name of their figure: they stand packed in the page. */
  readonly narrow: Map<string, string>;
}

/**
 * A figure in a page: its title as caption, the drawing, and the numbers that the script shows under
 * the pointer and saves. The drawing for narrow windows goes to the board.
 *
 * @param figure what to draw
 * @param board what it is drawn with
 * @param id of the page, its own
 */
export function figureHtml(figure: Figure, board: DrawingBoard, id: string): Markup {
  board.narrow.set(id, drawing(figure, board, id, 'narrow').text);
  return html`<figure class="plot" id="${id}" data-name="${figure.name}">
<figcaption><strong id="${id}-title">${figure.title}</strong>${figure.subtitle !== undefined && html` <span>${figure.subtitle}</span>`}</figcaption>
${drawing(figure, board, id, 'wide')}
<p class="hidden" id="${id}-about">${figure.panels.map(described).join(' ')}</p>
${figure.panels.every(({ kind }) => kind === 'curves' || kind === 'bars') && jsonScript(figureValues(figure))}
</figure>
`;
}

function drawing(
  figure: Figure,
  { document }: DrawingBoard,
  id: string,
  size: keyof typeof widths,
): Markup {
  const svg = figureSvg(figure, {
    document,
    width: widths[size],
    hover: 'axes',
    titled: false,
    paper: 'none',
  }) as PlotElement;
  // The page gives every drawing its name and its type.
  for (const attribute of givenByPage) svg.removeAttribute(attribute);
  svg.setAttribute('aria-labelledby', `${id}-title`);
  compactDrawing(svg, document);
  return html`<div class="drawing ${size}" tabindex="0" role="group" aria-labelledby="${id}-title" aria-describedby="${id}-about">${trusted(svgText(svg))}</div>`;
}

/** A number that is read out. */
function told(value: number): string {
  return tickText(Number(value.toPrecision(4)));
}

/** A panel in words, for those who cannot see it. */
function described(panel: Panel): string {
  const title = panel.title === undefined ? '' : `${panel.title}: `;
  if (panel.kind === 'curves') {
    const { x } = curveExtents(panel);
    const range = x.length > 0 ? `, ${told(Math.min(...x))} to ${told(Math.max(...x))}` : '';
    const names = [...panel.curves, ...(panel.stack?.layers ?? [])].map(({ name }) => name);
    return `${title}${axisTitle(panel.y)} over ${axisTitle(panel.x)}${range}: ${names.join(', ')}.`;
  }
  if (panel.kind === 'films') {
    const films = panel.films.map(({ name, thickness, detail }) =>
      [name, ...(thickness === undefined ? [] : [thicknessText(thickness)]), detail].join(' '),
    );
    return `${title}${films.join('; ')}.`;
  }
  if (panel.kind === 'heat') return `${title}${axisTitle(panel.value)}.`;
  const bars = panel.bars.map(({ category, series, from, to, text }) => {
    const name = series === '' ? category : `${category}, ${series}`;
    return `${name} ${text ?? told(to - from)}`;
  });
  return `${title}${axisTitle(panel.value)}: ${bars.join('; ')}.`;
}
