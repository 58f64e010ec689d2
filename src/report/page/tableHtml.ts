import { printedValue, type Section, type SectionColumn, type SectionValue } from '../section.ts';
import { sectionCsv } from '../sectionText.ts';
import { html, type Markup } from './html.ts';
import { unitText, withDois } from './prose.ts';

/** What a table offers beside itself. */
export interface TableChoices {
  /** Of the file that its numbers are saved in; none is offered when left out. */
  readonly file?: string;
  /** What that file holds; the section as CSV when left out. */
  readonly csv?: string;
}

/** What a text may keep in the address that holds it: every browser reads these as themselves. */
const plainInAddress: Readonly<Record<string, string>> = {
  '%20': ' ',
  '%2C': ',',
  '%2F': '/',
  '%3A': ':',
  '%3B': ';',
  '%3D': '=',
};

/** A link that saves a text as a file, without a server or a script. */
export function saveLink(file: string, text: string, type: string, label: string): Markup {
  const written = encodeURIComponent(text).replace(
    /%(?:20|2C|2F|3[ABD])/g,
    (code) => plainInAddress[code]!,
  );
  const address = `data:${type};charset=utf-8,${written}`;
  return html`<a class="save" download="${file}" href="${address}" aria-label="${label}: ${file}">${label}</a>`;
}

/** A section as a table: caption, heads that say which column they are of, notes below. */
export function tableHtml(section: Section, { file, csv }: TableChoices = {}): Markup {
  const { title, columns, rows, notes = [] } = section;
  const isText = columns.map((_, c) => rows.every((row) => typeof row[c] !== 'number'));
  const head = (column: SectionColumn, c: number) =>
    html`<th scope="col" class="${isText[c] ? 't' : 'n'}">${column.head}${column.unit !== '' && html` <span class="unit">${unitText(column.unit)}</span>`}</th>`;
  const cell = (value: SectionValue, c: number) => {
    const text = shown(value, columns[c]!);
    return c === 0 && isText[0]
      ? html`<th scope="row">${text}</th>`
      : html`<td class="${isText[c] ? 't' : 'n'}">${text}</td>`;
  };
  return html`<div class="table">
<div class="scroll" tabindex="0" role="group" aria-label="${unitText(title)}"><table>
<caption>${unitText(title)}</caption>
<thead><tr>${columns.map(head)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${columns.map((_, c) => cell(row[c], c))}</tr>\n`)}</tbody>
</table></div>
${(notes.length > 0 || file !== undefined) && html`<p class="note">${unitText(notes.join(' '))}${file !== undefined && html` ${saveLink(file, csv ?? sectionCsv(section), 'text/csv', 'Save as CSV')}`}</p>`}
</div>
`;
}

/** A value as a page shows it: signs as typography has them, references as links. */
function shown(value: SectionValue, column: SectionColumn): Markup | string {
  const text = printedValue(value, column);
  if (typeof value !== 'number') return withDois(text);
  const [mantissa, exponent] = text.replaceAll('-', '−').split('e');
  if (exponent === undefined) return mantissa!;
  return html`${mantissa}·10<sup>${exponent.replace('+', '')}</sup>`;
}
