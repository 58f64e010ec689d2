import type { Axis, Figure, Panel } from '../plot/figure.ts';
import { curveExtents } from '../plot/panelData.ts';
import { axisDomain } from '../plot/ticks.ts';
import { type SteppedNumbers, steppedNumbers } from './steppedNumbers.ts';

/** Digits of a value in a page, or of the length of a linear axis: more than a screen shows. */
const digits = 6;

/** Numbers as they are, or as their steps. */
type Numbers = readonly number[] | SteppedNumbers;

/** Numbers of a series, in the order of its x. */
interface SeriesValues {
  readonly name: string;
  readonly color: string;
  /** One of several areas that lie on each other: y is its thickness. */
  readonly area?: true;
  /** Which of the columns of x. */
  readonly x: number;
  readonly y: Numbers;
}

type AxisNames = Pick<Axis, 'quantity' | 'unit' | 'key'>;

/** What a page holds of a panel, so that it can be read under the pointer and saved. */
export type PanelValues =
  | {
      readonly kind: 'curves';
      readonly title?: string;
      readonly x: AxisNames;
      readonly y: AxisNames;
      readonly xs: readonly Numbers[];
      readonly series: readonly SeriesValues[];
    }
  | {
      readonly kind: 'bars';
      readonly title?: string;
      readonly category: { readonly quantity: string; readonly key: string };
      readonly value: AxisNames;
      /** Category, series, from, to. */
      readonly bars: readonly (readonly [string, string, number, number])[];
    };

/** The numbers of a picture for the script of a page, each x once. */
export function figureValues({ panels }: Figure): PanelValues[] {
  return panels.map(panelValues);
}

function panelValues(panel: Panel): PanelValues {
  const title = panel.title === undefined ? {} : { title: panel.title };
  if (panel.kind === 'bars') {
    return {
      kind: 'bars',
      ...title,
      category: panel.category,
      value: names(panel.value),
      bars: panel.bars.map(({ category, series, from, to }) => [
        category,
        series,
        short(from),
        short(to),
      ]),
    };
  }
  if (panel.kind !== 'curves') throw new TypeError(`a page reads no values from ${panel.kind}`);
  const extents = curveExtents(panel);
  const writtenX = writtenAlong(panel.x, extents.x);
  const writtenY = writtenAlong(panel.y, extents.y);
  const xs: Numbers[] = [];
  const known = new Map<string, number>();
  const indexOf = (values: readonly number[]): number => {
    const text = values.join(' ');
    const found = known.get(text) ?? xs.push(writtenX(values)) - 1;
    known.set(text, found);
    return found;
  };
  const lines = panel.curves.map(({ name, style, points }) => ({
    name,
    color: style.color,
    x: indexOf(points.map(([x]) => x)),
    y: writtenY(points.map(([, y]) => y)),
  }));
  const { stack } = panel;
  const areas = (stack?.layers ?? []).map(({ name, color, values }) => ({
    name,
    color,
    area: true as const,
    x: indexOf(stack!.x),
    y: writtenY(values),
  }));
  return {
    kind: 'curves',
    ...title,
    x: names(panel.x),
    y: names(panel.y),
    xs,
    series: [...lines, ...areas],
  };
}

function names({ quantity, unit, key }: Axis): AxisNames {
  return { quantity, unit, key };
}

/** How the values along an axis are written: none needs more decimals than its length. */
function writtenAlong(
  axis: Axis,
  values: readonly number[],
): (numbers: readonly number[]) => Numbers {
  if (axis.scale === 'log') return (numbers) => numbers.map(short);
  const [low, high] = axisDomain(axis, values);
  const decimals = Math.min(20, Math.max(0, digits - Math.ceil(Math.log10(high - low))));
  return (numbers) =>
    steppedNumbers(numbers, decimals) ?? numbers.map((value) => Number(value.toFixed(decimals)));
}

function short(value: number): number {
  return Number(value.toPrecision(digits));
}
