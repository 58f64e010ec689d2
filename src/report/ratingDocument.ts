import type { Cell } from '../cell/cell.ts';
import type { RatingPoint } from '../energy/field/ratingMatrix.ts';
import { type Models, modelsOf } from './models.ts';

/** What `solarcell rate --format json` prints. */
export interface RatingDocument {
  readonly schema: 'solarcell.rating/1';
  readonly cell: string;
  readonly conditions: {
    readonly standard: 'IEC 61853-1';
    readonly spectrum: string;
    readonly set: readonly string[];
  };
  readonly results: readonly RatingPoint[];
  readonly provenance: {
    readonly version: string;
    readonly models: Models;
    /** Hash of the cell file's text. */
    readonly cell: string;
  };
}

/**
 * A rating with all that is needed to repeat it.
 *
 * @param results as `ratingMatrix` returns them
 * @param cell what was rated
 * @param spectrum its name
 * @param version of solarcell
 */
export function ratingDocument(
  results: readonly RatingPoint[],
  cell: Cell,
  spectrum: string,
  version: string,
): RatingDocument {
  return {
    schema: 'solarcell.rating/1',
    cell: cell.name,
    conditions: { standard: 'IEC 61853-1', spectrum, set: cell.set ?? [] },
    results,
    provenance: { version, models: modelsOf([cell]), cell: `sha256:${cell.sha256}` },
  };
}
