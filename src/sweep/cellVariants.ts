import type { Cell } from '../cell/cell.ts';
import { field } from '../cell/cellPath.ts';
import { UsageError } from '../cell/errors.ts';
import { givenCircuit, gridCircuit } from '../cell/gridCircuit.ts';
import { type CellField, cellField } from '../cell/quantityAt.ts';
import type { CellSetting } from '../cell/setValue.ts';
import { DataError } from '../light/dataError.ts';

/** Loads a cell by name or file with values put in. */
export type LoadCell = (name: string, settings: readonly CellSetting[]) => Promise<Cell>;

/** One of the cells that the words of a plan make: by name, texture, model ... */
export interface CellVariant {
  readonly cell: Cell;
  /** Where each moving quantity stands in this cell. */
  readonly fields: readonly CellField[];
}

/** A variant, or why there is none. */
export type VariantReading = CellVariant | { readonly error: string };

/** What is put into every cell of a plan. */
export interface VariantSettings {
  /** Values that do not move. */
  readonly fixed: readonly CellSetting[];
  /** Quantities that move: their first values, so that the fields are there. */
  readonly moving: readonly CellSetting[];
}

/**
 * Reads one cell of a plan.
 *
 * @param words values of the axes of words
 * @throws anything but faults of the cell with these values
 */
export async function readVariant(
  load: LoadCell,
  name: string,
  { fixed, moving }: VariantSettings,
  words: readonly CellSetting[],
): Promise<VariantReading> {
  try {
    const plain = await load(name, [...fixed, ...words]);
    const named = moving.map((setting) => ({
      ...setting,
      field: cellField(plain.text, setting.path.join('.'), setting),
    }));
    const settings = named.map(({ field: found, ...setting }) => ({
      ...setting,
      path: found.name.split('.'),
    }));
    const cell = await load(name, [...fixed, ...words, ...settings]);
    return { cell, fields: named.map(({ field: found }) => found) };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof DataError)) throw error;
    return { error: error.message };
  }
}

/** A cell with other numbers in its description; nothing of the first is changed. */
export function withValues(
  cell: Cell,
  changes: readonly { readonly path: readonly PropertyKey[]; readonly value: number }[],
): Cell {
  const put = (start: Cell['description']) =>
    changes.reduce<unknown>(
      (whole, { path, value }) => replaced(whole, path, 0, value),
      start,
    ) as Cell['description'];
  const { description } = cell;
  const { circuit } = description;
  const isGeometry = circuit.grid !== undefined || circuit.edge !== undefined;
  if (!isGeometry || !changes.some(({ path }) => path[0] === 'circuit')) {
    return { ...cell, description: put(description) };
  }
  // Resistance, shading and edge follow from the geometry: they are worked out anew.
  const changed = put({ ...description, circuit: givenCircuit(circuit) });
  return { ...cell, description: { ...changed, circuit: gridCircuit(changed.circuit) } };
}

function replaced(
  whole: unknown,
  path: readonly PropertyKey[],
  depth: number,
  value: number,
): unknown {
  if (depth === path.length) return value;
  const key = path[depth]!;
  const inner = replaced(field(whole, key), path, depth + 1, value);
  if (Array.isArray(whole)) return whole.with(Number(key), inner);
  return { ...(whole as object), [key]: inner };
}
