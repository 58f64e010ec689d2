import type { Cell } from '../cell/cell.ts';
import { UsageError } from '../cell/errors.ts';
import { didYouMean } from '../cell/nearest.ts';
import { type CellField, cellField } from '../cell/quantityAt.ts';
import type { QuantityRange } from '../cell/quantityRange.ts';
import type { AxisKind } from './axis.ts';
import { irradianceRange, temperatureRange } from './conditionRanges.ts';
import type { SweepPlan } from './plan.ts';
import { type AxisValues, parsePlanAxis, writtenUnit } from './planAxis.ts';

/** What a name of a plan stands for. */
export type Place =
  | { readonly kind: 'irradiance' | 'temperature'; readonly range: QuantityRange }
  | { readonly kind: 'quantity'; readonly field: CellField; readonly range: QuantityRange }
  | { readonly kind: 'word'; readonly field: CellField }
  | { readonly kind: 'cell' }
  /** A name for expressions alone. */
  | { readonly kind: 'free' };

/** An axis of a plan, read. */
export interface PlanAxis {
  readonly name: string;
  readonly place: Place;
  readonly unit: string;
  readonly values: AxisValues;
  /** As written, for messages. */
  readonly text: string;
}

const conditions = { irradiance: irradianceRange, temperature: temperatureRange } as const;

/** Text of an axis: lists of YAML as the command line writes them. */
export function axisText(written: SweepPlan['vary'][string]): string {
  return Array.isArray(written) ? written.join(',') : String(written);
}

/**
 * What a name stands for: irradiance, temperature, the cell, one of its fields, or a name of its own
 * where expressions use it.
 *
 * @param cell a cell of the plan
 * @param said the option or field, for messages
 * @param text what it was given, for messages
 * @param used names that expressions use
 * @throws UsageError for a name that is none of these, with the nearest
 */
export function placeOf(
  cell: Cell,
  name: string,
  said: string,
  text: string,
  used: ReadonlySet<string>,
): Place {
  if (name === 'irradiance' || name === 'temperature') {
    return { kind: name, range: conditions[name] };
  }
  if (name === 'cell') return { kind: 'cell' };
  try {
    const field = cellField(cell.text, name, { text: `${name}=${text}`, option: said });
    if (field.range !== undefined) return { kind: 'quantity', field, range: field.range };
    return { kind: 'word', field };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (/^[A-Za-z_]\w*$/.test(name) && used.has(name)) return { kind: 'free' };
    if (name.includes('.') || fieldHints.includes(name)) throw error;
    const hint = didYouMean(name, ['irradiance', 'temperature', 'cell', ...fieldHints]);
    const known =
      hint || '; it is irradiance, temperature, cell, or the path of a field of the cell';
    throw new UsageError(
      `${said} "${name}=${text}": no expression uses "${name}" and no cell has it${known}`,
    );
  }
}

/** Groups that paths begin with. */
const fieldHints = ['front', 'wafer', 'rear', 'circuit'];

/**
 * Reads the axes of a plan.
 *
 * @param said how axes are said, for messages: `--vary` or `plan.yaml  vary`
 * @throws UsageError for what cannot be an axis
 */
export async function readAxes(
  plan: SweepPlan,
  cell: Cell,
  used: ReadonlySet<string>,
  said = '--vary',
): Promise<PlanAxis[]> {
  const axes: PlanAxis[] = [];
  for (const [name, written] of Object.entries(plan.vary)) {
    const text = axisText(written);
    const place = placeOf(cell, name, said, text, used);
    const unit = unitOf(place, text);
    const values = await valuesOf(place, text, { name: `${said} ${name}`, unit });
    axes.push({ name, place, unit, values, text });
  }
  return axes;
}

function unitOf(place: Place, text: string): string {
  if ('range' in place) return place.range.unit;
  return place.kind === 'free' ? writtenUnit(text) : '';
}

async function valuesOf(
  place: Place,
  text: string,
  { name, unit }: Pick<AxisKind, 'name' | 'unit'>,
): Promise<AxisValues> {
  if (place.kind === 'cell' || place.kind === 'word') {
    const levels = text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    if (levels.length === 0) throw new UsageError(`${name}: expected a list of words`);
    if (place.kind === 'word' && place.field.words.length > 0) {
      const { words } = place.field;
      const wrong = levels.find((word) => !words.includes(word));
      if (wrong !== undefined) {
        throw new UsageError(
          `${name} "${text}": "${wrong}" is not one of ${words.join(', ')}${didYouMean(wrong, words)}`,
        );
      }
    }
    return { kind: 'texts', levels };
  }
  const bounds =
    'range' in place
      ? { min: place.range.min, max: place.range.max }
      : { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  return parsePlanAxis(text, { name, unit, ...bounds });
}
