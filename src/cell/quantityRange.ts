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
  const bounds = `${withUnit(range.min, range.unit)} to ${withUnit(range.max, range.unit)}`;
  // A share that was typed in percent without the sign.
  const isPercent = range.unit === '' && range.max === 1 && value > 1 && value <= 100;
  return `is outside ${bounds}${isPercent ? ` (write ${value}% for percent)` : ''}`;
}
