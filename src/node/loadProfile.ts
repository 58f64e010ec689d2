import { parseProfile } from '../energy/parseProfile.ts';
import type { Profile } from '../energy/profile.ts';
import { readDataFile } from './dataFiles.ts';
import { profileFiles } from './dataKinds.ts';

/**
 * Loads light over time.
 *
 * @param nameOrPath `summer-day`, or the path of a CSV file with columns time, irradiance_W_m2 and
 *   optionally temperature_C (of the cell)
 * @throws UsageError for an unknown name, DataError for a fault inside the file
 */
export async function loadProfile(nameOrPath: string): Promise<Profile> {
  const { name, path, text } = await readDataFile(nameOrPath, profileFiles);
  return parseProfile(text, { name, file: path });
}
