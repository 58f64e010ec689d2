import { dirname, resolve } from 'node:path';
import type { Cell } from '../cell/cell.ts';
import { cellFromText } from '../cell/cellFromText.ts';
import { parseDopingTable } from '../cell/dopingTable.ts';
import { type CellSetting, parseSetting } from '../cell/setValue.ts';
import { looksLikePath, readDataFile, shippedNames } from './dataFiles.ts';
import { cellFiles, dopingFiles } from './dataKinds.ts';
import { loadOptics } from './loadOptics.ts';

/** How a cell is loaded. */
export interface LoadCellOptions {
  /**
   * Values to put in, as `path=value`: `wafer.thickness=130um`. Paths of files are relative to
   * the working directory, those in a cell file to that file.
   */
  readonly set?: readonly string[];
  /** More of them, read already; they come after `set`. */
  readonly settings?: readonly CellSetting[];
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
  const folder = dirname(path);
  const set = options.set ?? [];
  const settings = [...set.map(parseSetting), ...(options.settings ?? [])].map(fromHere);
  const cell = await cellFromText(
    text,
    {
      optics: (name) => loadOptics(name, folder),
      doping: async (name) => {
        const table = await readDataFile(name, dopingFiles, folder);
        return parseDopingTable(table.text, table.path);
      },
    },
    { file: path, settings },
  );
  return set.length > 0 ? { ...cell, set } : cell;
}

/** A setting, the paths in it made absolute. */
function fromHere(setting: CellSetting): CellSetting {
  return { ...setting, value: absolutePaths(setting.value) };
}

/**
 * Files in a value of a setting, told from the root: they are relative to the working directory, while
 * those in a cell file are relative to that file.
 */
export function absolutePaths(value: unknown): unknown {
  if (typeof value === 'string') return looksLikePathOfTable(value) ? resolve(value) : value;
  if (Array.isArray(value)) return value.map(absolutePaths);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, absolutePaths(inner)]),
  );
}

/** Not `mA/cm2`: a table has the extension of one. */
function looksLikePathOfTable(text: string): boolean {
  return looksLikePath(text) && /\.(csv|txt|tsv)$/i.test(text);
}

/** Production cells, from the one that makes most of the light to the one that makes least. */
export const productionCells: readonly string[] = ['shj', 'topcon', 'perc', 'al-bsf'];

/** Names of the cells that ship: production cells, then records. */
export async function listCells(): Promise<string[]> {
  const names = shippedNames(cellFiles);
  const rest = names.filter((name) => !productionCells.includes(name));
  return [...productionCells.filter((name) => names.includes(name)), ...rest];
}
