import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Options } from 'yargs';
import { UsageError } from '../src/cell/errors.ts';
import type { TableCommand } from './commandTable.ts';
import { type ConfigValue, everyCommand } from './configSections.ts';

/** Name of the file in a project's folder, or one above. */
const fileName = 'solarcell.config.yaml';

/**
 * Adds the defaults of the config file to a command line: options of its command that are not on
 * it already.
 *
 * Looked for in this order, the first one alone counts: `--config FILE`, SOLARCELL_CONFIG,
 * `solarcell.config.yaml` in the working directory or the nearest folder above it,
 * `solarcell/config.yaml` in XDG_CONFIG_HOME (or ~/.config). `--no-config` looks nowhere.
 *
 * @param words a command line
 * @param table commands and their options
 * @returns the words with the defaults, and the file they come from
 * @throws UsageError where the file that is named cannot be read, DataError for a fault in it
 */
export async function withConfig(
  words: readonly string[],
  table: Readonly<Record<string, TableCommand>>,
): Promise<{ readonly words: string[]; readonly file?: string }> {
  const name = words.find((word) => !word.startsWith('-')) ?? '';
  const command = table[name];
  const given = new Set(
    words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).replace(/=.*$/s, '')),
  );
  const asksAbout = ['help', 'version', 'no-config', 'get-yargs-completions'];
  if (command === undefined || asksAbout.some((option) => given.has(option))) {
    return { words: [...words] };
  }
  const file = configFile(words);
  if (file === undefined) return { words: [...words] };
  // Loaded only where there is a file: it takes a reader of YAML.
  const { readSections } = await import('./readSections.ts');
  const sections = readSections(file, table);
  const { options } = command;
  const values = { ...sections[everyCommand], ...sections[name] };
  const added = Object.entries(values).flatMap(([option, value]) => {
    if (given.has(option) || options[option] === undefined) return [];
    return wordsOf(option, value, options[option]);
  });
  // At the end of the options, but before a lone "--" and what stands behind it.
  const end = words.includes('--') ? words.indexOf('--') : words.length;
  return { words: [...words.slice(0, end), ...added, ...words.slice(end)], file };
}

function configFile(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => /^--config(=|$)/.test(word));
  const named =
    at < 0
      ? process.env.SOLARCELL_CONFIG
      : words[at] === '--config'
        ? words[at + 1]
        : words[at]!.slice('--config='.length);
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new UsageError(`config file ${named}: there is no such file`);
    return named;
  }
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, fileName);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) break;
  }
  const home = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  const ofUser = resolve(home, 'solarcell/config.yaml');
  return existsSync(ofUser) ? ofUser : undefined;
}

function wordsOf(option: string, value: ConfigValue, { type }: Options): string[] {
  if (type === 'boolean') return value === true ? [`--${option}`] : [];
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => `--${option}=${String(one)}`);
}
