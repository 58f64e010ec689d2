import { field } from '../cell/cellPath.ts';
import { blockSize } from './blockSize.ts';
import { compilePlan, type PlanLibrary } from './compilePlan.ts';
import { type DesignAxis, designOf } from './design.ts';
import { analysesOf } from './figures.ts';
import type { SweepPlan } from './plan.ts';
import { firstVariant } from './planCells.ts';
import { movesSkins, pointCells, stillValues } from './pointCells.ts';
import { pointFields } from './pointFields.ts';
import type { PreparedSweep } from './preparedSweep.ts';
import type { PlanAxis } from './readAxes.ts';
import { pointSolvers } from './solvePoint.ts';
import { sweepRows } from './sweepRows.ts';
import type { SweepSource } from './sweepSource.ts';

/**
 * Points of a block: some hundredths of a second, so that rows come early and parts are even, and
 * enough that its beginning anew costs little.
 */
const blockLengths = {
  detailed: { usual: 16, most: 64 },
  lumped: { usual: 64, most: 256 },
  energy: { usual: 8, most: 8 },
  year: { usual: 1, most: 1 },
} as const;

/** A sweep with what it was prepared from, for other threads. */
export interface SourcedSweep extends PreparedSweep {
  readonly source: SweepSource;
}

/**
 * Compiles a plan that has been read: what is left to do in each thread.
 *
 * @param source from `readSource`, perhaps of another thread
 * @returns the sweep, ready to give rows
 * @throws UsageError for an expression, a figure or a design that cannot be
 */
export async function prepareFrom(source: SweepSource): Promise<SourcedSweep> {
  const { plan, hash, version, axes, variants } = source;
  const library = hasExpressions(plan) ? await loadLibrary() : undefined;
  const compiled = compilePlan(source, library);
  const design = designOf(
    plan,
    axes.map((axis) => designAxis(axis, source)),
  );
  const day = plan.field === undefined ? 'energy' : 'year';
  // A lumped cell with skins of its own takes as long as a detailed one.
  const points = movesSkins(source) ? 'detailed' : plan.fidelity;
  const blockLength = blockLengths[plan.target === 'energy' ? day : points];
  const cells = [...variants.values()].flatMap((one) => ('cell' in one ? [one.cell] : []));
  const hashes = Object.fromEntries(cells.map(({ name, sha256 }) => [name, `sha256:${sha256}`]));
  const { spectrum, profile, conditions } = source;
  const { cell } = firstVariant(variants);
  const year =
    plan.field &&
    (await import('./sweepField.ts')).fieldSolver(
      spectrum,
      movesField(source) ? 'widened' : 'as asked',
    );
  const isAnalysed = analysesOf(compiled.figures).length > 0;
  const analyse = isAnalysed ? (await import('./analysisFigures.ts')).analysisFigures : undefined;
  const setting = {
    plan,
    figures: compiled.figures,
    spectrum,
    ...(profile && { profile }),
    ...(analyse && { analyse }),
    ...(year && { year }),
  };
  const solver = pointSolvers(setting, { ...conditions, cell, skinCell: cell, waferCell: cell });
  const cellsOf = pointCells(source);
  const fieldOf = pointFields(source);
  const stillOf = library ? stillValues([...compiled.still.keys()], library.cellField) : () => [];
  const size = blockSize(blockLength, design.lengths);
  const maker = {
    source,
    compiled,
    design,
    blockSize: size,
    solver,
    cellsOf,
    stillOf,
    fieldOf,
  };
  return {
    hash,
    count: design.count,
    blockSize: size,
    columns: compiled.columns,
    metadata: { plan, version, cells: hashes, seed: plan.seed },
    rows: (first, end, step) => sweepRows(maker, first, end, step),
    source,
  };
}

function movesField({ axes, lets }: SweepSource): boolean {
  return [...axes, ...lets].some(({ place }) => place.kind.startsWith('field-'));
}

/** The parser and the schema of cells take a tenth of a second to load; most plans do without. */
function hasExpressions({ let: lets, where, columns }: SweepPlan): boolean {
  return Object.keys(lets).length + where.length + Object.keys(columns).length > 0;
}

async function loadLibrary(): Promise<PlanLibrary> {
  const [units, fields] = await Promise.all([
    import('../cell/unitParser.ts'),
    import('../cell/quantityAt.ts'),
  ]);
  return { unitScale: units.unitScale, parseTree: units.parseTree, cellField: fields.cellField };
}

function designAxis({ name, place, values }: PlanAxis, source: SweepSource): DesignAxis {
  const start = values.kind === 'distribution' ? 0 : values.levels[0]!;
  const stands = (): number | string => {
    if (place.kind === 'irradiance' || place.kind === 'temperature') {
      return source.conditions[place.kind];
    }
    if (place.kind === 'cell') return source.cell;
    if (place.kind === 'field-number') {
      const given = Number(source.plan.field?.[name] ?? Number.NaN);
      return Number.isFinite(given) ? given : start;
    }
    if (!('field' in place)) return start;
    const { cell } = firstVariant(source.variants);
    const value = place.field.path.reduce<unknown>(field, cell.description);
    return typeof value === 'number' || typeof value === 'string' ? value : start;
  };
  return { name, values, base: stands() };
}
