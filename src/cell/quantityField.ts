import * as z from 'zod';
import { convertQuantity, QuantityError } from './quantity.ts';

/** What a field holds: its unit, its physical bounds (both allowed) and its meaning. */
export interface QuantityRange {
  /** Unit of the value after parsing; empty for a plain number or share. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly meaning: string;
}

/**
 * A bound or a typed value as people write it.
 *
 * @example shortNumber(1e22) // '1e22'
 */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return String(value);
  return value.toExponential().replace('e+', 'e');
}

function withUnit(value: number, unit: string): string {
  return unit === '' ? shortNumber(value) : `${shortNumber(value)} ${unit}`;
}

/** Why a number is refused, as a clause, or undefined when it is in range. */
export function outOfRange(value: number, range: QuantityRange): string | undefined {
  if (value >= range.min && value <= range.max) return undefined;
  return `is outside ${withUnit(range.min, range.unit)} to ${withUnit(range.max, range.unit)}`;
}

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
