import { UsageError } from '../cell/errors.ts';
import { convertQuantity, QuantityError } from '../cell/quantity.ts';
import { outOfRange } from '../cell/quantityRange.ts';
import { abridged } from './abridged.ts';
import { spacedPoints } from './spacedAxis.ts';

/** What an axis is of: its name for messages, unit and bounds (both allowed). */
export interface AxisKind {
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

/** More points than this in one axis is a slip of the keyboard. */
const mostPoints = 10_000;

/** A range may miss its end by this share of a step through rounding. */
const stepTolerance = 1e-9;

/**
 * Points of an axis: one value `800`, a list `200,500,1000`, or a range `200:1000:200`
 * (from:to:step, both ends included), or so many points between two ends, evenly or by equal ratios:
 * `lin(200:1000:5)`, `log(1:1000:4) W/m^2`. Units may be written: `0.8 kW/m^2`, `45 degC`.
 *
 * @param text as the user wrote it
 * @param kind name, unit and bounds
 * @returns points in the order written, in the axis' unit
 * @throws UsageError for anything else, and for a point out of bounds
 * @example await parseAxis('200:1000:400', irradianceAxis) // [200, 600, 1000]
 */
export async function parseAxis(text: string, kind: AxisKind): Promise<number[]> {
  const points = await axisPoints(text, kind);
  refuseOutside(points, text, kind);
  return points;
}

/**
 * The same before its bounds are looked at, for an option that has more to say of the points.
 *
 * @throws UsageError for a text that is no axis
 */
export async function axisPoints(text: string, kind: AxisKind): Promise<number[]> {
  const points: number[] = [];
  for (const part of text.split(',')) {
    const spaced = /^\s*(lin|log)\(([^()]*)\)(.*)$/.exec(part);
    if (spaced) {
      const [, spacing, inner, unit] = spaced as unknown as [string, 'lin' | 'log', string, string];
      points.push(...(await readSpaced(spacing, inner.split(':'), unit, text, kind)));
      continue;
    }
    const pieces = part.split(':');
    const values: number[] = [];
    for (const piece of pieces) values.push(await readNumber(piece, text, kind));
    if (values.length === 1) points.push(values[0]!);
    else if (values.length === 3) points.push(...rangePoints(values, text, kind));
    else refuse(text, kind, 'a range is from:to:step');
  }
  return points;
}

/**
 * Refuses points that are out of bounds.
 *
 * @throws UsageError that names the first
 */
export function refuseOutside(points: readonly number[], text: string, kind: AxisKind): void {
  for (const point of points) {
    const reason = outOfRange(point, { ...kind, meaning: kind.name });
    if (reason !== undefined) refuse(text, kind, `${point} ${reason}`);
  }
}

async function readSpaced(
  spacing: 'lin' | 'log',
  pieces: readonly string[],
  unit: string,
  text: string,
  kind: AxisKind,
): Promise<number[]> {
  if (pieces.length !== 3) refuse(text, kind, `${spacing} takes (from:to:number of points)`);
  const count = Number(pieces[2]);
  if (!(Number.isInteger(count) && count >= 2 && count <= mostPoints)) {
    refuse(text, kind, `the number of points is a whole number from 2 to ${mostPoints}`);
  }
  const from = await readNumber(`${pieces[0]}${unit}`, text, kind);
  const to = await readNumber(`${pieces[1]}${unit}`, text, kind);
  if (spacing === 'log' && !(from > 0 && to > 0)) refuse(text, kind, 'log needs ends above zero');
  return spacedPoints(spacing, from, to, count);
}

async function readNumber(piece: string, text: string, kind: AxisKind): Promise<number> {
  if (piece.trim() === '') {
    return refuse(
      text,
      kind,
      'expected a value (800), a list (200,500,1000) or a range (200:1000:200)',
    );
  }
  try {
    return await convertQuantity(piece, kind.unit);
  } catch (error) {
    if (!(error instanceof QuantityError)) throw error;
    return refuse(
      text,
      kind,
      `"${abridged(piece.trim())}" ${error.message}${kind.unit === '' ? '' : `; the unit is ${kind.unit}`}`,
    );
  }
}

function rangePoints(range: readonly number[], text: string, kind: AxisKind): number[] {
  const [from, to, step] = range as [number, number, number];
  const steps = (to - from) / step + stepTolerance;
  if (step === 0 || steps < 0)
    refuse(text, kind, `a step of ${step} does not lead from ${from} to ${to}`);
  if (steps >= mostPoints) refuse(text, kind, `more than ${mostPoints} points`);
  return Array.from({ length: Math.floor(steps) + 1 }, (_, i) => from + i * step);
}

function refuse(text: string, kind: AxisKind, reason: string): never {
  throw new UsageError(`${kind.name} "${abridged(text)}": ${reason}`);
}
