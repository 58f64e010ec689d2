import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { commandTable } from '../../cli/commandTable.ts';
import { runCommand } from './runCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What no reader should meet, unless it is what was typed. */
const noise = /\bNaN\b|\bundefined\b|\[object|Infinity/;
/** The same as typed, also in YAML. */
const typedNoise = /nan|undefined|object|inf/i;
/** Words of the machine: an error that nobody made a sentence of. */
const machine =
  /\n {4}at |node_modules|is not (a function|iterable|an object)|Cannot (read|convert|destructure|set)|Maximum call|Invalid (array|typed|count)|toFixed|toPrecision|must be of type/;

/** Asserts that a command prints its result, or refuses in one line that a person can read. */
async function endsWell(words: readonly string[], typed = words.join(' ')): Promise<boolean> {
  const { exitCode, stdout, stderr } = await runCommand(...words);
  const said = JSON.stringify(words);
  expect([0, 1, 2], `${said}: ${stderr}`).toContain(exitCode);
  if (!typedNoise.test(typed)) expect(stdout, said).not.toMatch(noise);
  if (exitCode === 0) return true;
  // `cells check` tells every problem of a file first, one a line.
  expect(stderr, said).toMatch(/^(\S+:\d+:\d+ {2}[^\n]+\n)*solarcell: [^\n]+\n$/);
  if (!typedNoise.test(typed)) expect(stderr, said).not.toMatch(noise);
  expect(stderr, said).not.toMatch(machine);
  expect(stdout, said).toBe('');
  return false;
}

/** Paths of all that a document holds, lists and maps as well. */
function pathsOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [at];
  const inside = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...at, key]));
  return at.length === 0 ? inside : [at, ...inside];
}

const cells = ['perc', 'shj', 'topcon'].map((name) =>
  readFileSync(new URL(`../../data/cells/${name}.yaml`, import.meta.url), 'utf8'),
);

const oddTexts = [
  '',
  ' ',
  '-',
  '-1',
  '0',
  '1e308',
  '-1e308 W/m^2',
  '1e999 um',
  'NaN',
  'nan um',
  'Infinity',
  '5 kg',
  '1/0',
  '5 um um',
  '300 %',
  '-1 %',
  '=',
  'a=b',
  ':::',
  '1:2:0',
  'constructor',
  '__proto__',
  'toString',
  './nowhere/x.yaml',
  'ü µ Ω',
  'x'.repeat(300),
];
const oddValues = [
  ...oddTexts,
  null,
  -1,
  0,
  1e308,
  1e-308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  [],
  {},
  [[]],
];

const change = fc.record({
  kind: fc.constantFrom('delete', 'set', 'set', 'add'),
  at: fc.nat(9999),
  value: fc.oneof(
    fc.constantFrom(...oddValues),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.string(),
  ),
});

test('a cell file that is changed at random is a cell, or refused in one line', async () => {
  const outcomes = { read: 0, refused: 0, simulated: 0 };
  const file = join(folder, 'odd.yaml');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...cells),
      fc.array(change, { minLength: 1, maxLength: 2 }),
      async (text, changes) => {
        const document = parseDocument(text);
        for (const { kind, at, value } of changes) {
          const paths = pathsOf(document.toJS());
          const path = paths[at % paths.length]!;
          if (kind === 'delete') document.deleteIn(path);
          else {
            const place = kind === 'set' ? path : [...path.slice(0, -1), 'odd'];
            // A list has no place of this name.
            if (kind === 'add' && Array.isArray(document.getIn(path.slice(0, -1)))) continue;
            if (kind === 'add' && /^\d+$/.test(path.at(-1)!)) continue;
            document.setIn(place, document.createNode(value));
          }
        }
        const changed = document.toString();
        writeFileSync(file, changed);
        if (await endsWell(['cells', 'check', file], changed)) {
          outcomes.read++;
          if (outcomes.simulated++ < 6) {
            await endsWell(['simulate', file, '--fidelity', 'lumped'], changed);
          }
        } else outcomes.refused++;
      },
    ),
    { numRuns: 80 },
  );
  // Both ways are taken.
  expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(0);
});

/** Options that write files, ask for much work, or belong to the terminal. */
const left = /output|plot|hours|jobs|cluster|overwrite|config|quiet|verbose|format|help|version/;
/** Commands that answer at once, or not at all before their options are right. */
const quick = [
  'compare',
  'simulate',
  'optics',
  'skin',
  'limit',
  'rate',
  'irradiance',
  'best',
  'cells',
];

// `-` is the standard input, for which a command rightly waits.
const odd = fc
  .oneof(fc.constantFrom(...oddTexts), fc.string({ maxLength: 12 }))
  .filter((text) => text.trim() !== '-');
const line = fc.constantFrom(...quick).chain((name) => {
  const names = Object.keys(commandTable[name]!.options).filter((option) => !left.test(option));
  const option =
    names.length === 0
      ? fc.constant<string[]>([])
      : fc.tuple(fc.constantFrom(...names), odd).map(([key, value]) => [`--${key}=${value}`]);
  const cell = fc.constantFrom('perc', 'shj', 'prec', '', '.', 'wafer.thickness=5');
  return fc
    .tuple(cell, fc.array(option, { minLength: 1, maxLength: 2 }))
    .map(([one, options]) => [
      name,
      ...(name === 'cells' ? ['check'] : []),
      one,
      ...options.flat(),
    ]);
});

test('a command line of odd values is run, or refused in one line', async () => {
  await fc.assert(
    fc.asyncProperty(line, async (words) => {
      await endsWell(words);
    }),
    { numRuns: 80 },
  );
});
