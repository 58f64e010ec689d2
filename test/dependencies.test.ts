import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');

/** Packages named in the first column of the table under a heading. */
function named(heading: string): string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading))!;
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!));
}

test.each([
  ['At run time', 'dependencies'],
  ['For development', 'devDependencies'],
])(
  'every package of %s is named in docs/dependencies.md with why it is there',
  (heading, field) => {
    expect(named(heading).sort()).toEqual(Object.keys(manifest[field]).sort());
    const section = page.split(/^## /m).find((part) => part.startsWith(heading))!;
    for (const line of section.split('\n').filter((row) => row.startsWith('| `'))) {
      for (const cell of line.split('|').slice(2, -1)) expect(cell.trim()).not.toBe('');
    }
  },
);

test('versions are exact, and none of the packages has an install script of its own', () => {
  for (const field of ['dependencies', 'devDependencies']) {
    for (const version of Object.values(manifest[field]))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const packages = Object.entries<{ hasInstallScript?: boolean; dev?: boolean }>(lock.packages);
  const scripts = packages.filter(([, entry]) => entry.hasInstallScript && !entry.dev);
  expect(scripts.map(([path]) => path)).toEqual([]);
});
