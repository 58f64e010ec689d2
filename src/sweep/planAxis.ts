import { UsageError } from '../cell/errors.ts';
import { convertQuantity, normaliseUnit, QuantityError } from '../cell/quantity.ts';
import { abridged } from './abridged.ts';
import { type AxisKind, parseAxis } from './axis.ts';
import {
  type Distribution,
  type DistributionName,
  distributions,
} from './designs/distributions.ts';

/** Values of an axis of a plan. */
export type AxisValues =
  | { readonly kind: 'levels'; readonly levels: readonly number[] }
  | { readonly kind: 'texts'; readonly levels: readonly string[] }
  | { readonly kind: 'distribution'; readonly distribution: Distribution };

const pattern = new RegExp(`^\\s*(${Object.keys(distributions).join('|')})\\(([^()]*)\\)(.*)$`);

/**
 * Reads a quantity's axis: points as {@link parseAxis} reads them, or a distribution with its
 * parameters: `normal(160:5)um`, `triangular(1:2:4)ms`, `lognormal(1ms:1.5)`.
 *
 * @param text as written
 * @param kind name for messages, unit and bounds
 * @returns in the axis' unit
 * @throws UsageError for anything else
 */
export async function parsePlanAxis(text: string, kind: AxisKind): Promise<AxisValues> {
  const found = pattern.exec(text);
  if (found === null) return { kind: 'levels', levels: await parseAxis(text, kind) };
  const [, name, inner, unit] = found as unknown as [string, DistributionName, string, string];
  const { parameters: names, refuse, ...shape } = distributions[name];
  const pieces = inner.split(':');
  const say = (reason: string) => new UsageError(`${kind.name} "${abridged(text)}": ${reason}`);
  if (pieces.length !== names.length) throw say(`${name} takes (${names.join(':')})`);
  const isFactor = 'isFactor' in shape ? shape.isFactor : [];
  const parameters: number[] = [];
  for (const [i, piece] of pieces.entries()) {
    const written = /[a-zA-Z°µ%]\s*$/.test(piece) || isFactor[i] ? piece : `${piece}${unit}`;
    try {
      if (piece.trim() === '') throw new QuantityError(piece, kind.unit, 'is not a number');
      parameters.push(
        isFactor[i] ? await convertQuantity(written, '') : await difference(written, i, name, kind),
      );
    } catch (error) {
      if (!(error instanceof QuantityError)) throw error;
      throw say(`${names[i]} "${piece.trim()}" ${error.message}; the unit is ${kind.unit}`);
    }
  }
  const reason = refuse(parameters);
  if (reason !== undefined) throw say(`${name}: ${reason}`);
  return { kind: 'distribution', distribution: { name, parameters } };
}

/** A deviation is a difference: 5 degC are 5 K of it. */
async function difference(
  text: string,
  i: number,
  name: DistributionName,
  kind: AxisKind,
): Promise<number> {
  const value = await convertQuantity(text, kind.unit);
  if (name !== 'normal' || i !== 1 || kind.unit !== 'degC') return value;
  return value - (/K\s*$/.test(text) ? await convertQuantity('0 K', kind.unit) : 0);
}

/** Unit that a text of an axis is written in, for an axis that has none of its own; `` for none. */
export function writtenUnit(text: string): string {
  const inner = text.replace(/^\s*[a-z]+\(/, '').replace(/\)/, ' ');
  const found = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*([^,:\d][^,:]*)?/.exec(inner);
  const behind = /\)\s*([^,]+)$/.exec(text)?.[1];
  return normaliseUnit((behind ?? found?.[1] ?? lastUnit(text)).trim());
}

/** `1:3:1 um`: a unit behind the last number counts for its own piece only, and is found there. */
function lastUnit(text: string): string {
  return /\d\s*([A-Za-z°µ%][^,:)]*)$/.exec(text)?.[1] ?? '';
}
