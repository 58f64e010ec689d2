import type { Options } from 'yargs';
import { type DataKind, shippedNames } from '../src/node/dataFiles.ts';
import {
  cellFiles,
  opticsFiles,
  profileFiles,
  spectrumFiles,
  weatherFiles,
} from '../src/node/dataKinds.ts';
import { commandOf } from './commandTable.ts';
import { mannerOptions } from './mannerOptions.ts';

/** What an option takes, where it is the name of something that ships. */
const namesFor: Readonly<Record<string, DataKind>> = {
  spectrum: spectrumFiles,
  mismatch: cellFiles,
  profile: profileFiles,
  site: weatherFiles,
  baseline: cellFiles,
};

/** What a command takes: one name, or as many as are typed. */
const namesOf: Readonly<Record<string, { readonly kind: DataKind; readonly several?: boolean }>> = {
  compare: { kind: cellFiles, several: true },
  report: { kind: cellFiles, several: true },
  simulate: { kind: cellFiles },
  optics: { kind: cellFiles, several: true },
  skin: { kind: cellFiles },
  rate: { kind: cellFiles },
  sweep: { kind: cellFiles },
  materials: { kind: opticsFiles, several: true },
  spectra: { kind: spectrumFiles, several: true },
  show: { kind: cellFiles },
  check: { kind: cellFiles },
};

/**
 * Words that the shell may complete with: names of cells, spectra and profiles where they belong,
 * none where an option takes a file or a number (then the shell offers files), else what yargs knows
 * of commands and options.
 */
export function completeWords(
  current: string,
  _args: unknown,
  known: (done: (error: Error | null, words: string[] | undefined) => void) => void,
  done: (words: string[]) => void,
): void {
  const [, ...typed] = process.argv.slice(process.argv.indexOf('--get-yargs-completions') + 1);
  const before = typed.slice(0, -1).filter((word) => word !== '');
  const offered = current.startsWith('-') ? undefined : namesAfter(before);
  // At once, not later: yargs validates the half-typed line if it has to wait.
  if (offered === undefined) known((_error, words) => done(words ?? []));
  else done(offered.filter((name) => name.startsWith(current)));
}

/** Names that may follow these words; undefined where yargs knows better. */
function namesAfter(words: readonly string[]): readonly string[] | undefined {
  const last = words.at(-1) ?? '';
  if (last.startsWith('--')) {
    const name = last.slice(2);
    if (namesFor[name]) return shippedNames(namesFor[name]);
    const options: Readonly<Record<string, Options>> = {
      ...commandOf(words)?.options,
      ...mannerOptions,
    };
    const option = options[name];
    if (option === undefined || option.type === 'boolean' || option.choices) return undefined;
    return [];
  }
  const command = words.findLast((word) => namesOf[word] !== undefined) ?? '';
  const taken = namesOf[command];
  if (taken === undefined || (last !== command && !taken.several)) return undefined;
  return shippedNames(taken.kind);
}
