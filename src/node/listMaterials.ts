import { parseNumericTable } from '../light/numericTable.ts';
import type { OpticalConstants } from '../optics/opticalConstants.ts';
import { parseOpticalConstants } from '../optics/parseOpticalConstants.ts';
import { readDataFile, shippedNames } from './dataFiles.ts';
import { opticsFiles } from './dataKinds.ts';

/** A set of optical constants with what its head says. */
export interface Material {
  readonly name: string;
  /** First line of the head. */
  readonly title: string;
  readonly source: string;
  readonly doi: string;
  readonly licence: string;
  readonly constants: OpticalConstants;
}

/**
 * Reads optical constants with what their heads say.
 *
 * @param names in data/optics, or paths of CSV files; all that ship when empty
 * @throws UsageError for an unknown name, DataError for a fault inside a file
 */
export async function listMaterials(names: readonly string[] = []): Promise<Material[]> {
  const wanted = names.length > 0 ? names : shippedNames(opticsFiles);
  return Promise.all(wanted.map(readMaterial));
}

async function readMaterial(nameOrPath: string): Promise<Material> {
  const { name, path, text } = await readDataFile(nameOrPath, opticsFiles);
  const { notes } = parseNumericTable(text, path);
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
