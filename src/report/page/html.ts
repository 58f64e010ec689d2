/** A piece of HTML that may go into a page as it is; `html` and `trusted` make it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What stands in a template: texts are escaped, lists joined, nothing left out. */
export type HtmlValue = Markup | string | number | undefined | false | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it stands in HTML, in elements and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

/**
 * HTML from a template: every value but markup is escaped, so that no text of a cell file becomes
 * an element.
 *
 * @example html`<p title="${name}">${text}</p>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup {
  return new Markup(parts.map((part, k) => (k === 0 ? '' : textOf(values[k - 1])) + part).join(''));
}

/** Markup that was made elsewhere: a drawing, a style sheet, a script of this program. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/**
 * A value as JSON in a script element, which nothing in it can end.
 *
 * @param value what JSON holds
 */
export function jsonScript(value: unknown): Markup {
  const text = JSON.stringify(value).replaceAll('<', '\\u003c');
  return new Markup(`<script type="application/json">${text}</script>`);
}

function textOf(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(textOf).join('');
}
