import type { PlotElement } from './plotDocument.ts';

/** Room that a panel is drawn in, px. */
export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/** How a panel is drawn. */
export interface PanelOptions extends PanelSize {
  /** Room for names at the right, the same for panels below each other, px; their own when left out. */
  readonly labelRoom?: number;
  /** Adds the values of points and bars as titles, or where axes lie (`SvgOptions.hover`). */
  readonly hover: boolean | 'axes';
  /** Colour behind the drawing, for edges that set marks off. */
  readonly ground: string;
}

/** A drawn panel: an svg element of the size that was asked for. */
export type PanelDrawing = PlotElement;

/** Families of type that look alike; the first ships for PNG. */
export const fontFamily = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Of all text but the title, px. */
export const fontSize = 12;

/** Width of a text in px: type of this kind is a little over half as wide as high on average. */
export function textWidth(text: string, size: number = fontSize): number {
  return [...text].length * size * 0.56;
}
