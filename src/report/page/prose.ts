import { html, type Markup } from './html.ts';

/** A DOI in a reference; what may follow it is taken off by `doiEnd`. */
const doi = /\bdoi:10\.\d{4,9}\/[^\s,;"'<>]+/g;

/** Length of a DOI without the full stop, colon or bracket of the sentence around it. */
function doiEnd(found: string): number {
  let end = found.length;
  for (;;) {
    const text = found.slice(0, end);
    const closes = text.endsWith(')') && text.split(')').length > text.split('(').length;
    if (!closes && !/[.:]$/.test(text)) return end;
    end--;
  }
}

/** Text with the DOIs in it as links: the only way out of a page. */
export function withDois(text: string): Markup {
  const parts: (Markup | string)[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(doi)) {
    const name = found.slice(0, doiEnd(found));
    const address = `https://doi.org/${encodeURI(name.slice('doi:'.length))}`;
    parts.push(text.slice(from, index), html`<a href="${address}" rel="noreferrer">${name}</a>`);
    from = index + name.length;
  }
  return html`${[...parts, text.slice(from)]}`;
}

/** Units in a text as people write them: `kWh/m²` for `kWh/m2`. */
export function unitText(text: string): string {
  return text.replace(/\/(c?m)2\b/g, '/$1²');
}

/** Names as a sentence lists them: `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
