import { element, type PlotDocument, type PlotElement } from './plotDocument.ts';
import { shortPath } from './shortPath.ts';

/** Attributes that say where a line, a symbol or a tick is, and nothing else of it. */
const placing: Readonly<Record<string, readonly string[]>> = {
  line: ['x1', 'y1', 'x2', 'y2'],
  path: ['d', 'transform'],
  circle: ['cx', 'cy', 'r'],
};

/** Of a group, what a child does not take over where it has its own. */
const adding = ['transform', 'opacity'];

/** Bars are looked for by this name of their group, which is for scripts alone. */
const keptName = 'bar';

/**
 * The same drawing in half the characters, for a page that holds many: lines, ticks and symbols of
 * a group are one path, paths go in steps, and a group of one is that one. The names of groups go,
 * but of bars. To be edited, the drawing as it was is better.
 *
 * @param drawing changed in place
 * @param document it belongs to
 */
export function compactDrawing(drawing: PlotElement, document: PlotDocument): void {
  const name = tagOf(drawing);
  const path = drawing.getAttribute('d');
  if (path !== null) drawing.setAttribute('d', shortPath(path) ?? path);
  if (name === 'text') placeText(drawing);
  if (name !== 'svg' && name !== 'g') return;
  for (const child of Array.from(drawing.children)) compactDrawing(child, document);
  if (name === 'g') mergeChildren(drawing, document);
  const children = Array.from(drawing.children);
  const plain = children.map(unwrapped);
  if (plain.every((child, k) => child === children[k])) return;
  for (const child of children) child.remove();
  drawing.append(...plain);
}

function tagOf({ tagName }: PlotElement): string {
  return tagName.toLowerCase();
}

/** What the group of a single element says, said by that element. */
function unwrapped(group: PlotElement): PlotElement {
  if (group.getAttribute('aria-label') === keptName) group.setAttribute('data-mark', keptName);
  for (const name of ['aria-label', 'aria-hidden']) group.removeAttribute(name);
  if (tagOf(group) !== 'g') return group;
  const [only, ...more] = Array.from(group.children);
  const isKept = group.getAttribute('data-mark') !== null;
  if (only === undefined || more.length > 0 || isKept) return group;
  const names = group.getAttributeNames();
  if (adding.some((name) => names.includes(name) && only.getAttribute(name) !== null)) return group;
  for (const name of names) {
    if (only.getAttribute(name) === null) only.setAttribute(name, group.getAttribute(name)!);
  }
  return only;
}

/** Puts children of a group that differ in their place alone into one path. */
function mergeChildren(group: PlotElement, document: PlotDocument): void {
  const children = Array.from(group.children);
  const [name] = children.map(tagOf);
  const allowed = placing[name ?? ''];
  if (children.length < 2 || allowed === undefined) return;
  const alike = children.every(
    (child) =>
      tagOf(child) === name &&
      child.children.length === 0 &&
      child.getAttributeNames().every((attribute) => allowed.includes(attribute)),
  );
  if (!alike) return;
  const radius = Number(children[0]!.getAttribute('r') ?? 0);
  if (children.some((child) => Number(child.getAttribute('r') ?? 0) !== radius)) return;
  const parts = children.map(pathOf);
  if (parts.includes(undefined)) return;
  for (const child of children) child.remove();
  // A disc is a point drawn with a round pen as wide as itself and its outline.
  const pen = 2 * radius + Number(group.getAttribute('stroke-width') ?? 1);
  const round = { 'stroke-width': pen, 'stroke-linecap': 'round' };
  const d = parts.join('');
  group.append(element(document, 'path', radius > 0 ? { d, ...round } : { d }));
}

function pathOf(child: PlotElement): string | undefined {
  const number = (attribute: string) => Number(child.getAttribute(attribute) ?? 0);
  switch (tagOf(child)) {
    case 'line':
      return shortPath(`M${number('x1')},${number('y1')}L${number('x2')},${number('y2')}`);
    case 'circle':
      return `${shortPath(`M${number('cx')},${number('cy')}`)}h0`;
    default: {
      const place = translation(child.getAttribute('transform') ?? 'translate(0,0)');
      const path = child.getAttribute('d') ?? '';
      if (place === undefined) return undefined;
      return moved(path, place);
    }
  }
}

/** A short path somewhere else: only its starts are places. */
function moved(path: string, [dx, dy]: readonly [number, number]): string | undefined {
  if (!/^[Mlhvcz\d.\s-]*$/.test(path)) return undefined;
  return path.replace(
    /M(-?[\d.]+)[ ]?(-?[\d.]+)/g,
    (_, x: string, y: string) => shortPath(`M${Number(x) + dx},${Number(y) + dy}`)!,
  );
}

/** A text that is moved stands where it is moved to. */
function placeText(text: PlotElement): void {
  const place = translation(text.getAttribute('transform') ?? '');
  const y = text.getAttribute('y');
  if (place === undefined || text.getAttribute('x') !== null || !y?.endsWith('em')) return;
  text.removeAttribute('transform');
  text.setAttribute('x', String(place[0]));
  text.setAttribute('y', String(place[1]));
  text.setAttribute('dy', y.replace(/^0\./, '.'));
}

function translation(transform: string): readonly [number, number] | undefined {
  const [, x, y] = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/.exec(transform) ?? [];
  return x === undefined ? undefined : [Number(x), Number(y)];
}
