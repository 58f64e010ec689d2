import { UsageError } from '../cell/errors.ts';
import { DataError } from '../light/dataError.ts';
import type { FieldWord } from './fieldSettings.ts';
import type { SweepPlan } from './plan.ts';
import { variantKey } from './planCells.ts';
import type { PlanAxis } from './readAxes.ts';
import type { LetPlace } from './readLets.ts';
import type { SweepField } from './sweepField.ts';

/** The words of a field, by the names of its settings. */
export type FieldWords = NonNullable<SweepPlan['field']>;

/** Reads fields: weather, and how modules stand in it. */
export interface FieldReader {
  /** A field of its words, for cells rated in a spectrum. */
  read(words: FieldWords, spectrum: string): Promise<SweepField>;
  /** Settings that are read anew for each value, by name. */
  readonly words: Readonly<Record<string, FieldWord>>;
}

/** A field, or why there is none. */
export type FieldReading = { readonly field: SweepField } | { readonly error: string };

/** Fields that a plan may make of words; each holds a year of weather. */
const mostFields = 200;

/**
 * Reads every field that the axes of a plan make of words, with the numbers that move at a value of
 * theirs.
 *
 * @returns by {@link variantKey} of the values of those axes
 * @throws UsageError when there are too many, or none of them can be
 */
export async function readFields(
  plan: SweepPlan,
  reader: FieldReader,
  axes: readonly PlanAxis[],
  lets: readonly LetPlace[],
): Promise<Map<string, FieldReading>> {
  const wordAxes = axes.filter(({ place }) => place.kind === 'field-word');
  const moved: FieldWords = {};
  for (const { name, place, values } of axes) {
    if (place.kind !== 'field-number') continue;
    moved[name] = values.kind === 'distribution' ? middle(place.range) : values.levels[0]!;
  }
  for (const { name, place } of lets) {
    if (place.kind === 'field-number') moved[name] = middle(place.range);
  }
  let combinations: (string | number)[][] = [[]];
  for (const { values } of wordAxes) {
    const levels =
      values.kind === 'distribution' ? [] : [...new Set<string | number>(values.levels)];
    combinations = combinations.flatMap((words) => levels.map((level) => [...words, level]));
    if (combinations.length > mostFields) {
      throw new UsageError(
        `${wordAxes.map(({ name }) => name).join(', ')} make more than ${mostFields} fields, each with its weather`,
      );
    }
  }
  const fields = new Map<string, FieldReading>();
  let first: string | undefined;
  for (const values of combinations) {
    const words = Object.fromEntries(
      wordAxes.map(({ name, place }, i) => [name, said(place, values[i]!)]),
    );
    try {
      const field = await reader.read({ ...plan.field, ...words, ...moved }, plan.spectrum);
      fields.set(variantKey(values), { field });
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof DataError)) throw error;
      first ??= error.message;
      fields.set(variantKey(values), { error: error.message });
    }
  }
  if ([...fields.values()].some((one) => 'field' in one)) return fields;
  throw new UsageError(first!);
}

function said(place: PlanAxis['place'], value: string | number): string | number | boolean {
  return place.kind === 'field-word' && place.isSwitch ? value === 'true' : value;
}

function middle({ min, max }: { readonly min: number; readonly max: number }): number {
  return (min + max) / 2;
}
