import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Cell } from '../cell/cell.ts';
import { parseCell } from '../cell/parseCell.ts';
import type { CellDescription } from '../cell/schema.ts';
import { parseSetting } from '../cell/setValue.ts';
import type { OpticalConstants } from '../optics/opticalConstants.ts';
import { type DataKind, readDataFile, shippedNames } from './dataFiles.ts';
import { loadOptics } from './loadOptics.ts';

/** Cell descriptions that ship. */
export const cellFiles: DataKind = { word: 'cell', folder: 'cells', extension: '.yaml' };

/** How a cell is loaded. */
export interface LoadCellOptions {
  /** Values to put in, as `path=value`: `wafer.thickness=130um`. */
  readonly set?: readonly string[];
}

/**
 * Loads a cell with the optical constants it names.
 *
 * @param nameOrPath `shj`, or the path of a cell file
 * @param options values to change in passing
 * @throws UsageError for an unknown name or setting, DataError for a fault inside a file
 * @example const cell = await loadCell('shj', { set: ['wafer.thickness=130um'] })
 */
export async function loadCell(nameOrPath: string, options: LoadCellOptions = {}): Promise<Cell> {
  const { path, text } = await readDataFile(nameOrPath, cellFiles);
  const set = options.set ?? [];
  const description = await parseCell(text, { file: path, set: set.map(parseSetting) });
  return {
    name: description.name,
    description,
    optics: await loadAllOptics(description, dirname(path)),
    sha256: createHash('sha256').update(text).digest('hex'),
    text,
    file: path,
    ...(set.length > 0 ? { set } : {}),
  };
}

/** Names of the cells that ship: al-bsf, perc, shj, topcon. */
export async function listCells(): Promise<string[]> {
  return shippedNames(cellFiles);
}

async function loadAllOptics(
  cell: CellDescription,
  folder: string,
): Promise<Record<string, OpticalConstants>> {
  const sides = [cell.front, cell.rear];
  const names = new Set([
    'air',
    cell.wafer.optics,
    ...sides.map((side) => side.outside),
    ...sides.flatMap((side) => side.layers.map((layer) => layer.optics)),
  ]);
  const loaded = [...names].map(async (name) => [name, await loadOptics(name, folder)] as const);
  return Object.fromEntries(await Promise.all(loaded));
}
