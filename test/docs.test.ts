import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCommand } from './cli/runCommand.ts';

// The pages under docs show real runs below a comment that names them. `npm run docs` renews them.
const folder = join(dirname(fileURLToPath(import.meta.url)), '../docs');
const renew = process.env.UPDATE_DOCS !== undefined;

const marked = /<!-- solarcell (.+) -->\n```text\n([\s\S]*?)```/g;

const runs = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(marked)].map(([, words]) => ({
      file,
      words: words!,
    })),
  );

test.each(runs)('$file shows what solarcell $words prints', async ({ file, words }) => {
  const { exitCode, stdout } = await runCommand(...words.split(' '));
  expect(exitCode).toBe(0);
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const shown = [...text.matchAll(marked)].find((match) => match[1] === words)!;
  if (renew) {
    const start = shown.index + shown[0].length - '```'.length - shown[2]!.length;
    writeFileSync(path, text.slice(0, start) + stdout + text.slice(start + shown[2]!.length));
  } else expect(shown[2]).toBe(stdout);
});
