import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { UsageError } from '../cell/errors.ts';
import { didYouMean } from '../cell/nearest.ts';
import { decodeText } from '../light/decodeText.ts';
import { refuseBinary } from '../light/plainText.ts';
import { dataFolder } from './dataFolder.ts';

/** A kind of file that is named by its stem when it ships, and by its path when it is the user's. */
export interface DataKind {
  /** For messages: `cell`. */
  readonly word: string;
  /** Folder under data. */
  readonly folder: string;
  /** Of the files that ship, with the dot. */
  readonly extensions: readonly string[];
}

/** A file as read. */
export interface DataFile {
  /** Stem of the file. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Stems of the files of a kind that ship, sorted. */
export function shippedNames(kind: DataKind): string[] {
  return readdirSync(join(dataFolder(), kind.folder))
    .filter((file) => kind.extensions.includes(extname(file)))
    .map((file) => basename(file, extname(file)))
    .sort();
}

/** A path and not a name: it has a folder or an extension that files of data have. */
export function looksLikePath(text: string): boolean {
  return /[/\\]/.test(text) || /\.(ya?ml|json|csv|txt|tsv|epw|tm2|tmy3?|sh)$/i.test(text);
}

/**
 * Reads a file by the name it ships under, or by its path.
 *
 * @param nameOrPath as the user wrote it; `-` is the standard input, which can be read for one thing
 * @param kind where such files ship
 * @param from folder that paths are relative to; the working directory when left out
 * @throws UsageError for an unknown name, with the nearest, and for a file that cannot be read;
 *   DataError for one that is no text
 */
export async function readDataFile(
  nameOrPath: string,
  kind: DataKind,
  from = '.',
): Promise<DataFile> {
  if (isStandardInput(nameOrPath)) return readStandardInput(kind);
  const names = shippedNames(kind);
  if (names.includes(nameOrPath)) {
    const folder = join(dataFolder(), kind.folder);
    const path = kind.extensions
      .map((extension) => join(folder, nameOrPath + extension))
      .find((file) => existsSync(file))!;
    return { name: nameOrPath, path, text: decodeText(await readFile(path)) };
  }
  const path = resolve(from, nameOrPath);
  // What is there is meant, whatever it is called.
  if (!looksLikePath(nameOrPath) && (nameOrPath.trim() === '' || !existsSync(path))) {
    throw new UsageError(unknownName(nameOrPath, kind, names));
  }
  const bytes = await readFile(path).catch(async (error) => {
    throw new UsageError(`${kind.word} file ${nameOrPath}: ${await why(error, path, kind)}`);
  });
  return { name: basename(path, extname(path)), ...readText(bytes, nameOrPath) };
}

/** Whether a word stands for the standard input where a file is expected, on every system. */
export function isStandardInput(word: string): boolean {
  return word === '-' || word === '/dev/stdin';
}

/** What the standard input holds and was read for: it can be read once, and for one thing. */
let input: { readonly kind: DataKind; readonly file: Promise<DataFile> } | undefined;

/**
 * Refuses words of two kinds that are the standard input, before either is read: whichever came first would else
 * depend on what loads faster.
 *
 * @param words in the order in which they are told of
 * @throws UsageError when the input would be read for two things
 */
export function refuseSecondReader(
  words: readonly (readonly [word: string | undefined, kind: DataKind])[],
): void {
  const readers = words.filter(([word]) => word !== undefined && isStandardInput(word));
  const [first] = readers;
  if (first !== undefined && readers.some(([, kind]) => kind !== first[1])) refuseReader(first[1]);
}

function refuseReader(first: DataKind): never {
  throw new UsageError(`-: the standard input was already read as a ${first.word}`);
}

async function readStandardInput(kind: DataKind): Promise<DataFile> {
  if (input !== undefined && input.kind !== kind) refuseReader(input.kind);
  if (process.stdin.isTTY) {
    throw new UsageError(
      `-: a ${kind.word} is expected on the standard input, which is a terminal`,
    );
  }
  input ??= { kind, file: standardInputFile() };
  return input.file;
}

async function standardInputFile(): Promise<DataFile> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return { name: 'stdin', ...readText(Buffer.concat(chunks), '-') };
}

function readText(bytes: Uint8Array, path: string): Pick<DataFile, 'path' | 'text'> {
  const text = decodeText(bytes);
  refuseBinary(text, path);
  return { path, text };
}

function unknownName(name: string, kind: DataKind, names: readonly string[]): string {
  const hint = didYouMean(name, names);
  const known = names.length === 0 ? 'give the' : `${names.join(', ')}, or the`;
  return `unknown ${kind.word} "${name}"${hint} (${known} path of a file)`;
}

/** The system's word for it, made plain. */
async function why(error: unknown, path: string, kind: DataKind): Promise<string> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EISDIR') return 'is a folder, not a file';
  if (code === 'EACCES') return 'may not be read';
  if (code !== 'ENOENT') return 'cannot be read';
  const siblings = await readdir(resolve(path, '..')).catch(() => []);
  const alike = siblings.filter((file) => looksLikePath(file));
  const names = shippedNames(kind);
  const shipped = names.length === 0 ? '' : `; shipped: ${names.join(', ')}`;
  return `there is no such file${didYouMean(basename(path), alike) || shipped}`;
}
