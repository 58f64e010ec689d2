import type { Figure, FigurePoint } from '../../src/report/plot/figure.ts';
import { styles } from '../../src/report/plot/seriesStyle.ts';

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
