import type { ClimateProfile } from '../energy/rating/climateProfile.ts';
import { parseClimateProfile } from '../energy/rating/parseClimateProfile.ts';
import { readDataFile } from './dataFiles.ts';
import { climateFiles } from './dataKinds.ts';

/**
 * Loads a climate profile of IEC 61853-4.
 *
 * @param path of a CSV file in the standard's columns; none ships
 * @throws UsageError for a file that cannot be read, DataError for a fault inside it
 */
export async function loadClimateProfile(path: string): Promise<ClimateProfile> {
  const { path: file, text, name } = await readDataFile(path, climateFiles);
  return parseClimateProfile(text, { name, file });
}
