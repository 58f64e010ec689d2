import { air, type OpticalConstants } from '../optics/opticalConstants.ts';
import { parseOpticalConstants } from '../optics/parseOpticalConstants.ts';
import { readDataFile } from './dataFiles.ts';
import { opticsFiles } from './dataKinds.ts';

/**
 * Loads n and k.
 *
 * @param nameOrPath `air`, a name in data/optics, or the path of a CSV file
 * @param from folder that a path is relative to
 * @throws UsageError for an unknown name, DataError for a fault inside the file
 */
export async function loadOptics(nameOrPath: string, from?: string): Promise<OpticalConstants> {
  if (nameOrPath === 'air') return air;
  const { name, path, text } = await readDataFile(nameOrPath, opticsFiles, from);
  return parseOpticalConstants(text, { name, file: path });
}
