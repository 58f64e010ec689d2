import { parseSpectrumCsv } from '../light/parseSpectrumCsv.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { readDataFile, shippedNames } from './dataFiles.ts';
import { spectrumFiles } from './dataKinds.ts';

/**
 * Loads a spectrum.
 *
 * @param nameOrPath `am1.5g`, `am1.5d`, `am0`, or the path of a CSV file with a column of
 *   wavelengths, nm, and one of spectral irradiance, W/(m2 nm)
 * @throws UsageError for an unknown name, DataError for a fault inside the file
 * @example const am15g = await loadSpectrum('am1.5g')
 */
export async function loadSpectrum(nameOrPath: string): Promise<Spectrum> {
  const known = shippedNames(spectrumFiles).find(
    (name) => name.toLowerCase() === nameOrPath.toLowerCase(),
  );
  const { name, path, text } = await readDataFile(known ?? nameOrPath, spectrumFiles);
  return parseSpectrumCsv(text, { name, file: path });
}
