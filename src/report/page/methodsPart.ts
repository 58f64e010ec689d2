import { chosenModels } from './chosenModels.ts';
import { html, type Markup } from './html.ts';
import { methodsOf } from './methods.ts';
import { withDois } from './prose.ts';
import type { ReportDocument } from './reportDocument.ts';
import { tableHtml } from './tableHtml.ts';

/** How the numbers were made: stage by stage, and the models that the cells chose. */
export function methodsPart(report: ReportDocument): Markup {
  const { cells } = report;
  const sources = cells.flatMap(({ cell }) =>
    Object.values(cell.description.sources).map((source) => source.trim()),
  );
  return html`<dl class="methods">
${methodsOf(report).map(
  ({ stage, text, references }) => html`<dt>${stage}</dt>
<dd><p>${text}</p>${references.length > 0 && html`<ul>${references.map((one) => html`<li>${withDois(one)}</li>`)}</ul>`}</dd>
`,
)}</dl>
${cells.length > 0 && tableHtml(chosenModels(cells.map(({ cell }) => cell)))}
${
  sources.length > 0 &&
  html`<h3>Sources of the cells' values</h3>
<ul>${[...new Set(sources)].sort().map((source) => html`<li>${withDois(source)}</li>\n`)}</ul>`
}
`;
}
