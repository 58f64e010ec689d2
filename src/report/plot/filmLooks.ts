import type { StackLayer } from './figure.ts';
import { fills } from './seriesStyle.ts';

/** How an area or a film is told from others. */
export type FilmLook = Pick<StackLayer, 'color' | 'ansi' | 'glyph'>;

/** What a module has around its cells looks the same on both sides, and as no film of the cell. */
const covers: Readonly<Record<string, FilmLook>> = {
  'glass-coating': { color: '#5A8F8A', ansi: 66, glyph: '"' },
  glass: { color: '#A8D8D0', ansi: 152, glyph: '~' },
  encapsulant: { color: '#A6A6A6', ansi: 247, glyph: '&' },
};

/**
 * Looks of the films of a cell, so that a film looks the same in every picture of it: by its place
 * in the order of the light. What belongs to neither side comes after them.
 *
 * @param names of all films, those of a side in the order of the light: `front.tco`, `rear.p`
 */
export function filmLooks(names: readonly string[]): ReadonlyMap<string, FilmLook> {
  const cover = (name: string) => covers[name.replace(/^(front|rear)\./, '')];
  const rank = (name: string) => ['front.', 'rear.', ''].findIndex((side) => name.startsWith(side));
  const films = names.filter((name) => cover(name) === undefined);
  films.sort((a, b) => rank(a) - rank(b));
  return new Map(
    names.map((name) => [name, cover(name) ?? fills[films.indexOf(name) % fills.length]!]),
  );
}
