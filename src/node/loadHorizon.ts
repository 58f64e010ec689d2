import type { Horizon } from '../energy/plane/horizon.ts';
import { parseHorizon } from '../energy/plane/parseHorizon.ts';
import { readDataFile } from './dataFiles.ts';
import { horizonFiles } from './dataKinds.ts';

/**
 * Loads the horizon around a place.
 *
 * @param path of a CSV file with columns azimuth_deg and elevation_deg
 * @throws UsageError for a file that cannot be read, DataError for a fault inside it
 */
export async function loadHorizon(path: string): Promise<Horizon> {
  const { path: file, text } = await readDataFile(path, horizonFiles);
  return parseHorizon(text, file);
}
