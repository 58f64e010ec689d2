import { metalPlace } from '../cell/cellMetal.ts';
import { UsageError } from '../cell/errors.ts';
import type { QuantityRange } from '../cell/quantityField.ts';
import type { CellSetting } from '../cell/setValue.ts';
import { freeCarrierFilm } from '../optics/generation.ts';
import {
  type CellVariant,
  type LoadCell,
  readVariant,
  type VariantReading,
} from './cellVariants.ts';
import type { SweepPlan } from './plan.ts';
import type { PlanAxis } from './readAxes.ts';
import type { LetPlace } from './readLets.ts';

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

/** What a variant goes by: the values of the axes of words, in their order. */
export function variantKey(words: readonly (string | number)[]): string {
  return JSON.stringify(words);
}

/**
 * Reads every cell that the words of a plan make, with the quantities that move at a value of theirs.
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
    axis.values.kind === 'texts' ? [{ ...axis, levels: axis.values.levels }] : [],
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
 * The first cell that can be.
 *
 * @throws UsageError where none can: the plan is at fault
 */
export function firstVariant(variants: ReadonlyMap<string, VariantReading>): CellVariant {
  let reason = '';
  for (const variant of variants.values()) {
    if ('cell' in variant) return variant;
    reason ||= variant.error;
  }
  throw new UsageError(reason);
}

/** Names of the films of all cells, metals and the wafer's free carriers among them. */
export function filmNames(variants: ReadonlyMap<string, VariantReading>): string[] {
  const names = [...variants.values()].flatMap((variant) => {
    if (!('cell' in variant)) return [];
    const { description } = variant.cell;
    const { front, rear, wafer } = description;
    return [
      ...(wafer.models.free_carriers === 'none' ? [] : [freeCarrierFilm]),
      ...front.layers.map(({ name }) => `front.${name}`),
      ...rear.layers.map(({ name }) => `rear.${name}`),
      ...(['front', 'rear'] as const).flatMap((side) => metalPlace(description, side) ?? []),
    ];
  });
  return [...new Set(names)];
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
