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
  'sweep',
  'materials',
  'spectra',
  'models',
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
    { numRuns: 120 },
  );
});

/** Options of a sweep that hold a name, a sign and a value, each of them odd or not. */
const name = fc.oneof(
  fc.constantFrom('irradiance', 'wafer.thickness', 'wafer', 'front.layers', 'x', 'cell', 'tilt'),
  fc.constantFrom(...oddTexts),
);
const value = fc.oneof(
  fc.constantFrom('800', '200,1000', '1/0', 'sqrt(-1)', 'log(1:10:0)', 'normal(1:-1)', 'voc', 'y'),
  odd,
);
const assigned = fc
  .tuple(fc.constantFrom('vary', 'let', 'column', 'set'), name, value)
  .map(([option, left, right]) => `--${option}=${left}=${right}`);
const lone = fc
  .tuple(fc.constantFrom('where', 'link', 'points', 'design', 'figures', 'target'), value)
  .map(([option, right]) => `--${option}=${right}`);

test('a sweep of odd values is run, or refused in one line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(assigned, lone), { minLength: 1, maxLength: 3 }),
      async (options) => {
        await endsWell(['sweep', 'perc', '--fidelity=lumped', ...options]);
      },
    ),
    { numRuns: 80 },
  );
});

test('a plan that is changed at random is a plan, or refused in one line', async () => {
  const plan = [
    'cell: perc',
    'fidelity: lumped',
    'vary:',
    '  irradiance: [400, 800]',
    'let:',
    '  wafer.thickness: 160 um',
    'columns:',
    '  loss: 25 - efficiency',
    'where: [irradiance > 100 W/m^2]',
    'figures: [efficiency, voc]',
  ].join('\n');
  const file = join(folder, 'plan.yaml');
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
      const document = parseDocument(plan);
      for (const { kind, at, value: odd } of changes) {
        const paths = pathsOf(document.toJS());
        const path = paths[at % paths.length]!;
        if (kind === 'delete') document.deleteIn(path);
        else if (kind === 'set') document.setIn(path, document.createNode(odd));
        else if (path.length === 1) document.setIn(['odd'], document.createNode(odd));
      }
      const changed = document.toString();
      writeFileSync(file, changed);
      await endsWell(['sweep', file, '--dry-run'], changed);
    }),
    { numRuns: 80 },
  );
});

/** What a file may hold instead of what it should: bytes, or a text that was cut, turned or mixed. */
const damage = (text: string) =>
  fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ maxLength: 60, unit: 'binary' }).map((odd) => Buffer.from(odd)),
    fc
      .tuple(fc.nat(text.length), fc.constantFrom(...oddTexts, '\n', ',', ';', '"'), fc.nat(40))
      .map(([at, odd, gone]) => Buffer.from(text.slice(0, at) + odd + text.slice(at + gone))),
  );

/** Files by the way a command line names them, each with a text that is right. */
const readers: Readonly<Record<string, { text: string; words: (file: string) => string[] }>> = {
  'spectrum.csv': {
    text: 'wavelength_nm;irradiance_W_m2_nm\n300,5;0,1\n600,5;1,5\n1200;0,5\n',
    words: (file) => ['limit', '--gap', '1.1', '--spectrum', file],
  },
  'optics.csv': {
    text: 'wavelength_nm,n,k\n300,2.1,0.01\n1200,1.8,0\n',
    words: (file) => ['materials', file],
  },
  'cell.yaml': { text: cells[0]!, words: (file) => ['cells', 'check', file] },
  'year.csv': {
    text: 'time,ghi,temp_air,wind_speed\n2021-01-01T00:30,0,5,1\n2021-01-01T01:30,0,5,1\n',
    words: (file) => ['irradiance', file],
  },
  'horizon.csv': {
    text: 'azimuth_deg,elevation_deg\n0,5\n180,10\n',
    words: (file) => ['irradiance', '--site', 'nowhere', '--horizon', file],
  },
  'day.csv': {
    text: 'time,irradiance_W_m2\n06:00,0\n12:00,800\n18:00,0\n',
    words: (file) => ['report', 'perc', '--baseline', 'none', '--profile', file],
  },
};

test('a damaged file is read, or refused in one line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom(...Object.keys(readers))
        .chain((name) => fc.tuple(fc.constant(name), damage(readers[name]!.text))),
      async ([name, bytes]) => {
        const file = join(folder, name);
        writeFileSync(file, bytes);
        await endsWell(readers[name]!.words(file), bytes.toString('latin1'));
      },
    ),
    { numRuns: 150 },
  );
});

test('damaged parts of a sweep are joined, or refused in one line', async () => {
  for (const ending of ['csv', 'ndjson']) {
    const whole = join(folder, `whole.${ending}`);
    const sweep = ['sweep', 'perc', '--fidelity', 'lumped', '--vary', 'irradiance=400,800'];
    expect((await runCommand(...sweep, '--output', whole, '--jobs', '1')).exitCode).toBe(0);
    const text = readFileSync(whole, 'utf8');
    const part = join(folder, `part.${ending}`);
    const out = join(folder, `joined.${ending}`);
    await fc.assert(
      fc.asyncProperty(damage(text), async (bytes) => {
        writeFileSync(part, bytes);
        await endsWell(['merge', part, '--output', out], bytes.toString('latin1'));
        await endsWell(['best', part], bytes.toString('latin1'));
      }),
      { numRuns: 60 },
    );
  }
});

test('odd words of a report are refused in one line before anything is calculated', async () => {
  const names = Object.keys(commandTable.report!.options).filter((option) => !left.test(option));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), odd, async (option, text) => {
      await endsWell(['report', 'prec', `--${option}=${text}`, '--output=page.txt']);
      await endsWell(['report', 'prec', `--${option}=${text}`]);
    }),
    { numRuns: 60 },
  );
});
