import { compareJson } from '../compareText.ts';
import { compareFigure } from '../plot/figures/compareFigure.ts';
import { temperaturesFigure } from '../plot/figures/temperaturesFigure.ts';
import { terminalsFigure } from '../plot/figures/terminalsFigure.ts';
import { cellStyles } from '../plot/seriesStyle.ts';
import type { PlotDocument } from '../plot/svg/plotDocument.ts';
import { yearJson } from '../yearText.ts';
import { cellPart } from './cellPart.ts';
import { type Card, comparedPart } from './comparedPart.ts';
import { deflated } from './deflated.ts';
import { type DrawingBoard, figureHtml } from './figureHtml.ts';
import { html, type Markup, trusted } from './html.ts';
import { inputsPart } from './inputsPart.ts';
import { methodsPart } from './methodsPart.ts';
import { bothSidesSection, moduleSection } from './outsideSections.ts';
import { listed, unitText } from './prose.ts';
import { isYear, type ReportDocument } from './reportDocument.ts';
import { tableHtml } from './tableHtml.ts';
import { coefficientsSection, standardSection } from './terminalSections.ts';

/** What a page is made with. */
export interface PageOptions {
  /** To draw in: the browser's document, or linkedom's. */
  readonly document: PlotDocument;
  /** Texts of the style sheet and of the script that go into it. */
  readonly style: string;
  readonly script: string;
}

/**
 * A report as one HTML page that needs nothing else: style, script, drawings and numbers are in it.
 *
 * @param report what it tells
 * @param options what it is made with
 * @returns the text of the file
 */
export async function reportPage(report: ReportDocument, options: PageOptions): Promise<string> {
  const { comparison, cells, overLight, provenance } = report;
  const board: DrawingBoard = { document: options.document, narrow: new Map() };
  const compared = comparedPart(comparison);
  const analyses = cells.map(({ analysis }) => analysis);
  const names = [...new Set(comparison.results.map(({ cell }) => cell))];
  const title = titleOf(report, names);
  const terminals = [
    terminalsFigure(analyses),
    temperaturesFigure(analyses),
    overLight && {
      ...compareFigure(overLight),
      name: 'light',
      title: 'Efficiency against irradiance',
    },
  ].filter((figure) => figure !== undefined);
  const bothLit = bothSidesSection(cells);
  const sections = [
    { id: 'result', title: 'Result' },
    ...(cells.length > 0
      ? [
          { id: 'terminals', title: 'At the terminals' },
          { id: 'cells', title: 'Inside each cell' },
        ]
      : []),
    { id: 'methods', title: 'Methods' },
    { id: 'inputs', title: 'Inputs' },
    { id: 'provenance', title: 'Provenance' },
  ];
  const heading = (id: string) =>
    html`<h2 id="${id}-title">${sections.find((section) => section.id === id)!.title}</h2>`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="solarcell ${provenance.version}">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(options.style)}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header>
<p class="made">solarcell ${provenance.version} · <time datetime="${provenance.date}">${provenance.date.slice(0, 10)}</time> <button type="button" class="theme" hidden>Dark</button></p>
<h1>${unbroken(title)}</h1>
${compared.answer.map((sentence) => html`<p class="answer">${sentence}</p>\n`)}
<nav aria-label="Contents"><ul>${sections.map(({ id, title: text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul></nav>
</header>
<main id="main">
<section id="result" aria-labelledby="result-title">
${heading('result')}
${compared.cards.length > 0 && cardsHtml(compared.cards)}
<dl class="lines">${compared.lines.map(([name, text]) => html`<dt>${name}</dt><dd>${unitText(text)}</dd>\n`)}</dl>
${compared.tables}
${compared.figures.map((figure) => figureHtml(figure, board, figure.name))}
</section>
${
  cells.length > 0 &&
  html`<section id="terminals" aria-labelledby="terminals-title">
${heading('terminals')}
${tableHtml(standardSection(analyses), { file: 'terminals.csv' })}
${terminals.map((figure) => figureHtml(figure, board, `at-${figure.name}`))}
${tableHtml(coefficientsSection(analyses), { file: 'coefficients.csv' })}
${bothLit !== undefined && tableHtml(bothLit, { file: 'both-sides.csv' })}
${tableHtml(moduleSection(cells), { file: 'module.csv' })}
</section>
<section id="cells" aria-labelledby="cells-title">
${heading('cells')}
${cells.length > 1 && html`<ul class="jump">${cells.map(({ cell }) => html`<li><a href="#cell-${cell.name}">${cell.name}</a></li>`)}</ul>`}
${cells.map((cell) => cellPart(cell, board))}
</section>`
}
<section id="methods" aria-labelledby="methods-title">
${heading('methods')}
${methodsPart(report)}
</section>
<section id="inputs" aria-labelledby="inputs-title">
${heading('inputs')}
${inputsPart(report, jsonOf(report))}
</section>
<section id="provenance" aria-labelledby="provenance-title">
${heading('provenance')}
${provenancePart(report)}
</section>
</main>
<footer><p>Made by solarcell ${provenance.version} from the inputs above; the page holds all of it and loads nothing.</p></footer>
`;
  // Packed: most readers never see them, and they are as long as the wide ones.
  const narrow = await deflated(JSON.stringify(Object.fromEntries(board.narrow)));
  const end = html`<script type="text/plain" id="narrow-drawings">${trusted(narrow)}</script>
<script>${trusted(options.script)}</script>
</body>
</html>
`;
  return page.text + end.text;
}

function titleOf({ comparison, profile }: ReportDocument, names: readonly string[]): string {
  const who = listed(names);
  if (isYear(comparison)) {
    const { name, format } = comparison.site;
    return `${who}: a year ${format === 'clear-sky' ? 'under a clear sky' : `in ${name}`}`;
  }
  if (profile) return `${who}: a day of light, ${profile.name}`;
  const { irradiance_W_m2: light, temperature_C: heat } = comparison.conditions;
  return light.length * heat.length === 1
    ? `${who} at ${light[0]} W/m² and ${heat[0]} °C`
    : `${who} in ${light.length * heat.length} conditions`;
}

/** Words with a hyphen in one line each: `al-bsf` is a name. */
function unbroken(text: string): Markup {
  const words = text
    .split(' ')
    .map((word) => (word.includes('-') ? html`<span>${word}</span>` : word));
  return html`${words.flatMap((word, k) => (k === 0 ? [word] : [' ', word]))}`;
}

/** The same text as `solarcell compare --format json` prints. */
function jsonOf({ comparison }: ReportDocument): string {
  return isYear(comparison) ? yearJson(comparison) : compareJson(comparison);
}

function cardsHtml(cards: readonly Card[]): Markup {
  const styles = cellStyles(cards.map(({ cell }) => cell));
  return html`<ul class="cards">
${cards.map(
  ({
    cell,
    value,
    unit,
    gain_pct,
    baseline,
    rated,
  }) => html`<li style="--cell: ${styles.get(cell)!.color}">
<h3>${cell}</h3>
<p class="value">${value} <span class="unit">${unit}</span></p>
${cards.length > 1 && html`<p class="gain">${gain_pct === undefined ? 'baseline' : `${signed(gain_pct)} % over ${baseline}`}</p>`}
<p class="rated">${rated}</p>
</li>
`,
)}</ul>`;
}

function signed(value: number): string {
  return `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(1)}`;
}

function provenancePart({ comparison, cells, provenance, sources }: ReportDocument): Markup {
  return html`<dl class="lines">
<dt>Command</dt><dd><code>${provenance.command}</code></dd>
<dt>Version</dt><dd>solarcell ${provenance.version}</dd>
<dt>Date</dt><dd><time datetime="${provenance.date}">${provenance.date}</time></dd>
${Object.entries(comparison.provenance.cells).map(([name, hash]) => html`<dt>${name}</dt><dd><code>${hash}</code></dd>\n`)}
</dl>
${tableHtml({
  title: 'Where the data come from',
  columns: [
    { key: 'data', head: 'Data', unit: '', digits: 0 },
    { key: 'source', head: 'Source', unit: '', digits: 0 },
  ],
  rows: sources.map(({ what, source }) => [what, source]),
})}
${cells.length > 0 && html`<p class="note">The hash of a cell is that of its file, before <code>--set</code>.</p>`}`;
}
