import type { Cell } from '../cell/cell.ts';
import { UsageError } from '../cell/errors.ts';
import { didYouMean } from '../cell/nearest.ts';
import { type CellField, cellField } from '../cell/quantityAt.ts';
import type { QuantityRange } from '../cell/quantityRange.ts';
import { abridged } from './abridged.ts';
import type { AxisKind } from './axis.ts';
import { irradianceRange, temperatureRange } from './conditionRanges.ts';
import { type FieldWord, fieldNumber, fieldNumbers } from './fieldSettings.ts';
import type { SweepPlan } from './plan.ts';
import { type AxisValues, parsePlanAxis, writtenUnit } from './planAxis.ts';

/** What a name of a plan stands for. */
export type Place =
  | { readonly kind: 'irradiance' | 'temperature'; readonly range: QuantityRange }
  | { readonly kind: 'quantity'; readonly field: CellField; readonly range: QuantityRange }
  | { readonly kind: 'word'; readonly field: CellField }
  | { readonly kind: 'cell' }
  /** Of the field that modules stand in: a number that moves, or what is read anew. */
  | { readonly kind: 'field-number'; readonly range: QuantityRange }
  | ({ readonly kind: 'field-word' } & FieldWord)
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

/** What of a plan names are looked up in. */
export interface PlanNames {
  /** A cell of the plan. */
  readonly cell: Cell;
  /** Names that expressions use. */
  readonly used: ReadonlySet<string>;
  /** Settings of the field that are read anew, for a plan with one; undefined for any other. */
  readonly fieldWords?: Readonly<Record<string, FieldWord>>;
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
 * @param names what of the plan it is looked up in
 * @param said the option or field, for messages
 * @param text what it was given, for messages
 * @throws UsageError for a name that is none of these, with the nearest
 */
export function placeOf(
  { cell, used, fieldWords }: PlanNames,
  name: string,
  said: string,
  text: string,
): Place {
  if (name === 'irradiance' || name === 'temperature') {
    return { kind: name, range: conditions[name] };
  }
  if (name === 'cell') return { kind: 'cell' };
  const number = fieldNumber(name);
  if (fieldWords !== undefined) {
    if (number !== undefined) return { kind: 'field-number', range: number.range };
    if (Object.hasOwn(fieldWords, name)) return { kind: 'field-word', ...fieldWords[name]! };
  }
  try {
    const field = cellField(cell.text, name, { text: `${name}=${abridged(text)}`, option: said });
    if (field.range !== undefined) return { kind: 'quantity', field, range: field.range };
    return { kind: 'word', field };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (/^[A-Za-z_]\w*$/.test(name) && used.has(name)) return { kind: 'free' };
    if (number !== undefined) {
      throw new UsageError(
        `${said} "${name}=${abridged(text)}": ${name} is of a year of weather: it needs --target energy with --weather FILE, --site NAME or --clear-sky`,
      );
    }
    if (name.includes('.') || fieldHints.includes(name)) throw error;
    const ofField =
      fieldWords === undefined ? [] : [...Object.keys(fieldNumbers), ...Object.keys(fieldWords)];
    const hint = didYouMean(name, ['irradiance', 'temperature', 'cell', ...fieldHints, ...ofField]);
    const known =
      hint ||
      `; it is irradiance, temperature, cell, ${ofField.length > 0 ? `${ofField.join(', ')}, ` : ''}or the path of a field of the cell`;
    throw new UsageError(
      `${said} "${name}=${abridged(text)}": no expression uses "${name}" and no cell has it${known}`,
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
  names: PlanNames,
  said = '--vary',
): Promise<PlanAxis[]> {
  const axes: PlanAxis[] = [];
  for (const [name, written] of Object.entries(plan.vary)) {
    const text = axisText(written);
    const place = placeOf(names, name, said, text);
    const unit = unitOf(place, text);
    const values = await valuesOf(place, text, { name: `${said} ${name}`, unit });
    axes.push({ name, place, unit, values, text });
  }
  return axes;
}

function unitOf(place: Place, text: string): string {
  if ('range' in place && place.range) return place.range.unit;
  return place.kind === 'free' ? writtenUnit(text) : '';
}

async function valuesOf(
  place: Place,
  text: string,
  { name, unit }: Pick<AxisKind, 'name' | 'unit'>,
): Promise<AxisValues> {
  const isWord = place.kind === 'field-word' && place.range === undefined;
  if (place.kind === 'cell' || place.kind === 'word' || isWord) {
    const levels = text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    if (levels.length === 0) throw new UsageError(`${name}: expected a list of words`);
    const words = wordsOf(place);
    if (words.length > 0) {
      const wrong = levels.find((word) => !words.includes(word));
      if (wrong !== undefined) {
        throw new UsageError(
          `${name} "${abridged(text)}": "${wrong}" is not one of ${words.join(', ')}${didYouMean(wrong, words)}`,
        );
      }
    }
    return { kind: 'texts', levels };
  }
  const bounds =
    'range' in place && place.range
      ? { min: place.range.min, max: place.range.max }
      : { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  const values = await parsePlanAxis(text, { name, unit, ...bounds });
  if (place.kind === 'field-word' && values.kind === 'distribution') {
    throw new UsageError(
      `${name} "${abridged(text)}": the weather is read for each value; list them`,
    );
  }
  return values;
}

/** What a place of words may hold; empty where any will do. */
function wordsOf(place: Place): readonly string[] {
  if (place.kind === 'word') return place.field.words;
  if (place.kind !== 'field-word') return [];
  return place.isSwitch ? ['true', 'false'] : place.words;
}
