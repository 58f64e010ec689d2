import { axisTitle, type Bar, type BarPanel } from '../figure.ts';
import { barCategories, barSeries } from '../panelData.ts';
import { axisDomain, tickText } from '../ticks.ts';
import { curveText } from './curveText.ts';
import type { TextOptions } from './textOptions.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * Draws bars with blocks, a line each; standing ones, which would be too many lines, as points over
 * their categories.
 */
export function barRows(panel: BarPanel, options: TextOptions): string[] {
  return panel.direction === 'standing' ? overCategories(panel, options) : lying(panel, options);
}

function lying(panel: BarPanel, { width, paint }: TextOptions): string[] {
  const { bars, value } = panel;
  const several = barSeries(panel).length > 1;
  const texts = bars.map(textOf);
  const names = bars.map(({ category, series, style }, k) => {
    if (!several) return category;
    const first = bars[k - 1]?.category !== category;
    return { first, category, series, glyph: style.glyph };
  });
  const nameWidth = Math.max(...bars.map(({ category }) => [...category].length));
  const seriesWidth = several ? 3 + Math.max(...bars.map(({ series }) => [...series].length)) : 0;
  const textWidth = Math.max(...texts.map((text) => [...text].length));
  const room = Math.max(8, width - nameWidth - seriesWidth - textWidth - 4);
  const [low, high] = axisDomain(
    { ...value, tight: true },
    bars.flatMap(({ from, to }) => [from, to]),
  );
  const place = (at: number) => ((at - low) / (high - low)) * room;
  const rows = bars.map((bar, k) => {
    const name = names[k]!;
    const head =
      typeof name === 'string'
        ? name.padStart(nameWidth)
        : `${(name.first ? name.category : '').padStart(nameWidth)} `;
    const series =
      typeof name === 'string'
        ? ''
        : `${paint(name.glyph, bar.style.ansi)} ${name.series.padEnd(seriesWidth - 2)}`;
    const [left, right] = [place(Math.min(bar.from, bar.to)), place(Math.max(bar.from, bar.to))];
    const start = Math.round(left);
    const parts = Math.max(Math.round((right - start) * 8), bar.from === bar.to ? 0 : 1);
    const drawn = '█'.repeat(Math.floor(parts / 8)) + eighths[parts % 8]!;
    const block = `${' '.repeat(start)}${paint(drawn, bar.style.ansi)}`;
    return `${head}${series} ${block} ${texts[k]!}`.trimEnd();
  });
  const spaced = several
    ? rows.flatMap((row, k) =>
        k > 0 && bars[k]!.category !== bars[k - 1]!.category ? ['', row] : [row],
      )
    : rows;
  const categories = barCategories(panel).length;
  return categories === 0 ? [] : [axisTitle(value), ...spaced];
}

function textOf({ text, from, to }: Bar): string {
  return text ?? tickText(Number((to - from).toPrecision(4)));
}

function overCategories(panel: BarPanel, options: TextOptions): string[] {
  const categories = barCategories(panel);
  const { bars, value, category } = panel;
  const curves = barSeries(panel).map((name) => {
    const own = bars.filter(({ series }) => series === name);
    return {
      name: name === '' ? value.quantity : name,
      style: own[0]!.style,
      points: own.map((bar) => [categories.indexOf(bar.category) + 1, bar.to] as const),
    };
  });
  const ends: readonly [number, number] = [0.5, categories.length + 0.5];
  const x = { quantity: category.quantity, unit: '', key: category.key, domain: ends };
  const ticks = categories.map((text, k) => ({ at: k + 1, text }));
  return curveText({ kind: 'curves', x, y: value, curves }, options, ticks);
}
