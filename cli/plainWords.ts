/** Endings that people give pictures; a word with another one is no picture. */
const pictureLike = /\.(svg|png|pdf|jpe?g|gif|webp|eps|tiff?|html?)$/i;

/**
 * A command line as the parser takes it: a bare `--plot` may stand anywhere, for what follows is its
 * file only where it looks like a picture; and `-`, which the parser takes for an option, gets the
 * standard input's other name.
 *
 * @param words as typed
 * @example plainWords(['rate', '--plot', 'shj']) // ['rate', '--plot=', 'shj']
 */
export function plainWords(words: readonly string[]): string[] {
  return words.map((word, k) => {
    if (word === '--plot' && !pictureLike.test(words[k + 1] ?? '')) return '--plot=';
    return word === '-' ? '/dev/stdin' : word;
  });
}
