import type { Cell } from '../cell/cell.ts';
import { field } from '../cell/cellPath.ts';
import { givenCircuit, gridCircuit } from '../cell/gridCircuit.ts';
import type { CellField } from '../cell/quantityAt.ts';

/** One of the cells that the words of a plan make: by name, texture, model ... */
export interface CellVariant {
  readonly cell: Cell;
  /** Where each moving quantity stands in this cell. */
  readonly fields: readonly CellField[];
}

/** A variant, or why there is none. */
export type VariantReading = CellVariant | { readonly error: string };

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
