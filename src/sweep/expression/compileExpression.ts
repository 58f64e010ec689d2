import { didYouMean } from '../../cell/nearest.ts';
import type { ParsedNode, UnitScale } from '../../cell/unitParser.ts';
import { arithmetic, numberOf, power } from './arithmetic.ts';
import { comparisons } from './comparisons.ts';
import {
  type BooleanExpression,
  type CompiledExpression,
  constant,
  type NumberExpression,
  needSame,
} from './compiled.ts';
import { ExpressionError } from './expressionError.ts';
import {
  choosingFunctions,
  functionNames,
  keepingFunctions,
  plainFunctions,
  rootFunctions,
} from './functions.ts';
import { sameDimension, type Values, type Variable } from './variables.ts';

/** What an expression may refer to. */
export interface ExpressionScope {
  /** Finds a variable; undefined where there is none of that name. */
  readonly variable: (name: string) => Variable | undefined;
  /** Names for the hint of a message. */
  readonly names: readonly string[];
  readonly unit: (text: string) => UnitScale | undefined;
  /** Parses without evaluating. */
  readonly parse: (text: string) => ParsedNode;
}

/** Longer texts are no formulas; their trees are small enough to walk. */
const longest = 1000;
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[µμ]/g, 'u'],
  [/[ΩΩ]/g, 'ohm'],
  [/°\s*C/g, 'degC'],
  [/(⁻?)([¹²³])/g, '^$1$2'],
  [/[⁻−]/g, '-'],
  [/¹/g, '1'],
  [/²/g, '2'],
  [/³/g, '3'],
  [/[·⋅×]/g, '*'],
];

/**
 * Compiles an expression into a function of a point, with its units checked beforehand.
 *
 * Only arithmetic, comparisons, conditions and a few functions of numbers are known: the tree is
 * turned into closures here and never evaluated by a library, so that no text can call, loop or
 * allocate, and time is bounded by its length.
 *
 * @param text `1e15 cm^-3 * x`, `wafer.thickness > 80 um`
 * @param scope variables and units
 * @returns the compiled expression; quantities come out in SI
 * @throws ExpressionError for what is not allowed, unknown names, units that do not fit
 */
export function compileExpression(text: string, scope: ExpressionScope): CompiledExpression {
  if (text.length > longest) {
    throw new ExpressionError(`is longer than ${longest} characters`);
  }
  const normal = spellings.reduce((all, [from, to]) => all.replace(from, to), text);
  let tree: ParsedNode;
  try {
    tree = scope.parse(normal);
  } catch (error) {
    throw new ExpressionError(`cannot be read: ${(error as Error).message}`);
  }
  return compile(tree, scope);
}

function compile(node: ParsedNode, scope: ExpressionScope): CompiledExpression {
  switch (node.type) {
    case 'ParenthesisNode':
      return compile(node.content!, scope);
    case 'ConstantNode':
      return constantOf(node);
    case 'SymbolNode':
    case 'AccessorNode':
      return named(node, scope);
    case 'ConditionalNode':
      return conditional(node, scope);
    case 'RelationalNode':
      return relational(node, scope);
    case 'FunctionNode':
      return call(node, scope);
    case 'OperatorNode':
      return operator(node, scope);
    default: {
      const word = node.type
        .replace(/Node$/, '')
        .replace(/\B[A-Z]/g, ' $&')
        .toLowerCase();
      throw new ExpressionError(`has ${article(word)}, which is not allowed in an expression`);
    }
  }
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}

function constantOf({ value }: ParsedNode): CompiledExpression {
  if (typeof value === 'number') return constant(value, []);
  if (typeof value === 'string') return { kind: 'text', at: () => value };
  if (typeof value === 'boolean') return { kind: 'condition', at: () => value };
  if (value === undefined) throw new ExpressionError('is empty where an expression is expected');
  throw new ExpressionError(`has "${String(value)}", which is not a number`);
}

/** `wafer.thickness`: a chain of plain names; undefined for any other access. */
function nameOf(node: ParsedNode): string | undefined {
  if (node.type === 'SymbolNode') return node.name;
  if (node.type !== 'AccessorNode' || node.index?.dotNotation !== true) return undefined;
  const [key] = node.index.dimensions;
  const start = nameOf(node.object!);
  return start === undefined || typeof key?.value !== 'string'
    ? undefined
    : `${start}.${key.value}`;
}

function named(node: ParsedNode, scope: ExpressionScope): CompiledExpression {
  const name = nameOf(node);
  if (name === undefined) {
    throw new ExpressionError('looks into a value, which is not allowed');
  }
  const variable = scope.variable(name);
  if (variable !== undefined) return variableOf(variable);
  if (name === 'pi') return constant(Math.PI, []);
  const unit = name.includes('.') ? undefined : scope.unit(name);
  if (unit === undefined) {
    const hint = didYouMean(name, scope.names) || `; known: ${scope.names.join(', ')}`;
    throw new ExpressionError(`has the unknown name "${name}"${hint}`);
  }
  if (unit.offset !== 0) {
    throw new ExpressionError(
      `has "${name}" without a number before it; write K for a difference of temperatures`,
    );
  }
  return constant(unit.factor, unit.dimension);
}

function variableOf({ slot, scale }: Variable): CompiledExpression {
  if (scale === undefined) return { kind: 'text', at: (values) => values[slot] as string };
  const { factor, offset, dimension } = scale;
  const at =
    factor === 1 && offset === 0
      ? (values: Values) => values[slot] as number
      : (values: Values) => (values[slot] as number) * factor + offset;
  return { kind: 'number', dimension, at };
}

function asNumber(node: ParsedNode, scope: ExpressionScope): NumberExpression {
  const compiled = compile(node, scope);
  if (compiled.kind === 'number') return compiled;
  throw new ExpressionError(`calculates with a ${compiled.kind} where a number is expected`);
}

function asCondition(node: ParsedNode, scope: ExpressionScope): BooleanExpression {
  const compiled = compile(node, scope);
  if (compiled.kind === 'condition') return compiled;
  throw new ExpressionError(`has a ${compiled.kind} where a condition is expected`);
}

function conditional(node: ParsedNode, scope: ExpressionScope): CompiledExpression {
  const condition = asCondition(node.condition!, scope);
  const yes = asNumber(node.trueExpr!, scope);
  const no = asNumber(node.falseExpr!, scope);
  needSame(yes, no, 'has two outcomes of different units');
  return {
    kind: 'number',
    dimension: yes.dimension,
    at: (values) => (condition.at(values) ? yes.at(values) : no.at(values)),
  };
}

function comparison(
  fn: string,
  left: ParsedNode,
  right: ParsedNode,
  scope: ExpressionScope,
): BooleanExpression {
  const compare = comparisons[fn]!;
  const a = compile(left, scope);
  const b = compile(right, scope);
  if (a.kind === 'text' && b.kind === 'text' && (fn === 'equal' || fn === 'unequal')) {
    const wanted = fn === 'equal';
    return { kind: 'condition', at: (values) => (a.at(values) === b.at(values)) === wanted };
  }
  if (a.kind !== 'number' || b.kind !== 'number') {
    throw new ExpressionError(`compares a ${a.kind} with a ${b.kind}`);
  }
  needSame(a, b, 'compares different units');
  return { kind: 'condition', at: (values) => compare(a.at(values), b.at(values)) };
}

/** `80 um < wafer.thickness < 120 um`. */
function relational(node: ParsedNode, scope: ExpressionScope): BooleanExpression {
  const params = node.params!;
  const parts = node.conditionals!.map((fn, i) =>
    comparison(fn, params[i]!, params[i + 1]!, scope),
  );
  return { kind: 'condition', at: (values) => parts.every((part) => part.at(values)) };
}

function call(node: ParsedNode, scope: ExpressionScope): NumberExpression {
  const name = typeof node.fn === 'string' ? node.fn : nameOf(node.fn!);
  if (name === undefined || !functionNames.includes(name)) {
    const hint = name === undefined ? '' : didYouMean(name, functionNames);
    const list = hint || `; allowed: ${functionNames.join(', ')}`;
    throw new ExpressionError(`calls "${name ?? 'something'}", which is not allowed${list}`);
  }
  const args = node.args!.map((arg) => asNumber(arg, scope));
  const [x] = args;
  const choose = Object.hasOwn(choosingFunctions, name) ? choosingFunctions[name] : undefined;
  if (x === undefined || (choose === undefined && args.length !== 1)) {
    throw new ExpressionError(`calls ${name} with ${args.length} values`);
  }
  if (choose !== undefined) {
    for (const other of args) needSame(x, other, `takes the ${name} of different units`);
    const at = (values: Values) =>
      args.reduce((best, arg) => choose(best, arg.at(values)), x.at(values));
    return numberOf(args, x.dimension, at);
  }
  const root = Object.hasOwn(rootFunctions, name) ? rootFunctions[name] : undefined;
  if (root !== undefined) return power(x, root);
  const keeping = Object.hasOwn(keepingFunctions, name) ? keepingFunctions[name] : undefined;
  if (keeping === undefined && !sameDimension(x.dimension, [])) {
    throw new ExpressionError(`takes ${name} of a quantity with a unit`);
  }
  const fn = keeping ?? plainFunctions[name]!;
  return numberOf(args, x.dimension, (values) => fn(x.at(values)));
}

function operator(node: ParsedNode, scope: ExpressionScope): CompiledExpression {
  const args = node.args!;
  const fn = String(node.fn);
  if (Object.hasOwn(comparisons, fn)) return comparison(fn, args[0]!, args[1]!, scope);
  if (fn === 'and' || fn === 'or') {
    const [a, b] = [asCondition(args[0]!, scope), asCondition(args[1]!, scope)];
    return {
      kind: 'condition',
      at: (values) => (fn === 'and' ? a.at(values) && b.at(values) : a.at(values) || b.at(values)),
    };
  }
  if (fn === 'not') {
    const inner = asCondition(args[0]!, scope);
    return { kind: 'condition', at: (values) => !inner.at(values) };
  }
  if (fn === 'to') return turned(args[0]!, args[1]!, scope);
  const offset = offsetQuantity(fn, args, scope);
  if (offset !== undefined) return offset;
  return arithmetic(
    fn,
    args.map((arg) => asNumber(arg, scope)),
  );
}

/** `45 degC`: a temperature, not a product. */
function offsetQuantity(
  fn: string,
  args: readonly ParsedNode[],
  scope: ExpressionScope,
): NumberExpression | undefined {
  const [left, right] = args;
  if (fn !== 'multiply' || right?.type !== 'SymbolNode') return undefined;
  if (scope.variable(right.name!) !== undefined) return undefined;
  const unit = scope.unit(right.name!);
  if (unit === undefined || unit.offset === 0) return undefined;
  const number = asNumber(left!, scope);
  if (!sameDimension(number.dimension, [])) return undefined;
  const at = (values: Values) => number.at(values) * unit.factor + unit.offset;
  return { kind: 'number', dimension: unit.dimension, at };
}

function turned(value: ParsedNode, unit: ParsedNode, scope: ExpressionScope): NumberExpression {
  const number = asNumber(value, scope);
  const text = String(unit).replace(/\s*([\^/])\s*/g, '$1');
  const scale = scope.unit(text);
  if (scale === undefined) throw new ExpressionError(`turns to "${text}", which is no unit`);
  needSame(number, constant(1, scale.dimension), `cannot be turned to ${text}`);
  return { ...number, unit: text };
}
