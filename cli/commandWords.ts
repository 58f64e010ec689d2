let words: readonly string[] = [];

/** Notes the command line that runs, with the defaults of a config file. */
export function setCommandWords(typed: readonly string[]): void {
  words = typed;
}

/** The command line that runs, as a shell takes it. */
export function commandText(): string {
  return ['solarcell', ...words.map(quoted)].join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
