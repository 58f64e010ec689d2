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

/**
 * Advisories of packages that are installed, as of November 2026, where `npm audit` cannot be asked: the first
 * version that is not affected; of several lines, of each.
 */
const patched = [
  ['mathjs', ['15.2.0'], 'GHSA-5v89-rwgr-qj6g, GHSA-29qv-4j9f-fjw5, GHSA-jvff-x2qm-6286'],
  ['piscina', ['5.2.0'], 'GHSA-x9g3-xrwr-cwfg'],
  ['yaml', ['2.8.3'], 'GHSA-48c2-rrv3-qjmp'],
  ['zod', ['3.22.3'], 'GHSA-m95q-7qp3-xv42'],
  ['papaparse', ['5.2.0'], 'GHSA-qvjc-g5vr-mfgr'],
  ['d3-color', ['3.1.0'], 'GHSA-36jr-mh4h-2g58'],
  ['css-what', ['5.0.1'], 'GHSA-q8pj-2vqx-8ggc'],
  ['nth-check', ['2.0.1'], 'GHSA-rp65-9cf3-cjxr'],
  ['ansi-regex', ['5.0.1', '6.0.1'], 'GHSA-93q8-gq69-wqmw'],
  ['y18n', ['5.0.5'], 'GHSA-c4w7-xm78-47vh'],
  ['yargs-parser', ['18.1.1'], 'GHSA-p9pc-299p-vxgp'],
  ['@babel/runtime', ['7.26.10'], 'GHSA-968p-4wvh-cqc8'],
  ['vitest', ['4.1.11'], 'GHSA-82fw-gwwq-j7x9, GHSA-5xrq-8626-4rwp'],
  ['@vitest/mocker', ['4.1.11'], 'GHSA-82fw-gwwq-j7x9'],
  ['esbuild', ['0.28.1'], 'GHSA-gv7w-rqvm-qjhr, GHSA-g7r4-m6w7-qqqr'],
  ['linkify-it', ['5.0.2'], 'GHSA-v245-v573-v5vm'],
  ['markdown-it', ['14.1.1'], 'CVE-2026-2327'],
  ['minimatch', ['10.2.3'], 'GHSA-7r86-cg39-jmmj'],
  ['nanoid', ['3.3.8'], 'CVE-2024-55565'],
  ['postcss', ['8.4.31'], 'GHSA-7fh5-64p2-3v2j'],
  ['semver', ['7.5.2'], 'GHSA-c2qf-rxjj-qqgw'],
  ['highlight.js', ['10.4.1'], 'GHSA-7wwv-vh3v-89cq'],
  ['playwright-core', ['1.55.1'], 'CVE-2025-59288'],
] as const;

/** Versions that were published by a thief in September 2025 (github.com/chalk/chalk/issues/656). */
const stolen = [
  ...['ansi-regex 6.2.1', 'ansi-styles 6.2.2', 'strip-ansi 7.1.1', 'wrap-ansi 9.0.1'],
  ...['chalk 5.6.1', 'supports-color 10.2.1', 'supports-hyperlinks 4.1.1'],
  ...['color-convert 3.1.1', 'color-name 2.0.1'],
];

test('no version that is installed is one that an advisory names', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const installed = Object.entries<{ version: string }>(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, { version }]) => ({ name: path.replace(/^.*node_modules\//, ''), version }));
  const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);
  const isBefore = (version: string, other: string) => {
    const [a, b] = [numbers(version), numbers(other)];
    const k = a.findIndex((value, i) => value !== b[i]);
    return k >= 0 && a[k]! < b[k]!;
  };
  const affected = patched.flatMap(([name, firsts, advisories]) => {
    const found = installed.filter((one) => one.name === name);
    expect(found, `${name} is installed`).not.toEqual([]);
    return found
      .filter(({ version }) => {
        const ofLine = firsts.find((first) => first.split('.')[0] === version.split('.')[0]);
        return isBefore(version, ofLine ?? firsts[0]);
      })
      .map(({ version }) => `${name} ${version}: ${advisories}`);
  });
  expect(affected).toEqual([]);
  const names = installed.map(({ name, version }) => `${name} ${version}`);
  expect(names.filter((one) => stolen.includes(one))).toEqual([]);
});
