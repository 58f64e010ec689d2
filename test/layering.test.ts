import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The way of the light: a folder imports from itself and from those before it. */
const order = [
  'physics',
  'light',
  'optics',
  'device',
  'circuit',
  'cell',
  'energy',
  'sweep',
  'report',
  'node',
];

const files = ['src', 'cli'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file)),
);

/** Specifiers of every static and dynamic import and re-export of a file. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;
  return Array.from(text.matchAll(pattern), (match) => match[1]!);
}

/** Folder under src that a relative import leads to; `cli` and `src` for those themselves. */
function folderOf(file: string): string {
  const parts = relative(root, resolve(root, file)).split(/[\\/]/);
  return parts[0] === 'src' && parts.length > 2 ? parts[1]! : parts[0]!;
}

test('there are files in every folder that is named here', () => {
  const found = new Set(files.map(folderOf));
  for (const folder of [...order, 'cli']) expect(found).toContain(folder);
});

test('every folder under src has its place in the order', () => {
  const known = new Set([...order, 'cli', 'src']);
  expect(files.filter((file) => !known.has(folderOf(file)))).toEqual([]);
});

test('a folder imports only from itself and the folders before it', () => {
  const wrong = files.flatMap((file) => {
    const own = folderOf(file);
    const allowed = order.includes(own) ? order.slice(0, order.indexOf(own) + 1) : [...order, own];
    return importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => join(dirname(file), specifier))
      .filter((target) => !allowed.includes(folderOf(target)))
      .map((target) => `${file} -> ${target}`);
  });
  expect(wrong).toEqual([]);
});

test('relative imports name their file with its ending', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('.ts'))
      .map((specifier) => `${file} -> ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test('only src/node and cli touch the machine', () => {
  const inBrowser = files.filter((file) => !['node', 'cli', 'src'].includes(folderOf(file)));
  const wrong = inBrowser.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return importsOf(file).some((name) => name.startsWith('node:')) || /\bprocess\./.test(text);
  });
  expect(wrong).toEqual([]);
});

test('the units library is imported in one place, which is loaded on demand', () => {
  const direct = files.filter((file) => importsOf(file).includes('mathjs'));
  expect(direct.map((file) => file.replaceAll('\\', '/'))).toEqual(['src/cell/unitParser.ts']);
  const text = readFileSync(join(root, 'src/cell/quantity.ts'), 'utf8');
  expect(text).toContain("import('./unitParser.ts')");
  expect(text).not.toMatch(/from '\.\/unitParser\.ts'/);
});
