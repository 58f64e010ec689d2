import { type Document, parse } from 'yaml';
import { readCellDocument } from './cellDocument.ts';
import { field, itemNames } from './cellPath.ts';
import { UsageError } from './errors.ts';
import { didYouMean } from './nearest.ts';
import { cellSchema } from './schema.ts';
import { allowedKeys, schemaAt } from './schemaWalk.ts';

/** One `path=value` of the command line. */
export interface CellSetting {
  /** As written, for messages. */
  readonly text: string;
  readonly path: readonly string[];
  readonly value: unknown;
  /** Where it was said, for messages; `--set` when left out. */
  readonly option?: string;
}

/**
 * Reads `wafer.thickness=130um`.
 *
 * @throws UsageError for text without `=`, an empty path, or a value that is no YAML
 */
export function parseSetting(text: string): CellSetting {
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(equals, 0)).trim();
  if (path === '') {
    throw new UsageError(`--set "${text}": expected path=value, such as wafer.thickness=130um`);
  }
  const written = text.slice(equals + 1).trim();
  const { error } = readCellDocument(written);
  if (written === '' || error) {
    throw new UsageError(`--set "${text}": expected a value after "=", such as 130um`);
  }
  return { text, path: path.split('.'), value: parse(written) };
}

/**
 * Puts a value into a cell document, before it is validated.
 *
 * @param document the cell file; changed in place
 * @returns the path with list items as indices
 * @throws UsageError for a path that no cell can have, with the nearest name
 */
export function applySetting(document: Document, setting: CellSetting): PropertyKey[] {
  const path = settingPath(document.toJS(), setting);
  // As a node, so that a later setting can go into a group that this one puts in place.
  document.setIn(path, document.createNode(setting.value));
  const [group, name] = [path.at(-2), path.at(-1)].map(String);
  for (const other of alternatives[`${group}.${name}`] ?? []) {
    document.deleteIn([...path.slice(0, -1), other]);
  }
  return path;
}

/**
 * Where a setting goes.
 *
 * @param whole the cell as read
 * @returns the path with list items as indices
 * @throws UsageError for a path that no cell can have, with the nearest name
 */
export function settingPath(
  whole: unknown,
  setting: Pick<CellSetting, 'text' | 'path' | 'option'>,
): PropertyKey[] {
  const path: PropertyKey[] = [];
  let here = whole;
  for (const name of setting.path) {
    const key = Array.isArray(here) ? itemIndex(here, name) : name;
    const candidates = Array.isArray(here)
      ? itemNames(here).filter((item) => item !== undefined)
      : allowedKeys(schemaAt(cellSchema, path, whole));
    if (key === undefined || !(Array.isArray(here) || isOpen(path) || candidates.includes(name))) {
      throw new UsageError(unknownName(setting, name, path.length, candidates, whole));
    }
    path.push(key);
    here = field(here, key);
  }
  return path;
}

/** Two ways to say one thing: to set one is to drop the others beside it. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  'doping.density': ['resistivity'],
  'doping.resistivity': ['density'],
  'oxide.thickness': ['electron_transmission', 'hole_transmission'],
};

/** Sources hold free names. */
function isOpen(path: readonly PropertyKey[]): boolean {
  return path[0] === 'sources';
}

function itemIndex(list: readonly unknown[], name: string): number | undefined {
  const index = itemNames(list).indexOf(name);
  if (index >= 0) return index;
  const number = Number(name);
  return /^\d+$/.test(name) && number < list.length ? number : undefined;
}

function unknownName(
  setting: Pick<CellSetting, 'text' | 'path' | 'option'>,
  name: string,
  depth: number,
  candidates: readonly string[],
  whole: unknown,
): string {
  const parent = setting.path.slice(0, depth).join('.') || 'the cell';
  const start = `${setting.option ?? '--set'} "${setting.text}": ${parent} has no "${name}"`;
  if (candidates.length === 0) return `${start}; it is a value, not a group of fields`;
  const near = didYouMean(name, candidates);
  if (near !== '') return start + near;
  // Often the start of a path is left out.
  const parts = (text: string) => text.split('.').length;
  // Of several the shortest: the wafer's before a film's.
  const [meant] = pathsEnding(whole, setting.path).toSorted((a, b) => parts(a) - parts(b));
  if (meant !== undefined) return `${start}; did you mean "${meant}"?`;
  return `${start}; it has ${candidates.join(', ')}`;
}

/** Paths of a cell that end as the given one. */
function pathsEnding(whole: unknown, end: readonly string[], at: readonly string[] = []): string[] {
  if (at.length > end.length && end.every((name, i) => name === at.at(i - end.length))) {
    return [at.join('.')];
  }
  if (typeof whole !== 'object' || whole === null) return [];
  const names = Array.isArray(whole) ? itemNames(whole) : Object.keys(whole);
  return names.flatMap((name, i) => {
    if (name === undefined) return [];
    return pathsEnding(field(whole, Array.isArray(whole) ? i : name), end, [...at, name]);
  });
}
