import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { cellReference } from '../src/report/cellReference.ts';
import { runCommand } from './cli/runCommand.ts';

// The documents show real runs. `npm run docs` renews them.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const renew = process.env.UPDATE_DOCS !== undefined;
const path = join(root, 'README.md');
let readme = readFileSync(path, 'utf8');

afterAll(() => {
  if (renew) writeFileSync(path, readme);
});

/** Fenced block that follows a marker comment. */
function block(marker: string): { text: string; start: number; end: number } {
  const at = readme.indexOf(`<!-- ${marker} -->`);
  expect(at, `marker "${marker}" in README.md`).toBeGreaterThanOrEqual(0);
  const start = readme.indexOf('\n', readme.indexOf('```', at)) + 1;
  const end = readme.indexOf('```', start);
  return { text: readme.slice(start, end), start, end };
}

function holds(marker: string, text: string): void {
  const { start, end } = block(marker);
  if (renew) readme = readme.slice(0, start) + text + readme.slice(end);
  else expect(block(marker).text).toBe(text);
}

test('the picture in the README is what the command prints', async () => {
  const { stdout } = await runCommand('compare', '--profile', 'summer-day');
  holds('solarcell compare --profile summer-day', stdout);
});

test('the ten lines of the library run and print what the README says', async () => {
  const code = block('library').text;
  expect(
    code
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '').length,
  ).toBeLessThanOrEqual(10);
  const file = join(root, 'test/readmeExample.tmp.ts');
  const printed: string[] = [];
  const entry = pathToFileURL(join(root, 'src/index.ts')).href;
  const body = code.replace("from 'solarcell'", `from '${entry}'`);
  writeFileSync(
    file,
    `const console = { log: (...words: unknown[]) => globalThis.readmeLog(words.join(' ')) };\n${body}`,
  );
  try {
    Object.assign(globalThis, { readmeLog: (line: string) => printed.push(line) });
    await import(pathToFileURL(file).href);
  } finally {
    rmSync(file);
  }
  holds('library output', `${printed.join('\n')}\n`);
});

test('the reference of cell files is made from the schema', () => {
  const file = join(root, 'docs/cell-file.md');
  const text = readFileSync(file, 'utf8');
  const start = text.indexOf('## The cell');
  if (renew) writeFileSync(file, text.slice(0, start) + cellReference());
  else expect(text.slice(start)).toBe(cellReference());
});

test('every command in the README exists', async () => {
  const commands = readme.matchAll(/^(?:npm run --silent solarcell -- |solarcell )(\w+)/gm);
  const { stdout } = await runCommand('--help');
  for (const [, word] of commands)
    expect(stdout).toMatch(new RegExp(`^ +solarcell ${word}\\b`, 'm'));
});
