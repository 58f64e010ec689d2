import type { StackLayer } from './figure.ts';
import { fills } from './seriesStyle.ts';

/** How an area or a film is told from others. */
export type FilmLook = Pick<StackLayer, 'color' | 'ansi' | 'glyph'>;

/**
 * Looks of the films of a cell, so that a film looks the same in every picture of it: by its place
 * in the order of the light. What belongs to neither side (a cover) comes after them.
 *
 * @param names of all films, those of a side in the order of the light: `front.tco`, `rear.p`
 */
export function filmLooks(names: readonly string[]): ReadonlyMap<string, FilmLook> {
  const rank = (name: string) => ['front.', 'rear.', ''].findIndex((side) => name.startsWith(side));
  const ordered = [...names].sort((a, b) => rank(a) - rank(b));
  return new Map(ordered.map((name, k) => [name, fills[k % fills.length]!]));
}
