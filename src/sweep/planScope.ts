import { UsageError } from '../cell/errors.ts';
import type { ParsedNode, UnitScale } from '../cell/unitParser.ts';
import type { CompiledExpression, NumberExpression } from './expression/compiled.ts';
import { compileExpression } from './expression/compileExpression.ts';
import { ExpressionError } from './expression/expressionError.ts';
import { plain, sameDimension, showDimension, type Variable } from './expression/variables.ts';

/** The parser of expressions, loaded when one is there. */
export interface UnitLibrary {
  readonly unitScale: (text: string) => UnitScale | undefined;
  readonly parseTree: (text: string) => ParsedNode;
}

/** Where a name's value stands in a point, and its unit: none where it is a word. */
interface Name {
  readonly slot: number;
  readonly unit: string | undefined;
}

/** Names of a plan, with the place of each one's value in a point. */
export class PlanScope {
  private readonly known = new Map<string, Name>();
  private readonly library: UnitLibrary | undefined;
  private readonly fallback: (name: string) => { readonly unit: string } | undefined;
  private readonly hints: readonly string[];
  /** Names of the cell's fields that expressions read though they do not move, by slot. */
  readonly read = new Map<string, number>();
  /** Slots so far. */
  slots = 0;

  /**
   * @param library units and parser; names alone do without
   * @param fallback finds a field of the cell that does not move
   * @param hints further names for messages
   */
  constructor(
    library: UnitLibrary | undefined,
    fallback: (name: string) => { readonly unit: string } | undefined,
    hints: readonly string[] = [],
  ) {
    this.library = library;
    this.fallback = fallback;
    this.hints = hints;
  }

  /** Adds a name with a unit, or of words when the unit is undefined. */
  add(name: string, unit: string | undefined, ...aliases: readonly string[]): number {
    const slot = this.slots++;
    for (const one of [name, ...aliases]) this.known.set(one, { slot, unit });
    return slot;
  }

  has(name: string): boolean {
    return this.known.has(name);
  }

  private scale(unit: string): UnitScale {
    if (unit === '') return plain;
    const scale = this.units().unitScale(unit);
    if (scale === undefined) throw new UsageError(`"${unit}" is no unit`);
    return scale;
  }

  private units(): UnitLibrary {
    if (this.library === undefined) throw new Error('an expression needs the parser');
    return this.library;
  }

  /**
   * @param said the option or field it came from, for messages
   * @throws UsageError that names it
   */
  compile(text: string, said: string): CompiledExpression {
    try {
      return compileExpression(text, {
        variable: (name) => this.variable(name),
        names: [...this.known.keys(), ...this.hints],
        unit: this.units().unitScale,
        parse: this.units().parseTree,
      });
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new UsageError(`${said}: ${error.message}`);
    }
  }

  private variable(name: string): Variable | undefined {
    const known = this.known.get(name) ?? this.readStill(name);
    if (known === undefined) return undefined;
    const { slot, unit } = known;
    const scale = unit === undefined ? undefined : this.scale(unit);
    return { name, slot, unit: unit ?? '', scale };
  }

  private readStill(name: string): Name | undefined {
    const field = this.fallback(name);
    if (field === undefined) return undefined;
    this.read.set(name, this.add(name, field.unit));
    return this.known.get(name);
  }

  /**
   * A quantity in a wanted unit.
   *
   * @param unit of the result; a bare number counts in it
   * @throws UsageError when the dimension is another
   */
  quantity(
    text: string,
    unit: string,
    said: string,
    of: string,
  ): (values: ArrayLike<number | string>) => number {
    const compiled = this.compile(text, said);
    if (compiled.kind !== 'number') {
      throw new UsageError(`${said}: gives a ${compiled.kind} where ${of} takes a number`);
    }
    refuseNoNumber(compiled, said);
    const bare = compiled.constant !== undefined && sameDimension(compiled.dimension, []);
    if (bare) return compiled.at;
    return this.turned(compiled, unit, said, of);
  }

  private turned(compiled: NumberExpression, unit: string, said: string, of: string) {
    const { factor, offset, dimension } = this.scale(unit);
    if (!sameDimension(dimension, compiled.dimension)) {
      const wanted = unit === '' ? 'a plain number' : unit;
      const found = showDimension(compiled.dimension);
      const is = sameDimension(compiled.dimension, []) ? 'has' : 'is in';
      throw new UsageError(`${said}: the result ${is} ${found}, but ${of} is in ${wanted}`);
    }
    return (values: ArrayLike<number | string>) => rounded((compiled.at(values) - offset) / factor);
  }

  /**
   * A quantity in the unit that suits it: that of `to`, else the field's usual one.
   *
   * @throws UsageError when there is none
   */
  result(text: string, said: string) {
    if (text.includes('%')) {
      throw new UsageError(`${said}: results in percent are plain numbers; write 25, not 25 %`);
    }
    const compiled = this.compile(text, said);
    if (compiled.kind !== 'number') {
      throw new UsageError(`${said}: gives a ${compiled.kind} where a number is expected`);
    }
    refuseNoNumber(compiled, said);
    const unit =
      compiled.unit ??
      usualUnits.find((one) => sameDimension(this.scale(one).dimension, compiled.dimension));
    if (unit === undefined) {
      const found = showDimension(compiled.dimension);
      throw new UsageError(`${said}: say the unit of the result, ${found}, by "... to UNIT"`);
    }
    return { unit, at: this.turned(compiled, unit, said, 'the column') };
  }
}

/** What is the same at every point and no number there would fail at all of them. */
function refuseNoNumber({ constant }: NumberExpression, said: string): void {
  if (constant === undefined || Number.isFinite(constant)) return;
  throw new UsageError(`${said}: gives a number at no point`);
}

/** Units of results that do not say one. */
const usualUnits = [
  '',
  'um',
  'V',
  'mA/cm^2',
  'W/m^2',
  'ohm cm^2',
  's',
  'cm^-3',
  'cm^-2',
  'cm/s',
  'K',
  'eV',
  'ohm',
  'ohm cm',
  'V/K',
];

/** Unit factors leave their rounding in the last digits; a file should not show it. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(14)) : value;
}
