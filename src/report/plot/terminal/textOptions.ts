import type { PaintText } from './textCanvas.ts';

/** Room for a panel in characters, and how colours are made. */
export interface TextOptions {
  readonly width: number;
  readonly height: number;
  readonly paint: PaintText;
  readonly color: boolean;
}
