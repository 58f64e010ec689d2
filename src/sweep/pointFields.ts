import { fieldNumber } from './fieldSettings.ts';
import { variantKey } from './planCells.ts';
import type { FieldReading } from './readFields.ts';
import type { SweepField } from './sweepField.ts';
import type { SweepSource } from './sweepSource.ts';

/** Fields that are held: the numbers that moved, beside the weather that they share. */
const keptFields = 1024;

/**
 * Makes the fields of points: the same object as long as nothing of it moves.
 *
 * @param source the plan
 * @returns from the values of the inputs by the order of axes and formulas; undefined for a plan
 *   without a year of weather
 */
export function pointFields({
  axes,
  lets,
  fields,
}: SweepSource): (inputs: readonly unknown[]) => FieldReading | undefined {
  if (fields === undefined) return () => undefined;
  const inputs = [...axes, ...lets];
  const words = inputs.flatMap(({ place }, i) => (place.kind === 'field-word' ? [i] : []));
  const numbers = inputs.flatMap(({ name, place }, i) =>
    place.kind === 'field-number' ? [{ i, put: fieldNumber(name)!.put }] : [],
  );
  const known = new Map<string, SweepField>();
  return (values) => {
    const key = variantKey(words.map((i) => values[i] as string | number));
    const read = fields.get(key);
    if (read === undefined || 'error' in read || numbers.length === 0) return read;
    const whole = `${key}|${numbers.map(({ i }) => values[i]).join('|')}`;
    let field = known.get(whole);
    if (field === undefined) {
      field = numbers.reduce((one, { i, put }) => put(one, values[i] as number), read.field);
      if (known.size >= keptFields) known.clear();
      known.set(whole, field);
    }
    return { field };
  };
}
