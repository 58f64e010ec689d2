import type { Axis, Figure, Panel } from '../plot/figure.ts';
import { curveExtents } from '../plot/panelData.ts';
import { axisDomain } from '../plot/ticks.ts';

/** Digits of a value in a page, or of the length of a linear axis: more than a screen shows. */
const digits = 6;

/** Numbers of a series, in the order of its x. */
interface SeriesValues {
  readonly name: string;
  readonly color: string;
  /** One of several areas that lie on each other: y is its thickness. */
  readonly area?: true;
  /** Which of the columns of x. */
  readonly x: number;
  readonly y: readonly number[];
}

type AxisNames = Pick<Axis, 'quantity' | 'unit' | 'key'>;

/** What a page holds of a panel, so that it can be read under the pointer and saved. */
export type PanelValues =
  | {
      readonly kind: 'curves';
      readonly title?: string;
      readonly x: AxisNames;
      readonly y: AxisNames;
      readonly xs: readonly (readonly number[])[];
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
  const shortX = shortened(panel.x, extents.x);
  const shortY = shortened(panel.y, extents.y);
  const xs: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const indexOf = (values: readonly number[]): number => {
    const text = values.join(' ');
    const found = known.get(text) ?? xs.push(values) - 1;
    known.set(text, found);
    return found;
  };
  const lines = panel.curves.map(({ name, style, points }) => ({
    name,
    color: style.color,
    x: indexOf(points.map(([x]) => shortX(x))),
    y: points.map(([, y]) => shortY(y)),
  }));
  const { stack } = panel;
  const areas = (stack?.layers ?? []).map(({ name, color, values }) => ({
    name,
    color,
    area: true as const,
    x: indexOf(stack!.x.map(shortX)),
    y: values.map(shortY),
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
function shortened(axis: Axis, values: readonly number[]): (value: number) => number {
  if (axis.scale === 'log') return short;
  const [low, high] = axisDomain(axis, values);
  const decimals = Math.min(20, Math.max(0, digits - Math.ceil(Math.log10(high - low))));
  return (value) => Number(value.toFixed(decimals));
}

function short(value: number): number {
  return Number(value.toPrecision(digits));
}
