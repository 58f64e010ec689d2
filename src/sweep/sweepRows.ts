import { UsageError } from '../cell/errors.ts';
import { outOfRange, type QuantityRange } from '../cell/quantityRange.ts';
import { CalculationError } from '../device/errors.ts';
import type { CompiledPlan, PointValues } from './compilePlan.ts';
import type { Design } from './design.ts';
import { isOfCell, variantKey } from './planCells.ts';
import type { pointCells, stillValues } from './pointCells.ts';
import type { pointFields } from './pointFields.ts';
import type { SweepRow } from './preparedSweep.ts';
import type { PointSolver } from './solvePoint.ts';
import type { SweepSource } from './sweepSource.ts';

/** What the rows of a sweep are made from. */
export interface RowMaker {
  readonly source: SweepSource;
  readonly compiled: CompiledPlan;
  readonly design: Design;
  readonly blockSize: number;
  /** Makes a solver for points one after the other. */
  readonly solver: () => PointSolver;
  readonly cellsOf: ReturnType<typeof pointCells>;
  readonly fieldOf: ReturnType<typeof pointFields>;
  readonly stillOf: ReturnType<typeof stillValues>;
}

/**
 * Rows of points first, first + step, ... below end. Each point starts from the one before it in its
 * block, so that those before a point are solved too.
 */
export function* sweepRows(
  maker: RowMaker,
  first: number,
  end: number,
  step: number,
): Generator<SweepRow> {
  const { design, blockSize } = maker;
  const solver = maker.solver();
  const rowOf = pointRow(maker, solver);
  let next = first;
  const last = Math.min(end, design.count);
  while (next < last) {
    const block = Math.floor(next / blockSize);
    solver.restart();
    for (let index = block * blockSize; index < (block + 1) * blockSize && next < last; index++) {
      const row = rowOf(index);
      if (index !== next) continue;
      next += step;
      if (row !== undefined) yield row;
    }
  }
}

/** The function that makes the row of a point; undefined for one that conditions leave out. */
function pointRow(
  { source, compiled, design, cellsOf, fieldOf, stillOf }: RowMaker,
  solver: PointSolver,
): (index: number) => SweepRow | undefined {
  const { axes, lets, variants, conditions } = source;
  const { inputs, outputs, results, figureSlots, formulas, still } = compiled;
  const places = [...axes, ...lets].map(({ name, place }) => ({
    name,
    range: 'range' in place ? (place.range as QuantityRange) : undefined,
  }));
  const words = axes.flatMap((axis, i) => (isOfCell(axis) ? [i] : []));
  const wordless = variantKey([]);
  const shownSlots = [...inputs, ...outputs];
  const stillSlots = [...still.values()];
  const values: PointValues = new Array<number | string>(compiled.slots);
  const row = (index: number, error: string | null): SweepRow => ({
    point: index,
    status: error === null ? 'ok' : 'failed',
    error,
    values: shownSlots.map((slot) => shown(values[slot])),
  });

  return (index) => {
    const point = design.point(index);
    values.fill(Number.NaN);
    values[compiled.irradiance] = conditions.irradiance;
    values[compiled.temperature] = conditions.temperature;
    values[compiled.cell] = source.cell;
    for (let i = 0; i < point.length; i++) values[compiled.axes[i]!] = point[i]!;
    const key = words.length === 0 ? wordless : variantKey(words.map((i) => point[i]!));
    const variant = variants.get(key)!;
    if (!('cell' in variant)) return row(index, variant.error);
    const stillThere = stillOf(variant.cell);
    for (let i = 0; i < stillSlots.length; i++) values[stillSlots[i]!] = stillThere[i]!;
    for (const { slot, at } of formulas) values[slot] = at(values);
    if (!compiled.conditions.every((meets) => meets(values))) return undefined;
    const given = inputs.map((slot) => values[slot]!);
    for (let i = 0; i < places.length; i++) {
      const { name, range } = places[i]!;
      const value = given[i];
      if (typeof value !== 'number') continue;
      if (!Number.isFinite(value)) return row(index, `${name} is not a number`);
      const reason = range && outOfRange(value, range);
      if (reason !== undefined) return row(index, `${name} ${value} ${reason}`);
    }
    const stands = fieldOf(given);
    if (stands !== undefined && 'error' in stands) return row(index, stands.error);
    try {
      const found = solver.solve({
        ...cellsOf(variant, key, given),
        ...stands,
        temperature: values[compiled.temperature] as number,
        irradiance: values[compiled.irradiance] as number,
      });
      for (let i = 0; i < figureSlots.length; i++) values[figureSlots[i]!] = found[i] ?? Number.NaN;
    } catch (error) {
      if (!isFailure(error)) throw error;
      return row(index, error.message.replace(/\s*\n\s*/g, ' '));
    }
    for (const { slot, at } of results) values[slot] = at(values);
    const none = results.find(({ slot }) => !Number.isFinite(values[slot]));
    return row(index, none === undefined ? null : `column ${none.name} is not a number`);
  };
}

/** Whether a point failed, and not the program. */
function isFailure(error: unknown): error is Error {
  return (
    error instanceof CalculationError || error instanceof RangeError || error instanceof UsageError
  );
}

function shown(value: number | string | undefined): number | string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value ?? null;
}
