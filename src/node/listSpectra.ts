import { namedSpectrum, spectrumMakers } from '../cell/namedSpectrum.ts';
import type { ReadSpectrum } from '../report/spectraDocument.ts';
import { readDataFile, shippedNames } from './dataFiles.ts';
import { spectrumFiles } from './dataKinds.ts';
import { loadSpectrum } from './loadSpectrum.ts';

/**
 * Reads spectra with what the heads of their files say.
 *
 * @param names as `loadSpectrum` takes them; all that ship when empty
 * @throws UsageError for an unknown name, DataError for a fault inside a file
 */
export async function listSpectra(names: readonly string[] = []): Promise<ReadSpectrum[]> {
  const wanted = names.length > 0 ? names : shippedNames(spectrumFiles);
  return Promise.all(wanted.map(readSpectrum));
}

async function readSpectrum(nameOrPath: string): Promise<ReadSpectrum> {
  const spectrum = await loadSpectrum(nameOrPath);
  if ((await namedSpectrum(nameOrPath)) !== undefined) {
    const kind = nameOrPath.split(':')[0]!.trim().toLowerCase();
    return { spectrum, title: spectrumMakers[kind]!.meaning };
  }
  const { text } = await readDataFile(
    nameOrPath.toLowerCase() === spectrum.name ? spectrum.name : nameOrPath,
    spectrumFiles,
  );
  return { spectrum, title: /^#\s*(.*)/.exec(text)?.[1]?.trim() ?? '' };
}
