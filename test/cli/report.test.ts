import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lengthNote } from '../../cli/runReport.ts';
import type { CompareDocument } from '../../src/report/compareDocument.ts';
import { modelsDocument } from '../../src/report/modelsDocument.ts';
import { hasChromium, launchChromium } from '../browser/chromium.ts';
import { expectRefused, runCommand } from './runCommand.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
let folder = '';
let path = '';
let page = '';
let printed = '';
let compared: CompareDocument;

/** A cell file in which every text tries to become a part of the page. */
const attack = `"><script>document.title='lost'</script><img src=http://example.org/x>`;
function hostileCell(): string {
  const text = readFileSync(join(root, 'data/cells/perc.yaml'), 'utf8');
  return text
    .replace(/^name: .*$/m, 'name: mine')
    .replace(/^title: .*$/m, `title: ${JSON.stringify(attack)}`)
    .replace(/^sources:$/m, `sources:\n  bad: ${JSON.stringify(`${attack} doi:10.1000/1<b>`)}`);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'solarcell-'));
  path = join(folder, 'report.html');
  const cell = join(folder, 'mine <b>.yaml');
  writeFileSync(cell, hostileCell());
  const report = await runCommand('report', 'shj', cell, '--output', path);
  expect(report).toEqual({ exitCode: 0, stdout: '', stderr: `wrote ${path}\n` });
  page = readFileSync(path, 'utf8');
  const words = ['compare', 'shj', cell, '--profile', 'summer-day', '--format', 'json'];
  printed = (await runCommand(...words)).stdout;
  compared = JSON.parse(printed) as CompareDocument;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('the page is one file under 1.5 MB that fetches nothing', () => {
  // What a page has once, and what each cell adds: twelve cells stay below 1.5 MB.
  const [once, each] = [0.06e6, 0.115e6];
  expect(statSync(path).size).toBeLessThan(once + 2 * each);
  expect(once + 12 * each).toBeLessThan(1.5e6);
  expect(lengthNote(1.5e6)).toBeUndefined();
  expect(lengthNote(1_620_000)).toBe('note: 1.62 MB; with fewer cells the page stays under 1.5 MB');
  const addresses = [...page.matchAll(/\s(?:href|src|action|poster|data|srcset)="([^"]*)"/g)];
  for (const [, address] of addresses) {
    expect(address).toMatch(/^(https:\/\/doi\.org\/10\.|#|data:(text\/csv|application\/json|,))/);
  }
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
  expect(style).not.toMatch(/url\(|@import/);
  expect(page).not.toMatch(/<(link(?! rel="icon" href="data:,")|iframe|object|embed|base)\b/);
  const script = page.slice(page.lastIndexOf('<script>'));
  expect(script).not.toMatch(/fetch\(|XMLHttpRequest|import\(|WebSocket|localStorage/);
});

test('every number is one', () => {
  const packed = /<script type="text\/plain" id="narrow-drawings">([^<]*)<\/script>/;
  // What is packed may hold any letters; unpacked it is drawings.
  const drawings = inflateRawSync(Buffer.from(packed.exec(page)![1]!, 'base64')).toString();
  expect(Object.keys(JSON.parse(drawings))).toContain('shj-eqe');
  const plain = page.replace(packed, '').replace(/<script>[\s\S]*?<\/script>/g, '');
  for (const text of [plain, drawings]) expect(text).not.toMatch(/NaN|undefined|Infinity/);
});

test('what is written in a cell file stays text', () => {
  expect(page).not.toContain('<script>document');
  expect(page).not.toContain('<img');
  expect(page).toContain('&lt;script&gt;document.title=&#39;lost&#39;&lt;/script&gt;');
});

test('the comparison that the page saves is the JSON of compare, byte for byte', () => {
  const saved = /download="comparison.json" href="data:application\/json;charset=utf-8,([^"]*)"/;
  expect(decodeURIComponent(saved.exec(page)![1]!)).toBe(printed);
});

test('heads, landmarks and names are in order', () => {
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page.match(/<h1>/g)).toHaveLength(1);
  for (const landmark of ['header', 'nav', 'main', 'footer']) {
    expect(page.match(new RegExp(`<${landmark}\\b`, 'g'))).toHaveLength(1);
  }
  const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
  levels.forEach((level, k) => {
    if (k > 0) expect(level - levels[k - 1]!).toBeLessThanOrEqual(1);
  });
  const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/\s(?:href="#|aria-(?:labelled|described)by=")([^"]*)"/g))
    expect(ids).toContain(target);
});

test('every model that the cells use is named with its reference, chosen or not', () => {
  const table = /<caption>Models that the cells use<\/caption>[\s\S]*?<\/table>/.exec(page)![0];
  const rows = [...table.matchAll(/<tr><th scope="row">[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, text]) =>
      text!.replace(/<[^>]*>/g, ''),
    ),
  );
  const usersOf = (name: string) => rows.find((row) => row[1] === name)?.[2];
  for (const name of ['schenk1998', 'klaassen1992', 'richter2012', 'fermi-dirac']) {
    expect(usersOf(name)).toBe('shj, mine');
  }
  expect(usersOf('tails, dangling bonds')).toBe('shj');
  expect(usersOf('wu1979')).toBe('shj, mine');
  expect(usersOf('gaussian')).toBe('mine');
  expect(usersOf('amphoteric bonds')).toBeUndefined();
  const known = modelsDocument().models;
  for (const [model, name, , reference] of rows) {
    const entities = { '&#39;': "'", '&gt;': '>', '&amp;': '&' } as const;
    const plain = reference!.replace(/&(?:#39|gt|amp);/g, (code) => entities[code as '&gt;']);
    expect(known).toContainEqual(expect.objectContaining({ model, name, reference: plain }));
  }
});

test('light on both sides and the cells in a module are told as the commands tell them', async () => {
  const csv = (file: string) => {
    const saved = new RegExp(`download="${file}" href="data:text/csv;charset=utf-8,([^"]*)"`);
    const [heads, ...lines] = decodeURIComponent(saved.exec(page)![1]!).trimEnd().split('\n');
    const keys = heads!.split(',');
    return lines.map((line) =>
      Object.fromEntries(line.split(',').map((value, k) => [keys[k], Number(value) || value])),
    );
  };
  const json = async (line: string) =>
    JSON.parse((await runCommand(...line.split(' '), '--format', 'json')).stdout);
  const { bifacial } = await json('simulate shj --rear-irradiance 200');
  expect(csv('both-sides.csv')[0]).toEqual({ cell: 'shj', ...bifacial });
  const optics = await json('optics shj --encapsulated');
  expect(csv('module.csv')[0]).toMatchObject({
    cell: 'shj',
    cell_to_module: optics.cell_to_module,
    wafer_in_module_mA_cm2: optics.budget_mA_cm2.wafer,
    phi_pmax: optics.bifaciality.pmax,
  });
  expect(page).toContain('absorbed in front.encapsulant');
  expect(page).toContain('optical constants glass of a module');
});

test('every figure there is to show is in it', () => {
  const names = [...page.matchAll(/<figure class="plot" id="([^"]*)"/g)].map(([, id]) => id);
  expect(names).toEqual([
    'compare',
    'at-terminals',
    'at-temperatures',
    'at-light',
    ...['shj', 'mine'].flatMap((cell) =>
      ['stack', 'eqe', 'photons', 'losses', 'bands'].map((name) => `${cell}-${name}`),
    ),
  ]);
});

// Modules, whose insides are not known, take no time to calculate.
test('over a year: months, causes, the models that were chosen, the JSON of compare', async () => {
  const file = join(folder, 'year.html');
  const year = [
    ...['--module', 'Panasonic EVPV370', '--module', 'REC270TP', '--clear-sky', '--latitude', '47'],
    ...['--longitude', '8', '--temperature-model', 'noct', '--inverter', '0.96'],
  ];
  const { stderr } = await runCommand('report', ...year, '--output', file);
  expect(stderr).toBe(`wrote ${file}\n`);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(
    '<title>Panasonic EVPV370 and REC REC270TP: a year under a clear sky</title>',
  );
  const figures = [...text.matchAll(/<figure class="plot" id="([^"]*)"/g)].map(([, id]) => id);
  expect(figures).toEqual(['monthly', 'causes']);
  expect(text).not.toMatch(/id="(terminals|cells)"/);
  expect(text).toContain('NREL/TP-6A20-67399');
  expect(text).toContain('doi.org/10.2172/1158421');
  expect(text).not.toContain('doi.org/10.1002/pip.813');
  const { stdout } = await runCommand('compare', ...year, '--format', 'json');
  const saved = /download="comparison.json" href="data:application\/json;charset=utf-8,([^"]*)"/;
  expect(decodeURIComponent(saved.exec(text)![1]!)).toBe(stdout);
});

test.each([
  ['report --tilt 30 --output r.html', '--tilt needs --weather FILE, --site NAME or --clear-sky'],
  ['report --plot --output r.html', 'unknown option --plot'],
  ['report --profile summer-day --irradiance 800', '--profile and --irradiance exclude each other'],
  ['report nosuch --output r.html', 'unknown cell "nosuch"'],
  ['report shj --output r.pdf', 'a report is written as .html or .htm'],
])('%s is refused in one line', (line, said) => expectRefused(line.split(' '), said));

describe.runIf(hasChromium)('in a browser', () => {
  let browser: Browser;
  let shown: Page;
  const wrong: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    shown = await browser.newPage({
      viewport: { width: 1200, height: 900 },
      colorScheme: 'light',
    });
    shown.on('console', (message) => wrong.push(message.text()));
    shown.on('pageerror', (error) => wrong.push(error.message));
    shown.on('request', (request) => {
      if (request.url() !== pathToFileURL(path).href) wrong.push(request.url().slice(0, 80));
    });
    await shown.goto(pathToFileURL(path).href);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('it says nothing on the console, asks for nothing and is what it was made as', async () => {
    expect(wrong).toEqual([]);
    expect(await shown.title()).toBe('shj and mine: a day of light, summer-day');
  });

  test('its figures are those of the JSON', async () => {
    const cards = await shown.locator('.cards .value').allTextContents();
    expect(cards.map((text) => Number.parseFloat(text))).toEqual(
      compared.results.map(({ energy_kWh_m2 }) => Number(energy_kWh_m2!.toFixed(3))),
    );
    const cells = await shown.locator('#result table tbody tr').allTextContents();
    const told = await Promise.all(
      cells.map((_, k) =>
        shown.locator('#result table tbody tr').nth(k).locator('td').allTextContents(),
      ),
    );
    expect(told.map((row) => row.slice(0, 5).map(Number))).toEqual(
      compared.results.map((result) => [
        Number(result.voc_V.toFixed(4)),
        Number(result.jsc_mA_cm2.toFixed(2)),
        Number(result.ff_pct.toFixed(2)),
        Number(result.efficiency_pct.toFixed(2)),
        Number(result.pmax_W_m2.toFixed(1)),
      ]),
    );
  });

  test('the pointer shows the values of a figure: those of the JSON', async () => {
    const drawing = shown.locator('#compare .wide');
    await drawing.locator('g[data-mark="bar"] rect').first().hover();
    const energy = await drawing.locator('.tip').innerText();
    expect(energy.split('\n')[0]).toBe('shj');
    expect(Number(/Energy ([\d.]+) kWh/.exec(energy)![1])).toBeCloseTo(
      compared.results[0]!.energy_kWh_m2!,
      3,
    );
    // At short circuit, where the J-V curves begin.
    const curves = shown.locator('#at-terminals .wide');
    await curves.scrollIntoViewIfNeeded();
    const box = (await curves.boundingBox())!;
    await shown.mouse.move(box.x + 64, box.y + 120);
    const tip = await curves.locator('.tip').innerText();
    const [, shj, mine] = /Voltage 0 V\n.*mA\/cm²\nshj ([\d.]+)\nmine ([\d.]+)$/.exec(tip)!;
    expect(Number(shj)).toBeCloseTo(compared.results[0]!.jsc_mA_cm2, 2);
    expect(Number(mine)).toBeCloseTo(compared.results[1]!.jsc_mA_cm2, 2);
    await shown.mouse.move(2, 2);
    expect(await curves.locator('.tip').isHidden()).toBe(true);
  });

  test('arrow keys read a figure from point to point and from panel to panel', async () => {
    const drawing = shown.locator('#shj-bands .wide');
    const tip = drawing.locator('.tip');
    await drawing.focus();
    await shown.keyboard.press('ArrowRight');
    expect(await tip.innerText()).toMatch(
      /^Depth 0 nm\nEnergy, eV\nEc −?\d.*\nEfn .*\nEfp .*\nEv /,
    );
    await shown.keyboard.press('ArrowDown');
    expect(await tip.innerText()).toMatch(/^Depth 0 µm\n/);
    await shown.keyboard.press('End');
    expect(await tip.innerText()).toMatch(/^Depth 130\.\d+ µm\n/);
    await shown.keyboard.press('Escape');
    expect(await tip.isHidden()).toBe(true);
  });

  test('a figure saves its numbers', async () => {
    const [saved] = await Promise.all([
      shown.waitForEvent('download'),
      shown.locator('#at-temperatures .tools button').click(),
    ]);
    expect(saved.suggestedFilename()).toBe('at-temperatures.csv');
    const [head, ...lines] = readFileSync(await saved.path(), 'utf8')
      .trimEnd()
      .split('\n');
    expect(head).toBe('panel,series,temperature_C,efficiency_pct,relative_pct');
    const at25 = lines.find((line) => line.startsWith('1,shj,25,'))!;
    expect(Number(at25.split(',')[3])).toBeCloseTo(compared.results[0]!.efficiency_pct, 4);
  });

  test('a cell file comes out as it went in', async () => {
    await shown.locator('#inputs summary', { hasText: 'Cell file of mine' }).click();
    const [saved] = await Promise.all([
      shown.waitForEvent('download'),
      shown.locator('details[open] .tools button').click(),
    ]);
    expect(saved.suggestedFilename()).toBe('mine.yaml');
    expect(readFileSync(await saved.path(), 'utf8')).toBe(hostileCell());
  });

  test('the button turns the theme, and the system sets it', async () => {
    const ground = () =>
      shown.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    expect(light).toBe('rgb(255, 255, 255)');
    await shown.getByRole('button', { name: 'Switch to the dark theme' }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await shown.getByRole('button', { name: 'Switch to the light theme' }).click();
    expect(await ground()).toBe(light);
    await shown.evaluate('delete document.documentElement.dataset.theme');
    await shown.emulateMedia({ colorScheme: 'dark' });
    expect(await ground()).toBe(dark);
    await shown.emulateMedia({ media: 'print' });
    expect(await ground()).toBe(light);
    await shown.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  test('text stands out from the page in both themes, as WCAG wants it for small text', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await shown.emulateMedia({ colorScheme });
      for (const colour of ['--ink', '--soft', '--link']) {
        const [text, page] = await shown.evaluate<string[]>(
          `['${colour}', '--paper'].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name))`,
        );
        expect(contrast(text!, page!)).toBeGreaterThan(4.5);
      }
    }
    await shown.emulateMedia({ colorScheme: 'light' });
  });

  test.each([390, 320])('on a screen %i px wide nothing stands over its edge', async (width) => {
    await shown.setViewportSize({ width, height: 844 });
    expect(await shown.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await shown.locator('#shj-eqe .narrow').waitFor({ state: 'visible' });
    expect(await shown.locator('#shj-eqe .wide').isVisible()).toBe(false);
    await shown.setViewportSize({ width: 1200, height: 900 });
    expect(await shown.locator('#shj-eqe .wide').isVisible()).toBe(true);
  });

  test('on a phone a figure is read under the finger, and it holds the numbers of the wide one', async () => {
    await shown.setViewportSize({ width: 390, height: 844 });
    const narrow = shown.locator('#at-terminals .narrow');
    await narrow.waitFor({ state: 'visible' });
    await narrow.focus();
    await shown.keyboard.press('Home');
    const [, shj] = /^Voltage 0 V\n.*mA\/cm²\nshj ([\d.]+)\n/.exec(
      await narrow.locator('.tip').innerText(),
    )!;
    expect(Number(shj)).toBeCloseTo(compared.results[0]!.jsc_mA_cm2, 2);
    await shown.keyboard.press('Escape');
    await shown.setViewportSize({ width: 1200, height: 900 });
  });

  // https://github.com/dequelabs/axe-core: WCAG 2.2, levels A and AA, and its best practices.
  test.each([
    ['light', 1200],
    ['dark', 1200],
    ['light', 390],
  ] as const)(
    'axe finds nothing to say, %s, %i px wide',
    async (colorScheme, width) => {
      await shown.emulateMedia({ colorScheme });
      await shown.setViewportSize({ width, height: 900 });
      if (width < 640) await shown.locator('#mine-bands .narrow').waitFor({ state: 'visible' });
      await shown.evaluate(axe.source);
      const found = await shown.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        'axe.run().then(({ violations }) => violations)',
      );
      expect(found.map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0]!.html}`)).toEqual([]);
      await shown.emulateMedia({ colorScheme: 'light' });
      await shown.setViewportSize({ width: 1200, height: 900 });
    },
    30_000,
  );

  test('the keyboard reaches all that acts, in the order of reading, and shows where it is', async () => {
    // Tab goes on from where the keyboard was last, even where nothing has the focus.
    await shown.evaluate(`document.querySelector('.skip').focus()`);
    const wanted = await shown.evaluate<number>(
      `[...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')].filter((one) => one.checkVisibility()).length`,
    );
    let [last, seen] = [-1, 1];
    for (; ; seen++) {
      await shown.keyboard.press('Tab');
      const [index, outline] = await shown.evaluate<[number, string]>(
        `[[...document.querySelectorAll('*')].indexOf(document.activeElement), getComputedStyle(document.activeElement).outlineStyle]`,
      );
      if (index <= last) break;
      expect(outline).not.toBe('none');
      last = index;
    }
    expect(seen).toBe(wanted);
  });

  test('after all that the console is still empty, and nothing was asked for', () => {
    expect(wrong).toEqual([]);
  });
});

/** Contrast of two colours, #rrggbb, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const hex = colour.trim().slice(1);
    const long = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    const [r, g, b] = [0, 2, 4].map((at) => {
      const share = Number.parseInt(long.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (a! + 0.05) / (b! + 0.05);
}
