import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { cellReference } from '../src/report/cellReference.ts';
import { claims } from './claims/index.ts';
import { type Ending, runCommand } from './cli/runCommand.ts';

// README and docs show real runs. `npm run docs:renew` puts into them what is printed today.
//
// A `console` block is a terminal: a command after `$ ` (lines that end in `\` go on), then what it
// prints. A line `...` stands for lines left out. A `ts` block is a file of docs/examples, named in
// the comment above it; a `text` block right after it is what the file prints. `yaml` blocks with such a
// comment are files too. An image below `<!-- picture of: command -->` is what that command draws.
// Numbers in sentences and tables are those of test/claims.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const renew = process.env.UPDATE_DOCS !== undefined;

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const texts = new Map(pages.map((page) => [page, readFileSync(join(root, page), 'utf8')]));

afterAll(() => {
  if (renew) for (const [page, text] of texts) writeFileSync(join(root, page), text);
});

/** Holds a part of a page to what belongs there, or puts it there. */
function holds(page: string, shown: string, right: string): void {
  if (renew)
    texts.set(
      page,
      texts.get(page)!.replace(shown, () => right),
    );
  else expect(shown).toBe(right);
}

const consoles = pages.flatMap((page) =>
  [...texts.get(page)!.matchAll(/```console\n\$ ((?:.*\\\n)*.*)\n([\s\S]*?)```/g)].map(
    ([block, command, output]) => ({ page, command: command!, output: output!, block }),
  ),
);

/** Words of a command line, as a shell takes it apart. */
const wordsOf = (command: string): string[] =>
  [...command.replaceAll('\\\n', ' ').matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'),
  );

const endings = new Map<string, Promise<Ending>>();

/** What a command prints; pages that show the same one share the run. */
function ending(command: string): Promise<Ending> {
  const [program, ...words] = wordsOf(command);
  expect(program).toBe('solarcell');
  const key = words.join('\0');
  const found = endings.get(key) ?? runCommand(...words);
  endings.set(key, found);
  return found;
}

/** The output as the page shows it: whole, or with as many lines before and after `...` as it has. */
function shortened(output: string, shown: string): string {
  const [before, after] = shown.split(/^\.\.\.\n/m);
  if (after === undefined) return output;
  const count = (text: string): number => text.split('\n').length - 1;
  const lines = output.trimEnd().split('\n');
  const tail = count(after);
  return [...lines.slice(0, count(before!)), '...', ...lines.slice(lines.length - tail), ''].join(
    '\n',
  );
}

test.each(consoles)(
  '$page shows what $command prints',
  async ({ page, command, output, block }) => {
    const { exitCode, stdout, stderr } = await ending(command);
    expect({ exitCode, stderr: exitCode === 0 ? '' : stderr }).toEqual({
      exitCode: /^solarcell: /m.test(output) ? 2 : 0,
      stderr,
    });
    const printed = exitCode === 0 ? stdout : stderr;
    holds(page, block!, `\`\`\`console\n$ ${command}\n${shortened(printed, output)}\`\`\``);
  },
);

const examples = pages.flatMap((page) =>
  [
    ...texts
      .get(page)!
      .matchAll(
        /<!-- (\S+\.ts) -->\n```ts\n[\s\S]*?```(?:(\n[^`]{0,200}?\n```text\n)[\s\S]*?```)?/g,
      ),
  ].map(([block, file, between]) => ({ page, file: file!, between, block })),
);

test.each(examples)('$page shows $file and what it prints', async (example) => {
  const { page, file, between, block } = example;
  const path = join(root, file);
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => {
    lines.push(`${words.join(' ')}\n`);
  });
  try {
    await import(/* @vite-ignore */ pathToFileURL(path).href);
  } finally {
    log.mockRestore();
  }
  const printed = between === undefined ? '' : `${between}${lines.join('')}\`\`\``;
  const code = `<!-- ${file} -->\n\`\`\`ts\n${readFileSync(path, 'utf8')}\`\`\``;
  holds(page, block, code + printed);
});

const files = pages.flatMap((page) =>
  [...texts.get(page)!.matchAll(/<!-- (\S+\.yaml) -->\n```yaml\n([\s\S]*?)```/g)].map(
    ([block, file]) => ({ page, file: file!, block }),
  ),
);

test.each(files)('$page shows $file', ({ page, file, block }) => {
  const text = readFileSync(join(root, file), 'utf8');
  holds(page, block, `<!-- ${file} -->\n\`\`\`yaml\n${text}\`\`\``);
});

const pictures = pages.flatMap((page) =>
  [...texts.get(page)!.matchAll(/<!-- picture of: (.+) -->\n!\[[^\]]+\]\((\S+\.svg)\)/g)].map(
    ([, command, image]) => ({ page, command: command!, image: image! }),
  ),
);

/** A picture as its words, and its numbers to a tenth of a pixel, since last digits differ between machines. */
function drawn(svg: string) {
  const number = /\d+(?:\.\d+)?/g;
  const numbers = [...svg.matchAll(number)].map(([digits]) => Number(digits));
  return { words: svg.replaceAll(number, '#'), numbers };
}

test.each(pictures)('$page shows the picture of $command', async ({ page, command, image }) => {
  const folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  try {
    const words = wordsOf(command).slice(1);
    const { exitCode } = await runCommand(...words.slice(0, -1), join(folder, words.at(-1)!));
    expect(exitCode).toBe(0);
    const made = readFileSync(join(folder, basename(image)), 'utf8');
    const path = join(root, dirname(page), image);
    if (renew) writeFileSync(path, made);
    const [now, shown] = [made, readFileSync(path, 'utf8')].map(drawn);
    expect(now!.words).toBe(shown!.words);
    now!.numbers.forEach((value, i) => {
      expect(Math.abs(value - shown!.numbers[i]!)).toBeLessThan(0.11);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const numberText = String.raw`[+-]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?`;

/** Where a page says this: its numbers for `#`, any text of a table's cell for `...`, spaces as they fall. */
function sayingOf(says: string): RegExp {
  const words = says
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const text = words
    .join(String.raw`\s+`)
    .replaceAll(String.raw`\.\.\.`, '[^|]*')
    .replaceAll('#', `(${numberText})`);
  return new RegExp(text, 'dg');
}

/** A number as another one is written: with its sign, decimals and exponent. */
function writtenLike(value: number, shown: string): string {
  const [mantissa, exponent] = shown.split('e');
  const decimals = mantissa!.split('.')[1]?.length ?? 0;
  const text = exponent === undefined ? value.toFixed(decimals) : value.toExponential(decimals);
  const plain = text.replace('e+', 'e').replace(/^-(0\.?0*)$/, '$1');
  return shown.startsWith('+') && value > 0 ? `+${plain}` : plain;
}

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Numbers written in a file of code. */
function literalsOf(file: string): number[] {
  const code = readFileSync(join(root, file), 'utf8').replaceAll(/(?<=\d)_(?=\d)/g, '');
  return [...code.matchAll(/(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?/g)].map(Number);
}

test('every number of the page on physics is claimed and held, or a constant of the program', () => {
  const page = 'docs/physics.md';
  let prose = texts.get(page)!.replaceAll(/```[\s\S]*?```|<!--[\s\S]*?-->/g, '');
  for (const claim of claims) {
    if (claim.page === page) prose = prose.replaceAll(sayingOf(claim.says), '');
  }
  // References, names, powers of a symbol and small counts are no figures.
  prose = prose.replaceAll(/doi:\S+|arXiv:\S+|\]\([^)]*\)|`[^`]*`/g, '');
  const folders = ['physics', 'light', 'optics', 'device', 'circuit', 'cell'];
  const known = new Set(
    folders.flatMap((folder) =>
      readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .flatMap((name) => literalsOf(`src/${folder}/${name}`)),
    ),
  );
  // A share, a thousandth, a ten-thousandth of the unit of the page.
  const inUnits = (value: number) =>
    [1, 1e-2, 1e-3, 1e2, 1e3, 1e-4].map((unit) => Number((value * unit).toPrecision(12)));
  const unknown = [...prose.matchAll(new RegExp(`(?<![\\w.^/-])${numberText}(?![\\w])`, 'g'))]
    .map(([text]) => text)
    .filter((text) => {
      const value = Math.abs(numberOf(text));
      const isYearOrCount =
        Number.isInteger(value) && (value <= 10 || (value > 1900 && value < 2030));
      return !isYearOrCount && !inUnits(value).some((one) => known.has(one));
    });
  expect(unknown).toEqual([]);
});

test.each(claims)('$page: $says', async (claim) => {
  const { page, says } = claim;
  const found = [...texts.get(page)!.matchAll(sayingOf(says))];
  expect(found, `${page} says that once`).toHaveLength(1);
  const [{ indices }] = found as [RegExpMatchArray & { indices: [number, number][] }];
  const shown = found[0]!.slice(1) as string[];
  if ('boundIn' in claim) {
    const literals = literalsOf(claim.boundIn);
    for (const text of shown) {
      expect(literals, `${text} in ${claim.boundIn}`).toContain(numberOf(text));
    }
    return;
  }
  const values = await claim.are();
  expect(values).toHaveLength(shown.length);
  const right = shown.map((text, k) => writtenLike(values[k]!, text));
  if (!renew) expect(shown).toEqual(right);
  else {
    let text = texts.get(page)!;
    for (let k = shown.length - 1; k >= 0; k--) {
      const [from, to] = indices[k + 1]!;
      text = text.slice(0, from) + right[k] + text.slice(to);
    }
    texts.set(page, text);
  }
});

test.each(pages)('%s shows no code that is not run', (page) => {
  const text = texts.get(page)!;
  const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
  expect(count(/```console/g)).toBe(consoles.filter((block) => block.page === page).length);
  expect(count(/```ts/g)).toBe(examples.filter((block) => block.page === page).length);
  expect(text, 'a run is shown in a console block').not.toContain('<!-- solarcell ');
  expect(text.replaceAll(/```[\s\S]*?```/g, ''), 'code stands in a block').not.toMatch(/^import /m);
});

test('every example is shown, and the first one is ten lines', () => {
  const files = readdirSync(join(root, 'docs/examples')).filter((name) => name.endsWith('.ts'));
  expect(files.map((name) => `docs/examples/${name}`).sort()).toEqual(
    [...new Set(examples.map(({ file }) => file))].sort(),
  );
  const first = examples.find(({ page }) => page === 'README.md')!;
  const lines = readFileSync(join(root, first.file), 'utf8').split('\n');
  expect(lines.filter((line) => line !== '').length).toBeLessThanOrEqual(10);
});

test('the page of speeds shows what benchmarks printed', () => {
  const blocks = [
    ...texts
      .get('docs/speed.md')!
      .matchAll(/<!-- bench: (\S+) -->\n(.*)\n\n```text\n([\s\S]*?)```/g),
  ];
  expect(blocks.length).toBeGreaterThan(5);
  const runs = readFileSync(join(root, 'bench/run.ts'), 'utf8');
  for (const [, name, stamp, printed] of blocks) {
    if (name!.endsWith('.ts')) expect(existsSync(join(root, name!)), name).toBe(true);
    else expect(runs, name).toMatch(new RegExp(`^  '?${name}'?: `, 'm'));
    expect(stamp, name).toMatch(/^\d{4}-\d\d-\d\d, Node \d+\.\d+\.\d+, \d+ cores, .+:$/);
    expect(printed!.trim(), name).not.toBe('');
  }
});

/** The name that a heading has in links, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

test.each([...pages, 'data/README.md'])('every link of %s leads somewhere', (page) => {
  const text = texts.get(page) ?? readFileSync(join(root, page), 'utf8');
  const prose = text.replaceAll(/```[\s\S]*?```/g, '');
  for (const [, target] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^https?:/.test(target!)) continue;
    const [file, anchor] = target!.split('#') as [string, string?];
    const path = file === '' ? page : normalize(join(dirname(page), file));
    expect(existsSync(join(root, path)), `${target} in ${page}`).toBe(true);
    if (anchor === undefined) continue;
    const headings = readFileSync(join(root, path), 'utf8').matchAll(/^#+ (.+)$/gm);
    expect([...headings].map(([, heading]) => anchorOf(heading!))).toContain(anchor);
  }
});

test('the reference of cell files is made from the schema', () => {
  const page = 'docs/cell-file.md';
  const text = texts.get(page)!;
  holds(page, text.slice(text.indexOf('## The cell')), cellReference());
});

test('every command named in README and docs exists', async () => {
  const { stdout } = await runCommand('--help');
  for (const [page, text] of texts)
    for (const [, word] of text.matchAll(
      /^(?:\$ |npm run --silent solarcell -- )?solarcell ([a-z]\w+)/gm,
    ))
      expect(stdout, page).toMatch(new RegExp(`^ +solarcell ${word}\\b`, 'm'));
});
