import { DataError } from '../../light/dataError.ts';
import { checkedColumn, parseNumericTable } from '../../light/numericTable.ts';
import { type Horizon, horizonOf } from './horizon.ts';

/**
 * Reads the horizon around a place.
 *
 * @param text CSV with columns azimuth_deg (clockwise from north, 0 to below 360) and elevation_deg
 *   (0 to 90), in any order
 * @param file name for messages
 * @throws DataError with the line of the first fault
 */
export function parseHorizon(text: string, file: string): Horizon {
  const table = parseNumericTable(text, file);
  const column = (name: string, max: number) => checkedColumn(table, { name, min: 0, max }, file);
  const azimuth = column('azimuth_deg', 359.999999);
  const elevation = column('elevation_deg', 90);
  try {
    return horizonOf(Array.from(azimuth, (angle, i) => [angle, elevation[i]!] as const));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DataError(error.message, { file });
  }
}
