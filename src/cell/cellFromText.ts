import type { OpticalConstants } from '../optics/opticalConstants.ts';
import { air } from '../optics/opticalConstants.ts';
import { parseOpticalConstants } from '../optics/parseOpticalConstants.ts';
import type { Cell } from './cell.ts';
import { type DopingTable, parseDopingTable } from './dopingTable.ts';
import { UsageError } from './errors.ts';
import { parseCell } from './parseCell.ts';
import type { CellDescription } from './schema.ts';
import { type CellSetting, parseSetting } from './setValue.ts';
import { sha256 } from './sha256.ts';

type Awaitable<Value> = Value | Promise<Value>;

/** Where the tables come from that a cell file names. */
export interface CellTables {
  /**
   * Optical constants by the name in the cell file: the text of a CSV file, or what was read of one.
   * `air` is known.
   */
  optics(name: string): Awaitable<string | OpticalConstants>;
  /** Measured doping profiles by the file that the cell names; only cells with such need it. */
  doping?(file: string): Awaitable<string | DopingTable>;
}

/** How a cell is made of a text. */
export interface CellTextOptions {
  /** Name of the file, for messages; `cell` when left out. */
  readonly file?: string;
  /** Values to put in, as `path=value`: `wafer.thickness=130um`. */
  readonly set?: readonly string[];
  /** More of them, read already; they come after `set`. */
  readonly settings?: readonly CellSetting[];
}

/**
 * Makes a cell of the text of its file and the tables that it names, wherever they come from: in a
 * browser they are bundled, or come from a server. In Node `loadCell` reads them from the package.
 *
 * @param text YAML or JSON
 * @param tables asked once for each name
 * @param options name of the file, values to change in passing
 * @returns a cell for `simulateCell`, `compareCells` and all others
 * @throws DataError for a fault in a text, UsageError for a table that is not there or a setting that
 *   no cell has
 * @example
 * const cell = await cellFromText(yaml, { optics: (name) => tables[name] });
 */
export async function cellFromText(
  text: string,
  tables: CellTables,
  options: CellTextOptions = {},
): Promise<Cell> {
  const { file = 'cell', set = [], settings = [] } = options;
  const description = await parseCell(text, { file, set: [...set.map(parseSetting), ...settings] });
  return {
    name: description.name,
    description,
    optics: await allOptics(description, tables, file),
    ...(await allDoping(description, tables, file)),
    sha256: sha256(text),
    text,
    file,
    ...(set.length > 0 ? { set } : {}),
  };
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

async function allOptics(
  cell: CellDescription,
  tables: CellTables,
  file: string,
): Promise<Record<string, OpticalConstants>> {
  const read = [...opticsNames(cell)].map(async ([name, field]) => {
    if (name === 'air') return [name, air] as const;
    const found = await named(`${file}  ${field}`, () => tables.optics(name));
    return [
      name,
      typeof found === 'string' ? parseOpticalConstants(found, { name }) : found,
    ] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** Measured doping profiles that a cell names, by the name used there. */
async function allDoping(
  cell: CellDescription,
  tables: CellTables,
  file: string,
): Promise<Pick<Cell, 'doping'>> {
  const doping: Record<string, DopingTable> = {};
  for (const { name, file: table } of cell.wafer.diffusions) {
    if (table === undefined) continue;
    const found = await named(`${file}  wafer.diffusions.${name}.file`, () => {
      if (tables.doping) return tables.doping(table);
      throw new UsageError(`no doping profiles were given, but the cell names ${table}`);
    });
    doping[table] = typeof found === 'string' ? parseDopingTable(found, table) : found;
  }
  return Object.keys(doping).length > 0 ? { doping } : {};
}

/** Says before what is missing where it is asked for. */
async function named<Table>(place: string, read: () => Awaitable<Table>): Promise<Table> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${place}: ${error.message}`);
  }
}
