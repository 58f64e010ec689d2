import { type DataKind, shippedNames } from '../src/node/dataFiles.ts';
import {
  cellFiles,
  opticsFiles,
  profileFiles,
  spectrumFiles,
  weatherFiles,
} from '../src/node/dataKinds.ts';

/** What follows a word, where it is the name of something that ships. */
const namesAfter: Readonly<Record<string, DataKind>> = {
  '--spectrum': spectrumFiles,
  '--profile': profileFiles,
  '--site': weatherFiles,
  '--baseline': cellFiles,
  compare: cellFiles,
  simulate: cellFiles,
  optics: cellFiles,
  materials: opticsFiles,
  skin: cellFiles,
  rate: cellFiles,
  sweep: cellFiles,
  show: cellFiles,
};

/**
 * Words that the shell may complete with: names of cells, spectra and profiles where they belong,
 * else what yargs knows of commands and options.
 */
export function completeWords(
  current: string,
  _args: unknown,
  known: (done: (error: Error | null, words: string[] | undefined) => void) => void,
  done: (words: string[]) => void,
): void {
  const typed = process.argv.slice(process.argv.indexOf('--get-yargs-completions') + 1);
  const before = typed.findLast((word) => word !== current && word !== '') ?? '';
  const atCell = typed.includes('compare') && !current.startsWith('-') && !before.startsWith('--');
  const kind = namesAfter[before] ?? (atCell ? cellFiles : undefined);
  if (kind === undefined || current.startsWith('-')) {
    known((_error, words) => done(words ?? []));
    return;
  }
  // At once, not later: yargs validates the half-typed line if it has to wait.
  done(shippedNames(kind).filter((name) => name.startsWith(current)));
}
