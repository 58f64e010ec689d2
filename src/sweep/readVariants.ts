import type { Cell } from '../cell/cell.ts';
import { plainDocument } from '../cell/cellDocument.ts';
import { field } from '../cell/cellPath.ts';
import { UsageError } from '../cell/errors.ts';
import { type CellField, cellField } from '../cell/quantityAt.ts';
import type { QuantityRange } from '../cell/quantityRange.ts';
import type { CellSetting } from '../cell/setValue.ts';
import { DataError } from '../light/dataError.ts';
import type { VariantReading } from './cellVariants.ts';
import type { SweepPlan } from './plan.ts';
import { firstVariant, isOfCell, variantKey } from './planCells.ts';
import type { PlanAxis } from './readAxes.ts';
import type { LetPlace } from './readLets.ts';

/** Loads a cell by name or file with values put in. */
export type LoadCell = (name: string, settings: readonly CellSetting[]) => Promise<Cell>;

/** What is put into every cell of a plan. */
interface VariantSettings {
  /** Values that do not move. */
  readonly fixed: readonly CellSetting[];
  /** Quantities that move, at a value for a cell that has not got them. */
  readonly moving: readonly CellSetting[];
}

/** Cells that the words of a plan may make; they are all held. */
const mostVariants = 1000;

/** The values that a plan puts into its cells at every point. */
export function fixedSettings({ set }: Pick<SweepPlan, 'set'>): CellSetting[] {
  return Object.entries(set).map(([path, value]) => setting('--set', path, String(value), value));
}

/**
 * Name of the first cell of a plan.
 *
 * @throws UsageError for a plan without one, or with one that is varied too
 */
export function firstCell({ cell, vary }: Pick<SweepPlan, 'cell' | 'vary'>): string {
  const axis = vary.cell;
  if (axis !== undefined) {
    if (cell !== undefined) {
      throw new UsageError(`the cell is "${cell}" and varied too; leave one of them out`);
    }
    return String(Array.isArray(axis) ? axis[0] : axis)
      .split(',')[0]!
      .trim();
  }
  if (cell === undefined) throw new UsageError('no cell: name one, or vary it: cell=shj,perc');
  return cell;
}

/**
 * Reads every cell that the words of a plan make, with the quantities that move where they stand, or at a value of theirs.
 *
 * @param load where cells come from
 * @param fixed from {@link fixedSettings}
 * @returns by {@link variantKey}
 * @throws UsageError when there are too many, or none of them can be
 */
export async function readVariants(
  plan: SweepPlan,
  load: LoadCell,
  fixed: readonly CellSetting[],
  axes: readonly PlanAxis[],
  lets: readonly LetPlace[],
): Promise<Map<string, VariantReading>> {
  const wordAxes = axes.flatMap((axis) =>
    isOfCell(axis) && axis.values.kind === 'texts' ? [{ ...axis, levels: axis.values.levels }] : [],
  );
  const count = wordAxes.reduce((product, { levels }) => product * new Set(levels).size, 1);
  if (count > mostVariants) {
    throw new UsageError(`the axes of words make ${count} cells, at most ${mostVariants}`);
  }
  let combinations: string[][] = [[]];
  for (const { levels } of wordAxes) {
    combinations = combinations.flatMap((words) =>
      [...new Set(levels)].map((level) => [...words, level]),
    );
  }
  const moving: CellSetting[] = [
    ...axes.flatMap(({ name, place, values, text }) =>
      place.kind === 'quantity'
        ? [setting('--vary', name, text, startOf(values, place.range))]
        : [],
    ),
    ...lets.flatMap(({ name, place, text }) =>
      place.kind === 'quantity' ? [setting('--let', name, text, inRange(place.range))] : [],
    ),
  ];
  const variants = new Map<string, VariantReading>();
  for (const words of combinations) {
    const cellAxis = wordAxes.findIndex(({ place }) => place.kind === 'cell');
    const name = cellAxis >= 0 ? words[cellAxis]! : plan.cell!;
    const settings = wordAxes.flatMap(({ name: path, place }, i) =>
      place.kind === 'word' ? [setting('--vary', path, words[i]!, words[i]!)] : [],
    );
    variants.set(variantKey(words), await readVariant(load, name, { fixed, moving }, settings));
  }
  firstVariant(variants);
  return variants;
}

/**
 * Reads one cell of a plan.
 *
 * @param words values of the axes of words
 * @throws anything but faults of the cell with these values
 */
async function readVariant(
  load: LoadCell,
  name: string,
  { fixed, moving }: VariantSettings,
  words: readonly CellSetting[],
): Promise<VariantReading> {
  try {
    const plain = await load(name, [...fixed, ...words]);
    const named = moving.map((one) => ({
      ...one,
      field: cellField(plain.text, one.path.join('.'), one),
    }));
    const fields = named.map(({ field: found }) => found);
    const written = plainDocument(plain.text);
    const stands = ({ path }: CellField) => path.reduce<unknown>(field, plain.description);
    // Most fields stand in the file already: a second reading would find the same cell.
    const isThere = (one: CellField) =>
      one.path.reduce<unknown>(field, written) !== undefined && typeof stands(one) === 'number';
    if (fields.every(isThere)) return { cell: plain, fields };
    const settings = named.map(({ field: found, ...one }) => ({
      ...one,
      path: found.name.split('.'),
      value: stands(found) ?? one.value,
    }));
    return { cell: await load(name, [...fixed, ...words, ...settings]), fields };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof DataError)) throw error;
    return { error: error.message };
  }
}

function setting(option: string, name: string, text: string, value: unknown): CellSetting {
  return { option, text: `${name}=${text}`, path: name.split('.'), value };
}

/** A value that the field takes, to have the field there. */
function startOf(values: PlanAxis['values'], range: QuantityRange): unknown {
  return values.kind === 'levels' ? values.levels[0]! : inRange(range);
}

function inRange({ min, max }: QuantityRange): number {
  return min > 0 ? Math.sqrt(min * max) : Math.min(Math.max(0, min), max);
}
