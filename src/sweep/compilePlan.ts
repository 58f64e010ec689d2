import { field } from '../cell/cellPath.ts';
import { UsageError } from '../cell/errors.ts';
import type { cellField } from '../cell/quantityAt.ts';
import { abridged } from './abridged.ts';
import { mentions } from './expression/namesUsed.ts';
import { allFigures, figuresOf, type SweepFigure } from './figures.ts';
import { filmNames, firstVariant } from './planCells.ts';
import { PlanScope, type UnitLibrary } from './planScope.ts';
import type { SweepColumn } from './preparedSweep.ts';
import type { Place } from './readAxes.ts';
import type { SweepSource } from './sweepSource.ts';
import { unitSuffix } from './unitSuffix.ts';

/** What a plan with expressions needs, loaded when one is there. */
export interface PlanLibrary extends UnitLibrary {
  readonly cellField: typeof cellField;
}

/** Values of a point by slot: numbers in the unit of their name, or words. */
export type PointValues = (number | string)[];

/** The names of a plan with their slots in a point, and its expressions as functions of one. */
export interface CompiledPlan {
  /** Number of slots. */
  readonly slots: number;
  readonly irradiance: number;
  readonly temperature: number;
  readonly cell: number;
  /** Slot of each axis. */
  readonly axes: readonly number[];
  /** Inputs by expression, in their order. */
  readonly formulas: readonly {
    readonly slot: number;
    readonly at: (values: PointValues) => number;
  }[];
  readonly conditions: readonly ((values: PointValues) => boolean)[];
  /** Fields of the cell that expressions read though they stand still, with their slots. */
  readonly still: ReadonlyMap<string, number>;
  /** What is solved for, and where it goes: kept figures first. */
  readonly figures: readonly SweepFigure[];
  readonly figureSlots: readonly number[];
  readonly results: readonly {
    readonly name: string;
    readonly slot: number;
    readonly at: (values: PointValues) => number;
  }[];
  readonly columns: readonly SweepColumn[];
  /** Slots in the order of the columns: axes and formulas, figures and results. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/**
 * Gives every name of a plan its slot and compiles its expressions.
 *
 * @param source the plan and what it names
 * @param library only for a plan with expressions
 * @throws UsageError for an expression or a figure that cannot be
 */
export function compilePlan(source: SweepSource, library: PlanLibrary | undefined): CompiledPlan {
  const { plan, axes, lets, variants } = source;
  const { cell } = firstVariant(variants);
  const still = (path: string): { readonly unit: string } | undefined => {
    try {
      const found = library?.cellField(cell.text, path, { text: path });
      if (found === undefined) return undefined;
      const value = found.path.reduce<unknown>(field, cell.description);
      if (found.range === undefined || typeof value !== 'number') return undefined;
      return { unit: found.range.unit };
    } catch {
      return undefined;
    }
  };
  const scope = new PlanScope(library, still, ['wafer.thickness', 'circuit.series_resistance']);
  const fixed = {
    irradiance: scope.add('irradiance', 'W/m^2'),
    temperature: scope.add('temperature', 'degC'),
    cell: scope.add('cell', undefined),
  };
  const slotOf = (name: string, place: Place, unit: string): number => {
    if (place.kind in fixed) return fixed[place.kind as keyof typeof fixed];
    const full = 'field' in place ? place.field.name : name;
    const isWord = place.kind === 'word' || (place.kind === 'field-word' && !place.range);
    return scope.add(full, isWord ? undefined : unit, name);
  };
  const axisSlots = axes.map((axis) => slotOf(axis.name, axis.place, axis.unit));
  const formulas = lets.map(({ name, place, text }) => {
    const said = `--let "${name} = ${abridged(text)}"`;
    if (place.kind === 'free') {
      const { unit, at } = scope.result(text, said);
      return { name, unit, at, slot: scope.add(name, unit) };
    }
    if (!('range' in place && place.range))
      throw new UsageError(`${said}: ${name} takes a word, not a number`);
    const { unit } = place.range;
    const of = 'field' in place ? place.field.name : name;
    const at = scope.quantity(text, unit, said, of);
    return { name, unit, at, slot: slotOf(name, place, unit) };
  });
  const conditions = plan.where.map((text) => {
    const said = `--where "${abridged(text)}"`;
    const compiled = scope.compile(text, said);
    if (compiled.kind === 'condition') return compiled.at;
    throw new UsageError(`${said}: gives a ${compiled.kind}, not a condition`);
  });

  const films = plan.target === 'optics' ? filmNames(variants) : [];
  const kept = figuresOf(plan, films);
  const figures = [...kept, ...figuresOfColumns(plan, films, kept, scope)];
  const figureSlots = figures.map(({ name, short, unit }) => scope.add(name, unit, short));
  const results = Object.entries(plan.columns).map(([short, text]) => {
    const said = `--column "${abridged(`${short} = ${text}`)}"`;
    if (!/^[\p{L}_][\p{L}\d_.-]*$/u.test(short)) {
      throw new UsageError(`${said}: a column's name has letters, digits and _ . -`);
    }
    const { unit, at } = scope.result(text, said);
    const suffix = unitSuffix(unit);
    const name = short.endsWith(suffix) ? short : `${short}${suffix}`;
    return { name, at, slot: scope.add(name, unit, short) };
  });

  const number = (name: string): SweepColumn => ({ name, kind: 'number' });
  const columns: SweepColumn[] = [
    ...axes.map(
      ({ name, unit, values }): SweepColumn =>
        values.kind === 'texts' ? { name, kind: 'text' } : number(`${name}${unitSuffix(unit)}`),
    ),
    ...formulas.map(({ name, unit }) => number(`${name}${unitSuffix(unit)}`)),
    ...kept.map(({ name }) => number(name)),
    ...results.map(({ name }) => number(name)),
  ];
  const twice = columns.find(({ name }, i) => columns.findIndex((c) => c.name === name) < i);
  if (twice !== undefined) throw new UsageError(`two columns are named "${twice.name}"`);
  return {
    slots: scope.slots,
    ...fixed,
    axes: axisSlots,
    formulas,
    conditions,
    still: scope.read,
    figures,
    figureSlots,
    results,
    columns,
    inputs: [...axisSlots, ...formulas.map(({ slot }) => slot)],
    outputs: [...figureSlots.slice(0, kept.length), ...results.map(({ slot }) => slot)],
  };
}

/** Figures that are not kept but that the expressions of columns use. */
function figuresOfColumns(
  plan: SweepSource['plan'],
  films: readonly string[],
  kept: readonly SweepFigure[],
  scope: PlanScope,
): SweepFigure[] {
  const words = Object.values(plan.columns).join(' ');
  return allFigures(plan, films).filter(
    (figure) =>
      !scope.has(figure.short) &&
      !kept.includes(figure) &&
      (mentions(words, figure.short) || mentions(words, figure.name)),
  );
}
