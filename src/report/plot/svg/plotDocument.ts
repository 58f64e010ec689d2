/**
 * What drawing needs of a document: the browser's own, or linkedom's in Node. Drawing makes
 * elements in it and attaches none.
 */
export interface PlotDocument {
  createElementNS(space: string, name: string): PlotElement;
}

/** What drawing needs of an element. */
export interface PlotElement {
  readonly outerHTML: string;
  readonly tagName: string;
  textContent: string | null;
  readonly children: ArrayLike<PlotElement>;
  getAttributeNames(): string[];
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  append(...children: (PlotElement | string)[]): void;
  remove(): void;
}

const space = 'http://www.w3.org/2000/svg';

/** An element of SVG with attributes and children. */
export function element(
  document: PlotDocument,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: (PlotElement | string)[]
): PlotElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}
