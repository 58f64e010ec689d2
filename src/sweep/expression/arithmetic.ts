import { constant, type NumberExpression, needSame } from './compiled.ts';
import { ExpressionError } from './expressionError.ts';
import { sameDimension, type Values } from './variables.ts';

/**
 * Arithmetic of quantities, with their units.
 *
 * @param fn name that the parser gives the operator
 * @param args what it stands between
 * @throws ExpressionError for another operator, or units that do not fit
 */
export function arithmetic(fn: string, args: readonly NumberExpression[]): NumberExpression {
  const a = args[0]!;
  const b = args[1];
  const made = (dimension: readonly number[], at: (values: Values) => number) =>
    numberOf(args, dimension, at);
  if (fn === 'unaryMinus') return made(a.dimension, (values) => -a.at(values));
  if (fn === 'unaryPlus') return a;
  if (b === undefined) throw new ExpressionError(`has the operator ${fn}, which is not allowed`);
  switch (fn) {
    case 'add':
      needSame(a, b, 'adds different units');
      return made(a.dimension, (values) => a.at(values) + b.at(values));
    case 'subtract':
      needSame(a, b, 'subtracts different units');
      return made(a.dimension, (values) => a.at(values) - b.at(values));
    case 'multiply':
      return made(combine(a, b, 1), (values) => a.at(values) * b.at(values));
    case 'divide':
      return made(combine(a, b, -1), (values) => a.at(values) / b.at(values));
    case 'pow': {
      if (!sameDimension(b.dimension, [])) throw new ExpressionError('has an exponent with a unit');
      if (b.constant !== undefined) return power(a, b.constant);
      if (!sameDimension(a.dimension, [])) {
        throw new ExpressionError('raises a quantity with a unit to a power that varies');
      }
      return made([], (values) => a.at(values) ** b.at(values));
    }
    default:
      throw new ExpressionError(`has the operator ${fn}, which is not allowed`);
  }
}

/** What is made of quantities: the same at every point where all of them are. */
export function numberOf(
  args: readonly NumberExpression[],
  dimension: readonly number[],
  at: (values: Values) => number,
): NumberExpression {
  const fixed = args.every(({ constant: value }) => value !== undefined);
  return fixed ? constant(at([]), dimension) : { kind: 'number', dimension, at };
}

/** A quantity to a power that stands. */
export function power(base: NumberExpression, exponent: number): NumberExpression {
  const dimension = base.dimension.map((one) => one * exponent);
  const at = (values: Values) => base.at(values) ** exponent;
  return {
    kind: 'number',
    dimension,
    ...(base.constant === undefined ? {} : { constant: base.constant ** exponent }),
    at,
  };
}

function combine(a: NumberExpression, b: NumberExpression, sign: 1 | -1): number[] {
  const length = Math.max(a.dimension.length, b.dimension.length);
  return Array.from({ length }, (_, i) => (a.dimension[i] ?? 0) + sign * (b.dimension[i] ?? 0));
}
