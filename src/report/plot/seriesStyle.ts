/** How a series is told from others: by colour, and again by dash and symbol. */
export interface SeriesStyle {
  /** Of the palette of Okabe and Ito, which eyes of all kinds tell apart. */
  readonly color: string;
  /** The nearest of the 256 colours of a terminal. */
  readonly ansi: number;
  /** Lengths of dashes and gaps; empty for a line without. */
  readonly dash: string;
  readonly symbol: 'circle' | 'triangle' | 'square' | 'diamond' | 'cross' | 'star' | 'wye';
  /** The symbol as a character. */
  readonly glyph: string;
}

/**
 * The styles, from the one that is used first.
 *
 * @see M. Okabe, K. Ito, Color Universal Design (2008), https://jfly.uni-koeln.de/color/
 */
export const styles = {
  blue: { color: '#0072B2', ansi: 32, dash: '', symbol: 'circle', glyph: '●' },
  vermilion: { color: '#D55E00', ansi: 166, dash: '7 3', symbol: 'triangle', glyph: '▲' },
  green: { color: '#009E73', ansi: 36, dash: '2 3', symbol: 'square', glyph: '■' },
  purple: { color: '#CC79A7', ansi: 175, dash: '9 3 2 3', symbol: 'diamond', glyph: '◆' },
  orange: { color: '#E69F00', ansi: 214, dash: '5 2', symbol: 'cross', glyph: '+' },
  sky: { color: '#56B4E9', ansi: 74, dash: '1 2', symbol: 'star', glyph: '★' },
  grey: { color: '#7F7F7F', ansi: 245, dash: '4 4', symbol: 'wye', glyph: '×' },
} as const satisfies Record<string, SeriesStyle>;

/** Cells that ship have the same colour in every picture. */
const ofCells: Readonly<Record<string, SeriesStyle>> = {
  shj: styles.blue,
  topcon: styles.vermilion,
  perc: styles.green,
  'al-bsf': styles.purple,
};

/** In the order in which other cells get them. */
const order: readonly SeriesStyle[] = Object.values(styles);

/**
 * Styles of cells: those that ship have their own, others what is free, in order.
 *
 * @param names of all cells of a picture
 * @returns by name
 */
export function cellStyles(names: readonly string[]): ReadonlyMap<string, SeriesStyle> {
  const taken = new Set(names.map((name) => ofCells[name]).filter((style) => style !== undefined));
  const free = [...order.slice(4), ...order.slice(0, 4)].filter((style) => !taken.has(style));
  let next = 0;
  return new Map(
    names.map((name) => [name, ofCells[name] ?? free[next++ % free.length] ?? styles.grey]),
  );
}

/** Style of the n-th series of a picture whose series are no cells. */
export function seriesStyle(n: number): SeriesStyle {
  return order[n % order.length]!;
}

/** Fills of stacked layers: a colour and a mark that no neighbour has. */
export const fills = [
  { color: '#E69F00', ansi: 214, glyph: '▒' },
  { color: '#CC79A7', ansi: 175, glyph: '+' },
  { color: '#56B4E9', ansi: 74, glyph: 'o' },
  { color: '#F0E442', ansi: 227, glyph: '%' },
  { color: '#D55E00', ansi: 166, glyph: 'x' },
  { color: '#8C6BB1', ansi: 97, glyph: '=' },
  { color: '#7FBF7B', ansi: 108, glyph: '*' },
  { color: '#B35806', ansi: 130, glyph: '#' },
  { color: '#80CDC1', ansi: 116, glyph: '~' },
  { color: '#A6A6A6', ansi: 247, glyph: '&' },
] as const;
