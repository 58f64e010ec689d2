import { angleBins } from './angleBins.ts';
import type { AngularResponse } from './angularResponse.ts';

/**
 * Where a face sends light, row by row of where it comes from: the channels inside (beams, then
 * angle bins), then, under a cover, the angle bins outside.
 */
export interface FaceRows {
  /** Channels before the bins. */
  readonly beams: number;
  /** Whether light from outside has rows. */
  readonly covered: boolean;
  /** [row, channel inside]. */
  readonly back: Float64Array;
  /** [row, bin outside]. */
  readonly out: Float64Array;
  /** [row, share]: R, A of each film from the wafer outwards, T, M into metal. */
  readonly shares: Float64Array;
}

/** One wavelength as the rows see it. */
export interface FaceMoment {
  readonly w: number;
  readonly n: number;
  readonly lambda: number;
  /** 1 / cos of each channel. */
  readonly slant: Float64Array;
}

/** Fills the rows, which come as zeros. */
export type RowFiller = (inside: AngularResponse, moment: FaceMoment, rows: FaceRows) => void;

/** @param films of the face */
export function faceRows(films: number, beams: number, covered: boolean): FaceRows {
  const { count } = angleBins;
  const rows = beams + count + (covered ? count : 0);
  return {
    beams,
    covered,
    back: new Float64Array(rows * (beams + count)),
    out: new Float64Array(rows * count),
    shares: new Float64Array(rows * (films + 3)),
  };
}
