import type { SeriesStyle } from './seriesStyle.ts';

/** What is along an axis. */
export interface Axis {
  /** For people: `Voltage`. */
  readonly quantity: string;
  /** `V`; empty for a pure number. */
  readonly unit: string;
  /** For programs, with the unit in it: `voltage_V`. */
  readonly key: string;
  /** Linear when left out. */
  readonly scale?: 'linear' | 'log';
  /** Ends of the axis; those of the data, rounded, when left out. */
  readonly domain?: readonly [number, number];
  /** Ends as the data have them, not rounded to the next tick. */
  readonly tight?: boolean;
  /** Zero belongs to it, wherever the data are. */
  readonly zero?: boolean;
  /** Shared with the panel to the left, which already has its ticks. */
  readonly shared?: boolean;
}

/** x and y. */
export type FigurePoint = readonly [number, number];

/** A line through points. */
export interface Curve {
  readonly name: string;
  readonly style: SeriesStyle;
  readonly points: readonly FigurePoint[];
  /** x at which its name stands; at its last point when left out. */
  readonly labelAt?: number;
  /** Where its name stands there; above the line when left out. */
  readonly labelSide?: 'above' | 'below' | 'right';
  /** Its name stands elsewhere: in another panel, or on the axis of a line that is alone. */
  readonly unnamed?: boolean;
  /** Its points alone, without a line. */
  readonly dots?: boolean;
  /** Its line alone, without symbols: beside the points of another source. */
  readonly plain?: boolean;
  /** Drawn round between its points, for curves whose points are far apart. */
  readonly smooth?: boolean;
}

/** One of several areas that lie on each other, from the bottom up. */
export interface StackLayer {
  readonly name: string;
  readonly color: string;
  /** Colour of 256 in a terminal, and a letter or mark for those without colours. */
  readonly ansi: number;
  readonly glyph: string;
  /** Thickness at each x. */
  readonly values: readonly number[];
}

/** Lines over numbers on both axes, perhaps over stacked areas. */
export interface CurvePanel {
  readonly kind: 'curves';
  readonly title?: string;
  /** Width (or height) beside the other panels; 1 when left out. */
  readonly share?: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly stack?: { readonly x: readonly number[]; readonly layers: readonly StackLayer[] };
  readonly curves: readonly Curve[];
  /** Single points with a word beside them. */
  readonly spots?: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly style: SeriesStyle;
    /** What it is stands in the subtitle. */
    readonly unnamed?: boolean;
  }[];
  /** Named ranges of x: layers of a stack. */
  readonly spans?: readonly { readonly from: number; readonly to: number; readonly name: string }[];
}

/** A bar from one value to another. */
export interface Bar {
  readonly category: string;
  /** Which of the bars of a category. */
  readonly series: string;
  readonly style: SeriesStyle;
  readonly from: number;
  readonly to: number;
  /** What stands beside it; the length when left out. */
  readonly text?: string;
}

/** Bars over named things. */
export interface BarPanel {
  readonly kind: 'bars';
  readonly title?: string;
  readonly share?: number;
  /** Lying, for things with names; standing, for times. */
  readonly direction: 'lying' | 'standing';
  readonly category: { readonly quantity: string; readonly key: string };
  readonly value: Axis;
  /** In the order of drawing; those of a category follow each other. */
  readonly bars: readonly Bar[];
}

/** A value for each of two numbers, as colours with the value written in. */
export interface HeatPanel {
  readonly kind: 'heat';
  readonly title?: string;
  readonly share?: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly value: Axis;
  readonly digits: number;
  readonly cells: readonly { readonly x: number; readonly y: number; readonly value: number }[];
}

/** Shape of a face of the wafer, which the films on it follow. */
export type FaceShape = 'planar' | 'pyramids' | 'pits';

/** A film of a stack, or the wafer. */
export interface Film {
  readonly name: string;
  /** Material and dopants, for people. */
  readonly detail: string;
  /** nm; none of a metal that goes on for ever. */
  readonly thickness?: number;
  /** The wafer: it is drawn cut. */
  readonly isWafer?: boolean;
  /** A diffused region: it lies in the wafer. */
  readonly inWafer?: boolean;
  readonly color: string;
  readonly ansi: number;
  readonly glyph: string;
}

/** A stack to scale: heights go with the logarithm of the thickness. */
export interface FilmPanel {
  readonly kind: 'films';
  readonly title?: string;
  readonly share?: number;
  /** From the light inwards. */
  readonly films: readonly Film[];
  readonly front: FaceShape;
  readonly rear: FaceShape;
}

/** A drawing with axes of its own, or of a stack. */
export type Panel = CurvePanel | BarPanel | HeatPanel | FilmPanel;

/** A thickness as people say it, nm below a micrometre. */
export function thicknessText(nanometres: number): string {
  const round = (value: number) => String(Number(value.toPrecision(4)));
  return nanometres < 1000 ? `${round(nanometres)} nm` : `${round(nanometres / 1000)} µm`;
}

/**
 * A picture of results: what is drawn, not how. `figureSvg` and `figureText` draw it, `figureCsv`
 * gives its numbers.
 */
export interface Figure {
  /** One word, for names of files: `jv`. */
  readonly name: string;
  readonly title: string;
  /** Conditions, one line. */
  readonly subtitle?: string;
  /** Beside each other, or below each other (when left out). */
  readonly arrangement?: 'beside' | 'below';
  /** Lines end too near each other to be named there: a drawing names them in a row above. */
  readonly legend?: true;
  readonly panels: readonly Panel[];
}

/** An axis. */
export function axis(key: string, quantity: string, unit: string, more: Partial<Axis> = {}): Axis {
  return { key, quantity, unit, ...more };
}

/** Quantity and unit as they stand at an axis. */
export function axisTitle({ quantity, unit }: Axis): string {
  return unit === '' ? quantity : `${quantity} (${unit})`;
}
