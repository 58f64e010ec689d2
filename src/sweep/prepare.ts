import type { Cell } from '../cell/cell.ts';
import { metalPlace } from '../cell/cellMetal.ts';
import { field } from '../cell/cellPath.ts';
import { UsageError } from '../cell/errors.ts';
import { convertQuantity, QuantityError } from '../cell/quantity.ts';
import { cellField } from '../cell/quantityAt.ts';
import { outOfRange, type QuantityRange } from '../cell/quantityField.ts';
import type { CellSetting } from '../cell/setValue.ts';
import { CalculationError } from '../device/errors.ts';
import type { Profile } from '../energy/profile.ts';
import type { Spectrum } from '../light/spectrum.ts';
import {
  type CellVariant,
  type LoadCell,
  readVariant,
  type VariantReading,
  withValues,
} from './cellVariants.ts';
import { irradianceRange, temperatureRange } from './conditionAxes.ts';
import { type Design, designOf } from './design.ts';
import { allFigures, figuresOf } from './figures.ts';
import type { SweepPlan } from './plan.ts';
import { PlanScope, type UnitLibrary } from './planScope.ts';
import type { PreparedSweep, SweepColumn, SweepRow } from './preparedSweep.ts';
import { type Place, type PlanAxis, placeOf, readAxes } from './readAxes.ts';
import { type PointInput, pointSolver } from './solvePoint.ts';
import { unitSuffix } from './unitSuffix.ts';

/** Where a plan's files come from, and what the hash of a sweep is made with. */
export interface SweepLoader {
  readonly cell: LoadCell;
  readonly spectrum: (name: string) => Promise<Spectrum>;
  readonly profile: (name: string) => Promise<Profile>;
  /** SHA-256 of a text, hexadecimal. */
  readonly hash: (text: string) => string;
  /** Of the program. */
  readonly version: string;
}

/** Points of a block: enough that its start from nothing costs little. */
const blockSizes = { detailed: 64, lumped: 1024 } as const;
/** Cells that the words of a plan may make; they are all held. */
const mostVariants = 1000;
/** Cells with other skins that are held. */
const keptSkinCells = 256;

type Values = (number | string)[];

/**
 * Reads what a plan names and compiles its expressions.
 *
 * @param plan as checked
 * @param loader where files come from
 * @returns the sweep, ready to give rows
 * @throws UsageError or DataError for what the plan asks for and cannot be
 */
export async function prepareWith(plan: SweepPlan, loader: SweepLoader): Promise<PreparedSweep> {
  const library = await loadLibrary();
  const name = firstCell(plan);
  const fixed = Object.entries(plan.set).map(
    ([path, value]): CellSetting => ({
      text: `${path}=${value}`,
      path: path.split('.'),
      value,
      option: '--set',
    }),
  );
  const [spectrum, profile, cell] = await Promise.all([
    loader.spectrum(plan.spectrum),
    plan.profile === undefined ? undefined : loader.profile(plan.profile),
    loader.cell(name, fixed),
  ]);
  checkTarget(plan);
  const axes = await readAxes(plan, cell, usedNames(plan));
  const lets = letPlaces(plan, cell, axes);
  const variants = await readVariants(plan, loader, fixed, axes, lets);
  const first = firstVariant(variants);

  const still = (path: string): { readonly unit: string } | undefined => {
    try {
      const found = cellField(first.cell.text, path, { text: path });
      const value = found.path.reduce<unknown>(field, first.cell.description);
      if (found.range === undefined || typeof value !== 'number') return undefined;
      return { unit: found.range.unit };
    } catch {
      return undefined;
    }
  };
  const scope = new PlanScope(library, still, ['wafer.thickness', 'circuit.series_resistance']);
  const irradianceSlot = scope.add('irradiance', 'W/m^2');
  const temperatureSlot = scope.add('temperature', 'degC');
  const cellSlot = scope.add('cell', undefined);
  const slotOf = (one: string, place: Place, unit: string): number => {
    if (place.kind === 'irradiance') return irradianceSlot;
    if (place.kind === 'temperature') return temperatureSlot;
    if (place.kind === 'cell') return cellSlot;
    const isWord = place.kind === 'word';
    const full = 'field' in place ? place.field.name : one;
    return scope.add(full, isWord ? undefined : unit, one);
  };
  const axisSlots = axes.map((axis) => slotOf(axis.name, axis.place, axis.unit));
  const formulas = lets.map(({ name: one, place, text }) => {
    const said = `--let "${one} = ${text}"`;
    if (place.kind === 'free') {
      const { unit, at } = scope.result(text, said);
      return { name: one, place, unit, at, slot: scope.add(one, unit) };
    }
    if (!('range' in place)) throw new UsageError(`${said}: ${one} takes a word, not a number`);
    const { unit } = place.range;
    const of = 'field' in place ? place.field.name : one;
    const at = scope.quantity(text, unit, said, of);
    const fixedSlot =
      place.kind === 'irradiance'
        ? irradianceSlot
        : place.kind === 'temperature'
          ? temperatureSlot
          : scope.add(of, unit, one);
    return { name: one, place, unit, at, slot: fixedSlot };
  });
  const conditions = plan.where.map((text) => {
    const compiled = scope.compile(text, `--where "${text}"`);
    if (compiled.kind === 'condition') return compiled.at;
    throw new UsageError(`--where "${text}": gives a ${compiled.kind}, not a condition`);
  });

  const films = plan.target === 'optics' ? filmNames(variants) : [];
  const figures = figuresOf(plan, films);
  const everyFigure = allFigures(plan.target, films);
  // Expressions may use figures that are not kept.
  const solved = [...figures];
  for (const figure of everyFigure) {
    if (scope.has(figure.short)) continue;
    if (!figures.includes(figure)) {
      const words = Object.values(plan.columns).join(' ');
      if (!mentions(words, figure.short) && !mentions(words, figure.name)) continue;
      solved.push(figure);
    }
  }
  const figureSlots = solved.map(({ name: long, short, unit }) => scope.add(long, unit, short));
  const results = Object.entries(plan.columns).map(([one, text]) => {
    const { unit, at } = scope.result(text, `--column "${one} = ${text}"`);
    const suffix = unitSuffix(unit);
    const long = one.endsWith(suffix) ? one : `${one}${suffix}`;
    return { name: long, at, slot: scope.add(long, unit, one) };
  });

  const base = {
    irradiance: await condition(plan.irradiance, irradianceRange, 'irradiance'),
    temperature: await condition(plan.temperature, temperatureRange, 'temperature'),
  };
  const design = designOf(
    plan,
    axes.map((axis) => designAxis(axis, first.cell, base, name)),
  );
  const columns: SweepColumn[] = [
    ...axes.map(
      ({ name: one, unit, values }): SweepColumn =>
        values.kind === 'texts'
          ? { name: one, kind: 'text' }
          : { name: `${one}${unitSuffix(unit)}`, kind: 'number' },
    ),
    ...formulas.map(
      ({ name: one, unit }): SweepColumn => ({
        name: `${one}${unitSuffix(unit)}`,
        kind: 'number',
      }),
    ),
    ...figures.map(({ name: long }): SweepColumn => ({ name: long, kind: 'number' })),
    ...results.map(({ name: long }): SweepColumn => ({ name: long, kind: 'number' })),
  ];
  const twice = columns.find(({ name: one }, i) => columns.findIndex((c) => c.name === one) < i);
  if (twice !== undefined) throw new UsageError(`two columns are named "${twice.name}"`);
  const inputs = [...axisSlots, ...formulas.map(({ slot }) => slot)];
  const outputs = [...figureSlots.slice(0, figures.length), ...results.map(({ slot }) => slot)];
  const isWordAxis = axes.map(({ values }) => values.kind === 'texts');
  const moved = [...axes.map(({ place }) => place), ...lets.map(({ place }) => place)];
  const ranges = moved.map((place): QuantityRange | undefined =>
    'range' in place ? place.range : undefined,
  );
  const movingInputs = moved.flatMap((place, i) => (place.kind === 'quantity' ? [i] : []));
  const inputNames = [...axes.map(({ name: one }) => one), ...lets.map(({ name: one }) => one)];
  // What skins are computed of: all but what they hardly depend on.
  const ofSkin = movingInputs.map((i) => {
    const place = moved[i]!;
    const path = 'field' in place ? place.field.name : '';
    return !/^(circuit\.|wafer\.thickness|wafer\.lifetime\.)/.test(path);
  });

  const cells = [...variants.values()].flatMap((variant) =>
    'cell' in variant ? [variant.cell] : [],
  );
  const hashes = Object.fromEntries(cells.map((one) => [one.name, `sha256:${one.sha256}`]));
  const { title: _title, cell: _cell, spectrum: _s, profile: _p, ...kept } = plan;
  const hash = loader.hash(
    JSON.stringify(
      [
        loader.version,
        kept,
        cells.map((one) => [one.sha256, one.optics, one.doping]),
        spectrum,
        profile,
      ],
      plainArrays,
    ),
  );
  const blockSize = plan.target === 'energy' ? 8 : blockSizes[plan.fidelity];

  return {
    hash,
    count: design.count,
    blockSize,
    columns,
    metadata: { plan, version: loader.version, cells: hashes, seed: plan.seed },
    rows: (from, end, step) => rows(design, from, end, step),
  };

  function* rows(points: Design, from: number, end: number, step: number): Generator<SweepRow> {
    const solver = pointSolver({
      plan,
      figures: solved,
      spectrum,
      ...(profile === undefined ? {} : { profile }),
    });
    const values: Values = new Array<number | string>(scope.slots);
    const skinCells = new Map<string, Cell>();
    let held: { readonly key: string; readonly cell: Cell; readonly skinCell: Cell } | undefined;
    let next = from;
    const last = Math.min(end, points.count);
    while (next < last) {
      // A block from its beginning, so that each point starts from the same point before it.
      const block = Math.floor(next / blockSize);
      solver.restart();
      held = undefined;
      for (let index = block * blockSize; index < (block + 1) * blockSize && next < last; index++) {
        const row = pointRow(index);
        if (index !== next) continue;
        next += step;
        if (row !== undefined) yield row;
      }
    }

    function pointRow(index: number): SweepRow | undefined {
      const point = points.point(index);
      const state: { error: string | null } = { error: null };
      values.fill(Number.NaN);
      values[irradianceSlot] = base.irradiance;
      values[temperatureSlot] = base.temperature;
      values[cellSlot] = name;
      axisSlots.forEach((slot, i) => {
        values[slot] = point[i]!;
      });
      const key = variantKey(point.filter((_, i) => isWordAxis[i]) as string[]);
      const variant = variants.get(key)!;
      const failed = (error: string): SweepRow => ({
        point: index,
        status: 'failed',
        error,
        values: [...inputs, ...outputs].map((slot) => shown(values[slot])),
      });
      if (!('cell' in variant)) {
        for (const slot of scope.read.values()) values[slot] = Number.NaN;
        return failed(variant.error);
      }
      for (const [path, slot] of scope.read) {
        values[slot] = stillValue(variant.cell, path);
      }
      for (const { slot, at } of formulas) values[slot] = at(values);
      if (!conditions.every((condition) => condition(values))) return undefined;
      for (const [i, slot] of inputs.entries()) {
        const value = values[slot]!;
        const range = ranges[i];
        if (typeof value !== 'number') continue;
        if (!Number.isFinite(value)) return failed(`${inputNames[i]} is not a number`);
        const reason = range && outOfRange(value, range);
        if (reason !== undefined) return failed(`${inputNames[i]} ${value} ${reason}`);
      }
      try {
        solver.solve(inputOf(variant, key)).forEach((figure, i) => {
          values[figureSlots[i]!] = figure ?? Number.NaN;
        });
      } catch (error) {
        if (!isFailure(error)) throw error;
        return failed(error.message.replace(/\s*\n\s*/g, ' '));
      }
      for (const { slot, at } of results) values[slot] = at(values);
      const none = results.find(({ slot }) => !Number.isFinite(values[slot]));
      if (none !== undefined) state.error = `column ${none.name} is not a number`;
      return {
        point: index,
        status: state.error === null ? 'ok' : 'failed',
        error: state.error,
        values: [...inputs, ...outputs].map((slot) => shown(values[slot])),
      };
    }

    function inputOf(variant: CellVariant, key: string): PointInput {
      const numbers = movingInputs.map((i) => values[inputs[i]!] as number);
      const whole = `${key}|${numbers.join('|')}`;
      if (held?.key !== whole) {
        const changes = numbers.map((value, i) => ({ path: variant.fields[i]!.path, value }));
        const skinKey = `${key}|${numbers.filter((_, i) => ofSkin[i]).join('|')}`;
        let skinCell = skinCells.get(skinKey);
        if (skinCell === undefined) {
          skinCell = withValues(
            variant.cell,
            changes.filter((_, i) => ofSkin[i]),
          );
          if (skinCells.size >= keptSkinCells) skinCells.clear();
          skinCells.set(skinKey, skinCell);
        }
        held = { key: whole, cell: withValues(variant.cell, changes), skinCell };
      }
      return {
        cell: held.cell,
        skinCell: held.skinCell,
        temperature: values[temperatureSlot] as number,
        irradiance: values[irradianceSlot] as number,
      };
    }
  }
}

function isFailure(error: unknown): error is Error {
  return (
    error instanceof CalculationError || error instanceof RangeError || error instanceof UsageError
  );
}

function shown(value: number | string | undefined): number | string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value ?? null;
}

function stillValue(cell: Cell, path: string): number {
  const found = cellField(cell.text, path, { text: path });
  return found.path.reduce<unknown>(field, cell.description) as number;
}

/** Typed arrays as lists: a hash needs their numbers. */
function plainArrays(_key: string, value: unknown): unknown {
  return value instanceof Float64Array ? Array.from(value) : value;
}

let library: Promise<UnitLibrary> | undefined;

function loadLibrary(): Promise<UnitLibrary> {
  library ??= import('../cell/unitParser.ts');
  return library;
}

function firstCell(plan: SweepPlan): string {
  const axis = plan.vary.cell;
  if (axis !== undefined) {
    if (plan.cell !== undefined) {
      throw new UsageError(`the cell is "${plan.cell}" and varied too; leave one of them out`);
    }
    return String(Array.isArray(axis) ? axis[0] : axis)
      .split(',')[0]!
      .trim();
  }
  if (plan.cell === undefined) throw new UsageError('no cell: name one, or vary it: cell=shj,perc');
  return plan.cell;
}

function checkTarget({ target, profile, vary, let: lets }: SweepPlan): void {
  if ((target === 'energy') !== (profile !== undefined)) {
    throw new UsageError(
      target === 'energy'
        ? 'the target energy needs a profile of light'
        : `a profile of light is for the target energy, not ${target}`,
    );
  }
  if (target === 'energy' && ('irradiance' in vary || 'irradiance' in lets)) {
    throw new UsageError('the light of an energy is its profile; irradiance cannot be varied too');
  }
}

/** Names that expressions of a plan use, roughly: words without a dot before them. */
function usedNames(plan: SweepPlan): Set<string> {
  const texts = [
    ...Object.values(plan.let).map(String),
    ...plan.where,
    ...Object.values(plan.columns),
  ];
  return new Set(texts.flatMap((text) => text.match(/(?<![.\w])[A-Za-z_]\w*/g) ?? []));
}

function mentions(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![.\\w])${escaped}(?![.\\w])`).test(text);
}

interface LetPlace {
  readonly name: string;
  readonly text: string;
  readonly place: Place;
}

function letPlaces(plan: SweepPlan, cell: Cell, axes: readonly PlanAxis[]): LetPlace[] {
  return Object.entries(plan.let).map(([name, written]) => {
    const text = String(written);
    if (axes.some((axis) => axis.name === name)) {
      throw new UsageError(`--let "${name} = ${text}": ${name} is an axis too`);
    }
    const place = placeOf(cell, name, '--let', text, new Set([...usedNames(plan), name]));
    if (place.kind === 'cell' || place.kind === 'word') {
      throw new UsageError(`--let "${name} = ${text}": ${name} is a word; vary it instead`);
    }
    return { name, text, place };
  });
}

function variantKey(words: readonly string[]): string {
  return JSON.stringify(words);
}

async function readVariants(
  plan: SweepPlan,
  loader: SweepLoader,
  fixed: readonly CellSetting[],
  axes: readonly PlanAxis[],
  lets: readonly LetPlace[],
): Promise<Map<string, VariantReading>> {
  const wordAxes = axes.flatMap((axis) =>
    axis.values.kind === 'texts' ? [{ ...axis, levels: axis.values.levels }] : [],
  );
  const count = wordAxes.reduce((product, { levels }) => product * new Set(levels).size, 1);
  if (count > mostVariants) {
    throw new UsageError(`the axes of words make ${count} cells, at most ${mostVariants}`);
  }
  let combinations: string[][] = [[]];
  for (const { levels } of wordAxes) {
    combinations = combinations.flatMap((words) =>
      [...new Set(levels)].map((level) => [...words, level]),
    );
  }
  const moving: CellSetting[] = [
    ...axes.flatMap(({ name, place, values, text }) =>
      place.kind === 'quantity'
        ? [setting('--vary', name, text, startOf(values, place.range))]
        : [],
    ),
    ...lets.flatMap(({ name, place, text }) =>
      place.kind === 'quantity' ? [setting('--let', name, text, inRange(place.range))] : [],
    ),
  ];
  const variants = new Map<string, VariantReading>();
  for (const words of combinations) {
    const cellAxis = wordAxes.findIndex(({ place }) => place.kind === 'cell');
    const name = cellAxis >= 0 ? words[cellAxis]! : plan.cell!;
    const settings = wordAxes.flatMap(({ name: path, place }, i) =>
      place.kind === 'word' ? [setting('--vary', path, words[i]!, words[i]!)] : [],
    );
    variants.set(
      variantKey(words),
      await readVariant(loader.cell, name, { fixed, moving }, settings),
    );
  }
  return variants;
}

function setting(option: string, name: string, text: string, value: unknown): CellSetting {
  return { option, text: `${name}=${text}`, path: name.split('.'), value };
}

/** A value that the field takes, to have the field there. */
function startOf(values: PlanAxis['values'], range: QuantityRange): unknown {
  return values.kind === 'levels' ? values.levels[0]! : inRange(range);
}

function inRange({ min, max }: QuantityRange): number {
  return min > 0 ? Math.sqrt(min * max) : Math.min(Math.max(0, min), max);
}

/** The first cell that can be; where none can, the plan is at fault. */
function firstVariant(variants: ReadonlyMap<string, VariantReading>): CellVariant {
  let reason = '';
  for (const variant of variants.values()) {
    if ('cell' in variant) return variant;
    reason ||= variant.error;
  }
  throw new UsageError(reason);
}

function filmNames(variants: ReadonlyMap<string, VariantReading>): string[] {
  const names = [...variants.values()].flatMap((variant) => {
    if (!('cell' in variant)) return [];
    const { description } = variant.cell;
    const { front, rear } = description;
    return [
      ...front.layers.map(({ name }) => `front.${name}`),
      ...rear.layers.map(({ name }) => `rear.${name}`),
      ...(['front', 'rear'] as const).flatMap((side) => metalPlace(description, side) ?? []),
    ];
  });
  return [...new Set(names)];
}

async function condition(
  written: string | number,
  range: { readonly unit: string; readonly min: number; readonly max: number },
  name: string,
): Promise<number> {
  try {
    const value =
      typeof written === 'number' ? written : await convertQuantity(written, range.unit);
    const reason = outOfRange(value, { ...range, meaning: name });
    if (reason !== undefined) throw new UsageError(`${name} ${written} ${reason}`);
    return value;
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    throw new UsageError(`${name} "${written}" ${error.message}; the unit is ${range.unit}`);
  }
}

function designAxis(
  { name, place, values }: PlanAxis,
  cell: Cell,
  base: { readonly irradiance: number; readonly temperature: number },
  firstName: string,
) {
  const start = values.kind === 'distribution' ? 0 : values.levels[0]!;
  const stands = (): number | string => {
    if (place.kind === 'irradiance' || place.kind === 'temperature') return base[place.kind];
    if (place.kind === 'cell') return firstName;
    if (!('field' in place)) return start;
    const value = place.field.path.reduce<unknown>(field, cell.description);
    return typeof value === 'number' || typeof value === 'string' ? value : start;
  };
  return { name, values, base: stands() };
}
