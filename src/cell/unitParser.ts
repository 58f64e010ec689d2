import { create, parseDependencies, unitDependencies } from 'mathjs';

const { unit, parse } = create({ ...unitDependencies, ...parseDependencies });

/** A quantity that can be told in another unit. */
interface Quantity {
  toNumber(unit: string): number;
  equalBase(other: Quantity): boolean;
}

/**
 * mathjs units and its parser and nothing else of it, so that a bundle keeps a tenth of the library.
 *
 * @param text number and unit as mathjs reads them
 * @throws Error for text it cannot read
 * @example makeUnit('1 um').toNumber('cm') // 1e-4
 */
export function makeUnit(text: string): Quantity {
  if (unit === undefined) throw new Error('mathjs was loaded without its units');
  return unit(text) as unknown as Quantity;
}

/** A unit in SI: value times factor plus offset; its dimension as powers of the base units. */
export interface UnitScale {
  readonly factor: number;
  /** Of a temperature; 0 otherwise. */
  readonly offset: number;
  readonly dimension: readonly number[];
}

/**
 * What a unit stands for.
 *
 * @param text `um`, `W/m^2`, `degC`
 * @returns undefined for what is no unit
 * @example unitScale('um')?.factor // 1e-6
 */
export function unitScale(text: string): UnitScale | undefined {
  interface Parts extends Quantity {
    readonly value: number;
    readonly dimensions: readonly number[];
  }
  try {
    const one = makeUnit(`1 ${text}`) as unknown as Parts;
    const dimension = one.dimensions;
    if (!one.equalBase(makeUnit('1 K'))) return { factor: one.value, offset: 0, dimension };
    // Only a conversion knows of the zero of a temperature; its rounding is taken off again.
    const kelvin = (amount: number) => makeUnit(`${amount} ${text}`).toNumber('K');
    const offset = Number(kelvin(0).toPrecision(12));
    return { factor: Number((kelvin(1) - kelvin(0)).toPrecision(12)), offset, dimension };
  } catch {
    return undefined;
  }
}

/** A node of an expression as mathjs parses it; which fields there are depends on the type. */
export interface ParsedNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly op?: string;
  readonly fn?: string | ParsedNode;
  readonly args?: readonly ParsedNode[];
  readonly content?: ParsedNode;
  readonly condition?: ParsedNode;
  readonly trueExpr?: ParsedNode;
  readonly falseExpr?: ParsedNode;
  readonly conditionals?: readonly string[];
  readonly params?: readonly ParsedNode[];
  readonly object?: ParsedNode;
  readonly index?: { readonly dimensions: readonly ParsedNode[]; readonly dotNotation?: boolean };
}

/**
 * The syntax tree of an expression; nothing of it is evaluated.
 *
 * @throws SyntaxError for text that is no expression
 */
export function parseTree(text: string): ParsedNode {
  if (parse === undefined) throw new Error('mathjs was loaded without its parser');
  return parse(text) as unknown as ParsedNode;
}
