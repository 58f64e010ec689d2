/**
 * Words as a POSIX shell reads them back.
 *
 * @example shellWords(['--where', 'a > 1']) // "--where 'a > 1'"
 */
export function shellWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
