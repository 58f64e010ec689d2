import { type PvModule, parseModules } from '../energy/field/parseModules.ts';
import { readDataFile } from './dataFiles.ts';
import { moduleFiles } from './dataKinds.ts';

/**
 * Loads a table of commercial modules.
 *
 * @param nameOrPath `cec` (76 modules of the California Energy Commission's list), or the path of a
 *   CSV file with the same columns
 * @throws UsageError for an unknown name, DataError for a fault inside the file
 * @example (await loadModules()).filter((module) => module.technology === 'SHJ').length // 27
 */
export async function loadModules(nameOrPath = 'cec'): Promise<PvModule[]> {
  const { path, text } = await readDataFile(nameOrPath, moduleFiles);
  return parseModules(text, path);
}
