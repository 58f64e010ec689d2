import { UsageError } from '../cell/errors.ts';
import { namedSpectrum, spectrumMakers } from '../cell/namedSpectrum.ts';
import { didYouMean } from '../cell/nearest.ts';
import { parseSpectrumCsv } from '../light/parseSpectrumCsv.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { looksLikePath, readDataFile, shippedNames } from './dataFiles.ts';
import { spectrumFiles } from './dataKinds.ts';

/**
 * Loads a spectrum: one that ships, one that its name describes, or one of the user.
 *
 * @param nameOrPath `am1.5g`, `am1.5d`, `am0`, `e490`, `iec60904-3`; `clear-sky:airmass=2`,
 *   `led:850nm`, `laser:1064nm`; or the path of a CSV file with a column of wavelengths (nm or
 *   um) and one of light (W m^-2 nm^-1, W m^-2 um^-1 or photons)
 * @throws UsageError for an unknown name or parameter, DataError for a fault inside the file
 * @see docs/spectra.md
 * @example const am15g = await loadSpectrum('am1.5g')
 */
export async function loadSpectrum(nameOrPath: string): Promise<Spectrum> {
  const computed = await namedSpectrum(nameOrPath);
  if (computed) return computed;
  const shipped = shippedNames(spectrumFiles);
  const known = shipped.find((name) => name.toLowerCase() === nameOrPath.toLowerCase());
  if (known === undefined && !looksLikePath(nameOrPath)) {
    const kind = nameOrPath.split(':')[0]!;
    const names = [...shipped, ...Object.keys(spectrumMakers)];
    const allowed = [...shipped, ...Object.values(spectrumMakers).map(({ example }) => example)];
    throw new UsageError(
      `unknown spectrum "${nameOrPath}"${didYouMean(kind, names)} (${allowed.join(', ')}, or the path of a file)`,
    );
  }
  const { name, path, text } = await readDataFile(known ?? nameOrPath, spectrumFiles);
  return parseSpectrumCsv(text, { name, file: path });
}
