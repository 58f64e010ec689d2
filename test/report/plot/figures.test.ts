import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { loadCell } from '../../../src/node/loadCell.ts';
import { renderPng } from '../../../src/node/renderPng.ts';
import { svgDocument } from '../../../src/node/svgDocument.ts';
import { axisTitle, type Figure, thicknessText } from '../../../src/report/plot/figure.ts';
import { figureCsv } from '../../../src/report/plot/figureCsv.ts';
import { compareFigure } from '../../../src/report/plot/figures/compareFigure.ts';
import { irradianceFigure } from '../../../src/report/plot/figures/irradianceFigure.ts';
import { limitFigure } from '../../../src/report/plot/figures/limitFigure.ts';
import { photonsFigure } from '../../../src/report/plot/figures/photonsFigure.ts';
import { ratingFigure } from '../../../src/report/plot/figures/ratingFigure.ts';
import { stackFigure } from '../../../src/report/plot/figures/stackFigure.ts';
import { sweepFigure } from '../../../src/report/plot/figures/sweepFigure.ts';
import { temperaturesFigure } from '../../../src/report/plot/figures/temperaturesFigure.ts';
import { terminalsFigure } from '../../../src/report/plot/figures/terminalsFigure.ts';
import { causesFigure, monthlyFigure } from '../../../src/report/plot/figures/yearFigures.ts';
import { barCategories, barSeries } from '../../../src/report/plot/panelData.ts';
import { simulateFigures } from '../../../src/report/plot/simulateFigures.ts';
import { compactDrawing } from '../../../src/report/plot/svg/compactDrawing.ts';
import { figureSvg } from '../../../src/report/plot/svg/figureSvg.ts';
import type { PlotDocument } from '../../../src/report/plot/svg/plotDocument.ts';
import { svgText } from '../../../src/report/plot/svg/svgText.ts';
import { figureText } from '../../../src/report/plot/terminal/figureText.ts';
import { tickFormat } from '../../../src/report/plot/ticks.ts';
import {
  comparedOnce,
  comparedOver,
  light,
  limits,
  rating,
  simulated,
  sweepTables,
  year,
} from './documents.ts';

const names = [
  'jv',
  'eqe',
  'suns-voc',
  'bands',
  'lifetime',
  'losses',
  'temperature',
  'photons',
  'terminals',
  'temperatures',
  'stack',
  'compare',
  'compare-over',
  'limit',
  'rating',
  'monthly',
  'causes',
  'irradiance',
  'sweep-line',
  'sweep-map',
  'sweep-sample',
] as const;
const figures = new Map<string, Figure>();
const drawings = new Map<string, string>();
let document: PlotDocument;

beforeAll(async () => {
  document = await svgDocument();
  const cell = await simulated();
  const compared = await comparedOver();
  const over = compareFigure(compared);
  const all = [
    ...simulateFigures(cell),
    photonsFigure(cell),
    terminalsFigure([cell, { ...cell, cell: 'perc' }])!,
    temperaturesFigure([cell, { ...cell, cell: 'perc' }])!,
    stackFigure((await loadCell('topcon')).description),
    compareFigure(comparedOnce(compared)),
    { ...over, name: 'compare-over' },
    limitFigure(await limits())!,
    ratingFigure(rating),
    monthlyFigure(year),
    causesFigure(year)!,
    irradianceFigure(light),
    ...sweepTables.map(({ name, table, inputs }) => ({
      ...sweepFigure(table, { title: 'A sweep', inputs, output: 'efficiency_pct' }),
      name,
    })),
  ];
  for (const figure of all) {
    figures.set(figure.name, figure);
    drawings.set(figure.name, figureSvg(figure, { document }).outerHTML);
  }
}, 60_000);

/** Texts of an SVG file, in order. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([\s\S]*?)<\/text>/g)].map((match) =>
    match[1]!
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}

test('there is a figure for every result that has a picture', () => {
  expect([...figures.keys()]).toEqual([...names]);
});

test.each(names)('the SVG of %s says what it shows, in text', (name) => {
  const figure = figures.get(name)!;
  const svg = drawings.get(name)!;
  const texts = textsOf(svg);
  expect(texts[0]).toBe(figure.title);
  if (figure.subtitle) expect(texts[1]).toBe(figure.subtitle);
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|<style|<script|href=|url\(/);
  for (const panel of figure.panels) {
    if (panel.title !== undefined) expect(texts).toContain(panel.title);
    if (panel.kind === 'films') {
      for (const { name, thickness } of panel.films) {
        expect(texts.some((text) => text.startsWith(`${name}  ${thicknessText(thickness!)}`))).toBe(
          true,
        );
      }
      continue;
    }
    const axes = panel.kind === 'bars' ? [panel.value] : [panel.x, panel.y];
    for (const axis of axes.filter(({ shared }) => !shared))
      expect(texts).toContain(axisTitle(axis));
    if (panel.kind === 'curves') {
      const named = panel.curves.filter(({ unnamed }) => !unnamed);
      for (const { name } of [...named, ...(panel.stack?.layers ?? [])]) {
        expect(texts).toContain(name);
      }
      for (const { text, unnamed } of panel.spots ?? []) {
        if (!unnamed) expect(texts).toContain(text);
      }
      for (const { name } of panel.spans ?? []) expect(texts).toContain(name);
    }
    if (panel.kind === 'bars') {
      for (const category of barCategories(panel)) expect(texts).toContain(category);
      const series = barSeries(panel);
      if (series.length > 1) for (const one of series) expect(texts).toContain(one);
    }
  }
});

test.each(names)('the SVG of %s has a mark for each thing that is drawn', (name) => {
  const figure = figures.get(name)!;
  const svg = drawings.get(name)!;
  const count = (pattern: RegExp) => svg.match(pattern)?.length ?? 0;
  const panels = figure.panels;
  const curves = panels.flatMap((panel) => (panel.kind === 'curves' ? panel.curves : []));
  const layers = panels.flatMap((panel) =>
    panel.kind === 'curves' ? (panel.stack?.layers ?? []) : [],
  );
  const bars = panels.reduce((sum, p) => sum + (p.kind === 'bars' ? p.bars.length : 0), 0);
  const cells = panels.reduce((sum, p) => sum + (p.kind === 'heat' ? p.cells.length : 0), 0);
  // Each name of a legend has a piece of its line beside it.
  const named = figure.legend ? new Set(curves.map((curve) => curve.name)).size : 0;
  const lines = curves.filter(({ dots }) => !dots).length + named;
  expect(count(/aria-label="line"/g)).toBe(lines);
  expect(count(/aria-label="area"/g)).toBe(layers.length);
  const groups = svg.split('aria-label="').filter((part) => /^(bar|cell)"/.test(part));
  const rects = groups.reduce((sum, part) => sum + part.split('<rect').length - 1, 0);
  expect(rects).toBe(bars + cells);
});

test.each(names)('lines of %s differ in colour, dash and symbol', (name) => {
  for (const panel of figures.get(name)!.panels) {
    if (panel.kind !== 'curves') continue;
    for (const key of ['color', 'glyph', 'dash'] as const) {
      const used = panel.curves.map(({ style }) => style[key]);
      expect(new Set(used).size).toBe(used.length);
    }
  }
});

test.each(names)('the CSV of %s holds each number of the picture', (name) => {
  const figure = figures.get(name)!;
  const [head, ...lines] = figureCsv(figure).trimEnd().split('\n');
  expect(head).toMatch(/^panel,/);
  const points = figure.panels.reduce((sum, panel) => {
    if (panel.kind === 'bars') return sum + panel.bars.length;
    if (panel.kind === 'heat') return sum + panel.cells.length;
    if (panel.kind === 'films') return sum + panel.films.length;
    const { curves, stack, spots = [] } = panel;
    const stacked = (stack?.layers.length ?? 0) * (stack?.x.length ?? 0);
    return sum + curves.reduce((n, curve) => n + curve.points.length, 0) + stacked + spots.length;
  }, 0);
  expect(lines).toHaveLength(points);
});

test('ticks of a linear axis have the same decimals', () => {
  const written = (ticks: number[], scale?: 'log') =>
    ticks.map(tickFormat(scale === undefined ? {} : { scale }, ticks));
  expect(written([24.6, 24.65, 24.7])).toEqual(['24.60', '24.65', '24.70']);
  expect(written([-1, 0, 1])).toEqual(['−1', '0', '1']);
  expect(written([0, 100000, 200000])).toEqual(['0', '10⁵', '2·10⁵']);
  expect(written([0.01, 1, 100], 'log')).toEqual(['0.01', '1', '100']);
});

test('a cell has the same colour in every picture', () => {
  const once = figures.get('compare')!.panels[0]!;
  const over = figures.get('compare-over')!.panels[0]!;
  const months = figures.get('monthly')!.panels[0]!;
  if (once.kind !== 'bars' || over.kind !== 'curves' || months.kind !== 'bars') throw new Error();
  for (const cell of ['shj', 'perc']) {
    const color = over.curves.find((curve) => curve.name === cell)!.style.color;
    expect(once.bars.find((bar) => bar.category === cell)!.style.color).toBe(color);
    expect(months.bars.find((bar) => bar.series === cell)!.style.color).toBe(color);
  }
});

test('the steps of the waterfall lead from the limit to what is delivered', () => {
  const panel = figures.get('losses')!.panels[0]!;
  if (panel.kind !== 'bars') throw new Error();
  const [limit, ...steps] = panel.bars;
  const delivered = steps.pop()!;
  let level = limit!.to;
  for (const step of steps) {
    expect(step.to).toBeCloseTo(level, 9);
    level = step.from;
  }
  expect(level).toBeCloseTo(delivered.to, 5);
});

test('the stacked shares of the photons reach one, but for layers too thin to see', () => {
  const panel = figures.get('eqe')!.panels[0]!;
  if (panel.kind !== 'curves') throw new Error();
  const { x, layers } = panel.stack!;
  x.forEach((_, k) => {
    const sum = layers.reduce((total, layer) => total + layer.values[k]!, 0);
    expect(sum).toBeGreaterThan(0.99);
    expect(sum).toBeLessThan(1 + 1e-9);
  });
});

test('values under the pointer are there when they are asked for', () => {
  const figure = figures.get('jv')!;
  const plain = drawings.get('jv')!;
  const hover = figureSvg(figure, { document, hover: true, paper: 'none' }).outerHTML;
  expect(plain).not.toContain('<title>');
  expect(hover).toMatch(/<title>light\nVoltage 0 V\nCurrent density 38\.\d+ mA\/cm²<\/title>/);
  expect(hover).not.toContain('#ffffff');
});

const window = { columns: 80, rows: 30 };

test.each(names)(
  '%s in a terminal fits its width and says what it shows without colour',
  (name) => {
    const figure = figures.get(name)!;
    const text = figureText(figure, { ...window, color: false });
    const lines = text.split('\n');
    expect(lines[0]).toBe(figure.title);
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(window.columns);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(text).not.toContain('\u001b');
    for (const panel of figure.panels) {
      if (panel.kind === 'bars') {
        expect(text).toContain(axisTitle(panel.value));
        for (const category of barCategories(panel)) expect(text).toContain(category);
      } else if (panel.kind === 'films') {
        for (const { name, glyph } of panel.films) expect(text).toContain(`${glyph}│  ${name}`);
      } else {
        expect(text).toContain(axisTitle(panel.x));
        expect(text).toContain(axisTitle(panel.y));
      }
      if (panel.kind !== 'curves') continue;
      for (const { name, style, unnamed } of panel.curves) {
        if (!unnamed) expect(text).toContain(`${style.glyph} ${name}`);
        expect(text.split(style.glyph).length - 1).toBeGreaterThanOrEqual(2);
      }
    }
  },
);

test('colours of a terminal change no character of the drawing', () => {
  const figure = figures.get('jv')!;
  const plain = figureText(figure, { ...window, color: false });
  const painted = figureText(figure, { ...window, color: true });
  expect(painted).toContain('\u001b[38;5;32m');
  expect(stripVTControlCharacters(painted)).toBe(plain);
});

test('a PNG holds the text of its SVG on a machine without fonts, twice as wide', async () => {
  const draw = (text: string) =>
    renderPng(
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20" font-family="Inter, Arial">' +
        `<text x="2" y="14">${text}</text></svg>`,
    );
  const [empty, written, other] = [
    await draw(''),
    await draw('10⁻³ µm²'),
    await draw('η Δ °C ≤ −'),
  ];
  expect(new DataView(empty.buffer, empty.byteOffset).getUint32(16)).toBe(180);
  expect(written.length).toBeGreaterThan(empty.length * 3);
  expect(other.length).toBeGreaterThan(empty.length * 3);
});

test('names with & and < make a file that is XML, and text that is read as it was written', async () => {
  const name = `A & B <i> "x" 'y' &lt;`;
  const figure = { ...figures.get('monthly')!, title: name };
  const svg = svgText(figureSvg(figure, { document }));
  expect(svg).toContain(`aria-label="A &amp; B &lt;i> &quot;x&quot; 'y' &lt;`);
  expect(textsOf(svg)[0]).toBe(`A & B <i> "x" 'y' &lt;`);
  expect((await renderPng(svg)).length).toBeGreaterThan(1000);
  const plain = figures.get('monthly')!;
  expect(svgText(figureSvg(plain, { document }))).toBe(drawings.get('monthly'));
});

/** A drawing as the brightness of its px, with the type that ships. */
async function pixelsOf(svg: string): Promise<Uint8Array> {
  await renderPng('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  const { Resvg } = await import('@resvg/resvg-wasm');
  const fontBuffers = [readFileSync('data/fonts/inter-regular.ttf')];
  const image = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  }).render();
  const pixels = image.pixels.filter((_, k) => k % 4 === 0);
  image.free();
  return pixels;
}

test.each(['eqe', 'bands', 'losses', 'stack', 'sweep-map'])(
  'the short drawing of %s, for a page, is the same picture',
  async (name) => {
    const draw = () => figureSvg(figures.get(name)!, { document });
    const plain = draw();
    const short = draw();
    compactDrawing(short, document);
    const [whole, less] = [svgText(plain), svgText(short)];
    expect(less.length).toBeLessThan(0.92 * whole.length);
    expect(textsOf(less)).toEqual(textsOf(whole));
    const [before, after] = [await pixelsOf(whole), await pixelsOf(less)];
    expect(after.length).toBe(before.length);
    // The edge of a disc differs by a fraction of a px, whether it is filled or drawn with a pen.
    const unlike = before.map((value, k) => Math.abs(value - after[k]!));
    expect(unlike.reduce((a, b) => Math.max(a, b))).toBeLessThan(100);
    expect(unlike.filter((off) => off > 24).length).toBeLessThan(4e-4 * before.length);
  },
);

test('a column that is not there is named, with those that are', () => {
  const { table, inputs } = sweepTables[0]!;
  const draw = () => sweepFigure(table, { title: '', inputs, output: 'eff' });
  expect(draw).toThrow('no column "eff"; there are cell, wafer.thickness_um, efficiency_pct');
});

test('solarcell/plot runs in a browser: nothing of it is of Node', async () => {
  const { metafile } = await build({
    stdin: { contents: "export * from './src/report/plot/index.ts'", resolveDir: process.cwd() },
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'browser',
    format: 'esm',
  });
  const [output] = Object.values(metafile.outputs);
  const packages = new Set(output!.imports.map(({ path }) => path));
  expect([...packages].sort()).toEqual(['@observablehq/plot', 'papaparse']);
});
