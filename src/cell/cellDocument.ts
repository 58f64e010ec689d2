import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from 'yaml';

/** Line and column in a text, both counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A parsed YAML text that still knows where each value stands. */
export interface CellDocument {
  readonly document: Document;
  readonly lines: LineCounter;
  /** The first thing that makes it no YAML. */
  readonly error?: TextPlace & { readonly message: string };
}

/** What was read last: a text is asked for again and again, for its fields and with other values. */
let last: { readonly text: string; readonly plain: unknown } | undefined;

/** The values of a YAML text without a fault, as it stands. Not to be changed. */
export function plainDocument(text: string): unknown {
  if (last?.text !== text) readCellDocument(text);
  return last?.plain;
}

/** Parses YAML 1.2 (of which JSON is a subset); a warning counts as an error. */
export function readCellDocument(text: string): CellDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem === undefined) {
    if (last?.text !== text) last = { text, plain: document.toJS() };
    return { document, lines };
  }
  const { line, col } = lines.linePos(problem.pos[0]);
  return { document, lines, error: { line, column: col, message: oneLine(problem.message) } };
}

function oneLine(message: string): string {
  return message.split('\n', 1)[0]!.trim();
}

/** The node itself, or the one that an alias stands for. */
function resolve(document: Document, node: unknown): Node | undefined {
  const target = isAlias(node) ? node.resolve(document) : node;
  return isNode(target) ? target : undefined;
}

function pairOf(map: YAMLMap, key: PropertyKey) {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** Node at a path of keys and indices, or undefined. */
export function nodeAt(document: Document, path: readonly PropertyKey[]): Node | undefined {
  let node = resolve(document, document.contents);
  for (const key of path) {
    if (isMap(node)) node = resolve(document, pairOf(node, key)?.value);
    else if (isSeq(node)) node = resolve(document, node.items[Number(key)]);
    else return undefined;
  }
  return node;
}

/** Where the value at a path stands; for a missing value, the key of the place it should be in. */
export function placeOfValue(source: CellDocument, path: readonly PropertyKey[]): TextPlace {
  const range = nodeAt(source.document, path)?.range;
  if (range) return at(source, range[0]);
  return path.length === 0 ? { line: 1, column: 1 } : placeOfKey(source, path.slice(0, -1));
}

/** Where the key at a path stands (an item of a list: where it begins). */
export function placeOfKey(source: CellDocument, path: readonly PropertyKey[]): TextPlace {
  const parent = path.length === 0 ? undefined : nodeAt(source.document, path.slice(0, -1));
  const key = isMap(parent) ? pairOf(parent, path[path.length - 1]!)?.key : undefined;
  const range = isNode(key) ? key.range : undefined;
  return range ? at(source, range[0]) : placeOfValue(source, path);
}

function at(source: CellDocument, offset: number): TextPlace {
  const { line, col } = source.lines.linePos(offset);
  return { line, column: col };
}
