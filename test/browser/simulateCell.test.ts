import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { hasChromium, launchChromium } from './chromium.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const cells = ['shj', 'perc'];
const names = [
  'a-si-h-i',
  'a-si-h-n',
  'a-si-h-p',
  'al2o3',
  'aluminium',
  'c-si',
  'izo',
  'silver',
  'sinx',
];

/** What a user of the library bundles: data as texts, cells out of them. */
const program = `
import { cellFromText, simulateCell } from 'solarcell/cell';
import { parseSpectrumCsv } from 'solarcell/light';
import am15g from './data/spectra/am1.5g.csv';
${names.map((name, k) => `import optics${k} from './data/optics/${name}.csv';`).join('\n')}
${cells.map((name, k) => `import cell${k} from './data/cells/${name}.yaml';`).join('\n')}
const tables = { ${names.map((name, k) => `'${name}': optics${k}`).join(', ')} };

export async function results() {
  const spectrum = parseSpectrumCsv(am15g, { name: 'am1.5g' });
  const conditions = { spectrum, irradiance: 800, temperature: 45 };
  const texts = [${cells.map((_, k) => `cell${k}`).join(', ')}];
  return Promise.all(
    texts.map(async (text) => {
      const cell = await cellFromText(text, { optics: (name) => tables[name] });
      return { ...simulateCell(cell, conditions), sha256: cell.sha256 };
    }),
  );
}
`;

let browser: Browser | undefined;
afterAll(() => browser?.close());

/** The program in one file for a page, which has nothing of Node. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'bundle',
    target: 'es2022',
    loader: { '.csv': 'text', '.yaml': 'text' },
    alias: {
      'solarcell/cell': join(root, 'src/cell/index.ts'),
      'solarcell/light': join(root, 'src/light/index.ts'),
    },
  });
  return outputFiles[0]!.text;
}

describe.runIf(hasChromium)('simulateCell, bundled with its data for a browser', () => {
  test('gives the numbers of Node to 1e-12', async () => {
    const spectrum = await loadSpectrum('am1.5g');
    const expected = await Promise.all(
      cells.map(async (name) => {
        const cell = await loadCell(name);
        const result = simulateCell(cell, { spectrum, irradiance: 800, temperature: 45 });
        return { ...result, sha256: cell.sha256 };
      }),
    );
    browser = await launchChromium();
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('request', (request) => wrong.push(request.url()));
    await page.addScriptTag({ content: await bundled() });
    const found = await page.evaluate<typeof expected>('bundle.results()');

    expect(wrong).toEqual([]);
    expect(found).toHaveLength(cells.length);
    expect(numbersOf(found).length).toBeGreaterThan(30);
    const [numbers, same] = [numbersOf(found), numbersOf(expected)];
    expect(numbers.map(([path]) => path)).toEqual(same.map(([path]) => path));
    let most = 0;
    numbers.forEach(([, value], k) => {
      const [, other] = same[k]!;
      if (other !== value) most = Math.max(most, Math.abs(value / other - 1));
    });
    expect(most).toBeLessThan(1e-12);
    expect(found.map(({ sha256 }) => sha256)).toEqual(expected.map(({ sha256 }) => sha256));
  });
});

/** Every number of a result, with where it stands. */
function numbersOf(value: unknown, path = ''): [string, number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersOf(inner, `${path}.${key}`));
}
