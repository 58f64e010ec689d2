import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { Cell } from '../cell/cell.ts';
import { type DopingTable, parseDopingTable } from '../cell/dopingTable.ts';
import { UsageError } from '../cell/errors.ts';
import { parseCell } from '../cell/parseCell.ts';
import type { CellDescription } from '../cell/schema.ts';
import { type CellSetting, parseSetting } from '../cell/setValue.ts';
import type { OpticalConstants } from '../optics/opticalConstants.ts';
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
  const set = options.set ?? [];
  const settings = [...set.map(parseSetting), ...(options.settings ?? [])].map(fromHere);
  const description = await parseCell(text, { file: path, set: settings });
  return {
    name: description.name,
    description,
    optics: await loadAllOptics(description, path),
    ...(await loadDoping(description, path)),
    sha256: createHash('sha256').update(text).digest('hex'),
    text,
    file: path,
    ...(set.length > 0 ? { set } : {}),
  };
}

/** A setting, the paths in it made absolute. */
function fromHere(setting: CellSetting): CellSetting {
  return { ...setting, value: absolutePaths(setting.value) };
}

function absolutePaths(value: unknown): unknown {
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

/** Every name of optical constants in a cell, with the field it stands in. */
function opticsNames(cell: CellDescription): Map<string, string> {
  const names = new Map([['air', '']]);
  for (const side of ['front', 'rear'] as const) {
    names.set(cell[side].outside, `${side}.outside`);
    const { fingers } = cell[side];
    if (fingers) names.set(fingers.optics, `${side}.fingers.optics`);
    for (const layer of cell[side].layers) {
      const place = `${side}.layers.${layer.name}`;
      names.set(layer.optics, `${place}.optics`);
      for (const [i, grain] of (layer.mixed_with ?? []).entries()) {
        names.set(grain.optics, `${place}.mixed_with.${i}.optics`);
      }
    }
  }
  return names.set(cell.wafer.optics, 'wafer.optics');
}

async function loadAllOptics(
  cell: CellDescription,
  file: string,
): Promise<Record<string, OpticalConstants>> {
  const loaded = [...opticsNames(cell)].map(async ([name, field]) => {
    try {
      return [name, await loadOptics(name, dirname(file))] as const;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new UsageError(`${file}  ${field}: ${error.message}`);
    }
  });
  return Object.fromEntries(await Promise.all(loaded));
}

/** Measured doping profiles that a cell names, by the name used there. */
async function loadDoping(cell: CellDescription, file: string): Promise<Pick<Cell, 'doping'>> {
  const doping: Record<string, DopingTable> = {};
  for (const { name, file: table } of cell.wafer.diffusions) {
    if (table === undefined) continue;
    try {
      const { path, text } = await readDataFile(table, dopingFiles, dirname(file));
      doping[table] = parseDopingTable(text, path);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new UsageError(`${file}  wafer.diffusions.${name}.file: ${error.message}`);
    }
  }
  return Object.keys(doping).length > 0 ? { doping } : {};
}
