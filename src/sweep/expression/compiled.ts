import { ExpressionError } from './expressionError.ts';
import { sameDimension, showDimension, type Values } from './variables.ts';

/** A quantity in SI. */
export interface NumberExpression {
  readonly kind: 'number';
  readonly dimension: readonly number[];
  /** The unit it was turned to by `to`. */
  readonly unit?: string;
  /** The same at every point. */
  readonly constant?: number;
  readonly at: (values: Values) => number;
}

/** A condition. */
export interface BooleanExpression {
  readonly kind: 'condition';
  readonly at: (values: Values) => boolean;
}

/** A word. */
export interface TextExpression {
  readonly kind: 'text';
  readonly at: (values: Values) => string;
}

/** An expression whose units fit, ready for any point. */
export type CompiledExpression = NumberExpression | BooleanExpression | TextExpression;

/** A quantity that is the same at every point. */
export function constant(value: number, dimension: readonly number[]): NumberExpression {
  return { kind: 'number', dimension, constant: value, at: () => value };
}

/**
 * Refuses two quantities that cannot be added.
 *
 * @param what they are in, as a clause
 */
export function needSame(a: NumberExpression, b: NumberExpression, what: string): void {
  if (sameDimension(a.dimension, b.dimension)) return;
  const [first, second] = [showDimension(a.dimension), showDimension(b.dimension)];
  throw new ExpressionError(`${what}: ${first} and ${second}`);
}
