import { metalPlace } from '../cell/cellMetal.ts';
import { UsageError } from '../cell/errors.ts';
import { freeCarrierFilm } from '../optics/generation.ts';
import type { CellVariant, VariantReading } from './cellVariants.ts';
import type { PlanAxis } from './readAxes.ts';

/** What a variant goes by: the values of the axes of words, in their order. */
export function variantKey(words: readonly (string | number)[]): string {
  return JSON.stringify(words);
}

/** Whether an axis is of words that make a cell. */
export function isOfCell({ place }: PlanAxis): boolean {
  return place.kind === 'cell' || place.kind === 'word';
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
