import * as z from 'zod';
import { convertQuantity, QuantityError } from './quantity.ts';
import { outOfRange, type QuantityRange } from './quantityRange.ts';

/** Ranges of the fields, by the schema of what may be written there. */
const ranges = new WeakMap<z.core.$ZodType, QuantityRange>();

/** Unit and bounds of a field of a cell; undefined where it holds no quantity. */
export function quantityRange(schema: z.core.$ZodType | undefined): QuantityRange | undefined {
  return schema && ranges.get(schema);
}

/**
 * Schema of a quantity: a number in the field's unit, or a text with any unit of its dimension.
 * Parses to the number in the field's unit.
 */
export function quantityField(range: QuantityRange) {
  const { unit, min, max, meaning } = range;
  const shown = unit === '' ? 'plain number or percentage' : unit;
  const number = z.number().meta({ minimum: min, maximum: max, description: `in ${shown}` });
  const text = z.string().meta({
    description: unit === '' ? 'a percentage such as "2.5 %"' : `with a unit, such as "1 ${unit}"`,
  });
  const expected =
    unit === '' ? 'a number or a percentage' : `a number of ${unit}, or a text with a unit`;
  const written = z.union([number, text], { error: () => `expected ${expected}` });
  ranges.set(written, range);
  return written
    .transform(async (written, context): Promise<number> => {
      const refuse = (reason: string): never => {
        context.addIssue({ code: 'custom', message: reason, params: { found: written, unit } });
        return z.NEVER;
      };
      try {
        const value = typeof written === 'number' ? written : await convertQuantity(written, unit);
        const reason = outOfRange(value, range);
        return reason === undefined ? value : refuse(reason);
      } catch (error) {
        if (!(error instanceof QuantityError)) throw error;
        return refuse(error.message);
      }
    })
    .meta({ description: `${meaning}. Unit: ${shown}.` });
}

/** A share of something: 0 to 1, or 0 % to 100 %. */
export function shareField(meaning: string) {
  return quantityField({ unit: '', min: 0, max: 1, meaning });
}
