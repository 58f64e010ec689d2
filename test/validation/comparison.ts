import { axis, type Figure, type FigurePoint } from '../../src/report/plot/figure.ts';
import { type SeriesStyle, styles } from '../../src/report/plot/seriesStyle.ts';

/** How far this program is from a reference in one quantity. */
export interface Deviation {
  readonly quantity: string;
  /** Largest of all points. */
  readonly found: number;
  /** Unit of it; "relative" for a ratio less one. */
  readonly unit: string;
  /** What it may not exceed. */
  readonly bound: number;
}

/** This program beside another, or beside a measurement: computed anew whenever it is asked for. */
export interface Comparison {
  readonly title: string;
  /** What was compared, and what a reader must know to judge it: a paragraph. */
  readonly text: string;
  readonly deviations: readonly Deviation[];
  readonly figure: Figure;
}

/** Largest distance between two columns. */
export function largest(ours: ArrayLike<number>, theirs: ArrayLike<number | null>): number {
  let worst = 0;
  for (let i = 0; i < theirs.length; i++) {
    const expected = theirs[i];
    if (expected != null) worst = Math.max(worst, Math.abs(ours[i]! - expected));
  }
  return worst;
}

/** Largest relative distance between two columns, where the reference is at least `from`. */
export function largestRelative(
  ours: ArrayLike<number>,
  theirs: ArrayLike<number | null>,
  from = 0,
): number {
  let worst = 0;
  for (let i = 0; i < theirs.length; i++) {
    const expected = theirs[i];
    if (expected == null || Math.abs(expected) <= from) continue;
    worst = Math.max(worst, Math.abs(ours[i]! / expected - 1));
  }
  return worst;
}

const pairs = [
  [styles.blue, styles.vermilion],
  [styles.green, styles.purple],
  [styles.sky, styles.orange],
] as const;

/** This program as a line, the reference as dots of a contrasting colour: the n-th such pair. */
export function lineAndDots(
  n: number,
  name: string,
  ours: readonly FigurePoint[],
  theirs: readonly FigurePoint[],
  more: { readonly labelAt?: number; readonly labelSide?: 'above' | 'below' | 'right' } = {},
) {
  const [line, dots] = pairs[n % pairs.length]!;
  return [
    { name, style: { ...line, dash: '' }, points: ours, plain: true, ...more },
    { name: `${name} of the reference`, style: dots, points: theirs, dots: true, unnamed: true },
  ];
}

/**
 * Efficiencies of cells as bars, the published one above the computed one.
 *
 * @param name of the figure's file
 * @param title of the figure
 * @param published what the upper bar is: its name in the legend, and in a word beside the bar
 * @param cells their efficiencies, %
 */
export function efficiencyBars(
  name: string,
  title: string,
  published: { readonly series: string; readonly word: string },
  cells: readonly {
    readonly name: string;
    readonly published: number;
    readonly computed: number;
  }[],
): Figure {
  const bar = (cell: string, series: string, style: SeriesStyle, to: number, word: string) => ({
    category: cell,
    series,
    style,
    from: 0,
    to,
    text: `${to.toFixed(2)} % ${word}`,
  });
  return {
    name,
    title,
    subtitle: 'AM1.5G at 1000 W/m2, 25 °C; parameters adjusted as their files say',
    panels: [
      {
        kind: 'bars',
        direction: 'lying',
        category: { quantity: 'Cell', key: 'cell' },
        value: axis('efficiency_pct', 'Efficiency', '%', { zero: true }),
        bars: cells.flatMap((cell) => [
          bar(cell.name, published.series, styles.vermilion, cell.published, published.word),
          bar(cell.name, 'computed', styles.blue, cell.computed, 'computed'),
        ]),
      },
    ],
  };
}
