import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import * as library from '../src/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Examples in the comments of the code that say on the same line what comes out. */
const examples = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .flatMap((name) =>
    [...readFileSync(join(root, 'src', name), 'utf8').matchAll(/@example (.+?) \/\/ (.+)/g)].map(
      ([, code, says]) => ({ name, code: code!, says: says! }),
    ),
  );

/** Loaded for examples that are of a cell in some light. */
const given = async () => ({
  spectrum: await library.loadSpectrum('am1.5g'),
  am15g: await library.loadSpectrum('am1.5g'),
  silicon: await library.loadOptics('c-si'),
});

/** Examples that needed nothing but the library. */
let ran = 0;

type Scope = Readonly<Record<string, unknown>>;

async function evaluated(code: string, scope: Scope): Promise<unknown> {
  const names = Object.keys(scope);
  const AsyncFunction = (async () => {}).constructor as new (
    ...words: string[]
  ) => (...values: unknown[]) => Promise<unknown>;
  return new AsyncFunction(...names, `return (${code});`)(...names.map((name) => scope[name]));
}

/** How far a number may be from what is written: half of its last digit. */
function lastDigit(text: string): number {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

/** Without the last digits of numbers. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  return Array.isArray(value) ? value.map(rounded) : value;
}

test.each(examples)('$name: $code // $says', async ({ name, code, says }) => {
  const path = pathToFileURL(join(root, 'src', name)).href;
  const scope = { ...library, ...(await given()), ...(await import(/* @vite-ignore */ path)) };
  let value: unknown;
  try {
    value = await evaluated(code, scope);
  } catch (error) {
    // Of something that the reader has: a cell, an option.
    expect(error).toBeInstanceOf(ReferenceError);
    return;
  }
  ran++;
  const [number] = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/.exec(says) ?? [];
  if (typeof value === 'number' && number !== undefined) {
    // Or of what a double holds.
    const room = 1.0000001 * lastDigit(number) + 1e-15 * Math.abs(value);
    expect(Math.abs(value - Number(number))).toBeLessThanOrEqual(room);
  } else if (typeof value === 'string' && /^['"]/.test(says) && !says.includes('...')) {
    expect(value).toBe(await evaluated(says, {}));
  } else if (/^(?:\[[^.]*\]|true|false)$/.test(says)) {
    expect(rounded(value)).toEqual(rounded(await evaluated(says, {})));
  }
});

test('most examples can be run as they stand', () => {
  expect(ran).toBeGreaterThan(0.75 * examples.length);
});
