import type { Cell } from '../src/cell/cell.ts';
import { UsageError } from '../src/cell/errors.ts';
import type { OpticalAnalysis } from '../src/cell/opticalAnalysis.ts';
import { parseSetting } from '../src/cell/setValue.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { summedBudget, type VariedBudget } from '../src/report/opticsDocument.ts';

/** Points of a range that is given by its two ends. */
const usualPoints = 13;
const mostPoints = 500;
/** Golden sections between the neighbours of the best point: they shrink the range by 1000. */
const sections = 14;
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * Solves a cell over the values of one of its fields, and looks for the best one between them.
 *
 * @param text `path=from:to`, `path=from:to:step` or `path=a,b,c`, with units
 * @param name of the cell
 * @param set other values that are changed
 * @param solve optics of a cell
 * @throws UsageError for a text of another form, and for values that the cell cannot have
 */
export async function varyOptics(
  text: string,
  name: string,
  set: readonly string[],
  solve: (cell: Cell) => OpticalAnalysis,
): Promise<VariedBudget> {
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(equals, 0)).trim();
  if (path === '') {
    throw new UsageError(
      `--vary "${text}": expected path=from:to, such as front.layers.tco.thickness=50nm:110nm`,
    );
  }
  const { values, unit } = readValues(text, text.slice(equals + 1));
  const at = async (value: number) => {
    const setting = parseSetting(`${path}=${value}${unit && ` ${unit}`}`);
    const settings = [{ ...setting, text, option: '--vary' }];
    const cell = await loadCell(name, { set, settings });
    return { value, ...summedBudget(solve(cell).budget) };
  };
  const points = [];
  for (const value of values) points.push(await at(value));
  const best = points.reduce((a, b) => (b.wafer_mA_cm2 > a.wafer_mA_cm2 ? b : a));
  const place = points.indexOf(best);
  let low = points[Math.max(place - 1, 0)]!.value;
  let high = points[Math.min(place + 1, points.length - 1)]!.value;
  let found = best;
  let left = await at(high - golden * (high - low));
  let right = await at(low + golden * (high - low));
  for (let step = 0; step < sections; step++) {
    for (const point of [left, right]) if (point.wafer_mA_cm2 > found.wafer_mA_cm2) found = point;
    // One of the two sections is one of the shorter range too.
    if (left.wafer_mA_cm2 > right.wafer_mA_cm2) {
      high = right.value;
      right = left;
      left = await at(high - golden * (high - low));
    } else {
      low = left.value;
      left = right;
      right = await at(low + golden * (high - low));
    }
  }
  return {
    path,
    unit,
    points,
    optimum: { value: found.value, wafer_mA_cm2: found.wafer_mA_cm2 },
  };
}

function readValues(text: string, written: string): { values: number[]; unit: string } {
  const refuse = (reason: string): never => {
    throw new UsageError(`--vary "${text}": ${reason}`);
  };
  const isRange = written.includes(':');
  const pieces = written.split(isRange ? ':' : ',').map((piece) => {
    const found = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*?)\s*$/.exec(piece);
    if (!found) {
      return refuse(
        `"${piece.trim()}" is no number with a unit; for names: solarcell sweep --target optics`,
      );
    }
    return { value: Number(found[1]), unit: found[2]! };
  });
  const units = [...new Set(pieces.map((piece) => piece.unit).filter((unit) => unit !== ''))];
  if (units.length > 1) refuse(`one unit is expected, not ${units.join(' and ')}`);
  const numbers = pieces.map((piece) => piece.value);
  if (!isRange) {
    if (numbers.length < 2) refuse('two values or more are expected');
    return { values: numbers.toSorted((a, b) => a - b), unit: units[0] ?? '' };
  }
  const [from, to, step] = numbers as [number, number, number?];
  if (numbers.length > 3 || !(to > from)) refuse('a range is from:to or from:to:step, ascending');
  const count = step === undefined ? usualPoints : Math.floor((to - from) / step + 1e-9) + 1;
  if (!(count >= 2 && count <= mostPoints)) refuse(`2 to ${mostPoints} points are expected`);
  const spacing = step ?? (to - from) / (count - 1);
  return {
    values: Array.from({ length: count }, (_, i) => from + i * spacing),
    unit: units[0] ?? '',
  };
}
