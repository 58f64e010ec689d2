import { tableNotes } from '../light/numericTable.ts';
import { parseOpticalConstants } from '../optics/parseOpticalConstants.ts';
import type { ReadMaterial } from '../report/materialsDocument.ts';
import { readDataFile, shippedNames } from './dataFiles.ts';
import { opticsFiles } from './dataKinds.ts';

/**
 * Reads optical constants with what their heads say.
 *
 * @param names in data/optics, or paths of CSV files; all that ship when empty
 * @throws UsageError for an unknown name, DataError for a fault inside a file
 */
export async function listMaterials(names: readonly string[] = []): Promise<ReadMaterial[]> {
  const wanted = names.length > 0 ? names : shippedNames(opticsFiles);
  return Promise.all(wanted.map(readMaterial));
}

async function readMaterial(nameOrPath: string): Promise<ReadMaterial> {
  const { name, path, text } = await readDataFile(nameOrPath, opticsFiles);
  const notes = tableNotes(text);
  const note = (key: string) => notes.get(key) ?? '';
  return {
    name,
    title: /^#\s*(.*)/.exec(text)?.[1]?.trim() ?? '',
    source: note('source'),
    doi: note('doi'),
    licence: note('licence'),
    constants: parseOpticalConstants(text, { name, file: path }),
  };
}
