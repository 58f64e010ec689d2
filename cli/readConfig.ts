import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Options } from 'yargs';
import { UsageError } from '../src/cell/errors.ts';
import { didYouMean } from '../src/cell/nearest.ts';
import { DataError, type DataPlace } from '../src/light/dataError.ts';
import type { TableCommand } from './commandTable.ts';

/** Name of the file in a project's folder, or one above. */
const fileName = 'solarcell.config.yaml';

/** Section whose values hold for every command that has the option. */
const everyCommand = 'defaults';

/** Options that a file may not set: what to read and write is said at the shell. */
const neverSet = ['output', 'plot', 'hourly'];

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
  const sections = await readSections(file, table);
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

type Value = string | number | boolean | readonly (string | number)[];
type Sections = Readonly<Record<string, Readonly<Record<string, Value>>>>;

async function readSections(
  file: string,
  table: Readonly<Record<string, TableCommand>>,
): Promise<Sections> {
  const { LineCounter, parseDocument, isMap, isScalar } = await import('yaml');
  const lines = new LineCounter();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`config file ${file}: cannot be read`);
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): DataPlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw new DataError(fault.message, at(fault.pos[0]));
  const everything = Object.assign(
    {},
    ...Object.values(table).map(({ options }) => options),
  ) as Record<string, Options>;
  const root = document.contents;
  if (root === null) return {};
  if (!isMap(root)) throw new DataError('sections are expected: defaults, compare, ...', { file });
  const sections: Record<string, Record<string, Value>> = {};
  for (const { key, value } of root.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const place = at(key.range![0]);
    const known = [everyCommand, ...Object.keys(table)];
    if (!known.includes(name)) {
      throw new DataError(
        `unknown section "${name}"${didYouMean(name, known) || `; one of ${known.join(', ')}`}`,
        place,
      );
    }
    if (!isMap(value)) throw new DataError(`"${name}" holds options, one a line`, place);
    const options = name === everyCommand ? everything : table[name]!.options;
    const section: Record<string, Value> = {};
    for (const pair of value.items) {
      if (!isScalar(pair.key)) continue;
      const option = String(pair.key.value);
      const where = at(pair.key.range![0]);
      const names = Object.keys(options).filter((one) => !neverSet.includes(one));
      if (!names.includes(option)) {
        const why = neverSet.includes(option)
          ? 'is given on the command line only'
          : `is no option of ${name}${didYouMean(option, names)}`;
        throw new DataError(`"${option}" ${why}`, where);
      }
      section[option] = checkedValue(option, plainValue(pair.value), options[option]!, where);
    }
    sections[name] = section;
  }
  return sections;
}

/** A node of YAML as the value it stands for; what the user wrote, where it is a number. */
function plainValue(node: unknown): unknown {
  return node !== null && typeof node === 'object' && 'toJSON' in node
    ? (node.toJSON as () => unknown)()
    : node;
}

function checkedValue(option: string, value: unknown, kind: Options, where: DataPlace): Value {
  if (kind.type === 'boolean') {
    if (typeof value === 'boolean') return value;
    throw new DataError(`"${option}" is true or false`, where);
  }
  const isPlain = (one: unknown) => typeof one === 'string' || typeof one === 'number';
  if (kind.array && Array.isArray(value) && value.every(isPlain)) return value as Value;
  if (isPlain(value)) return value as Value;
  throw new DataError(`"${option}" is a text or a number${kind.array ? ', or a list' : ''}`, where);
}

function wordsOf(option: string, value: Value, { type }: Options): string[] {
  if (type === 'boolean') return value === true ? [`--${option}`] : [];
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => `--${option}=${String(one)}`);
}
