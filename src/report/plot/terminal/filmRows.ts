import { type Film, type FilmPanel, thicknessText } from '../figure.ts';
import type { TextOptions } from './textOptions.ts';

const boxWidth = 18;

/** Draws a stack with characters: a row a film, more for the wafer, names beside them. */
export function filmRows({ films, front, rear }: FilmPanel, options: TextOptions): string[] {
  const { width, paint, color } = options;
  const names = Math.max(...films.map(({ name }) => [...name].length));
  const sizes = Math.max(...films.map((film) => [...sizeOf(film)].length));
  const box = (film: Film) => {
    const fill = color ? '█' : film.glyph;
    return `│${paint(fill.repeat(boxWidth), film.ansi)}│`;
  };
  const rows = films.flatMap((film) => {
    const size = sizeOf(film).padStart(sizes);
    const label = `${film.name.padEnd(names)}  ${size}  ${film.detail}`;
    const row = ` ${box(film)}  ${label}`;
    const shown =
      [...label].length + boxWidth + 5 > width
        ? ` ${box(film)}  ${film.name.padEnd(names)}  ${size}`
        : row;
    if (!film.isWafer) return [shown];
    const cut = ` ${'≈'.repeat(boxWidth + 2)}`;
    return [` ${box(film)}`, cut, shown, cut, ` ${box(film)}`];
  });
  const face = (shape: FilmPanel['front'], up: boolean) => {
    if (shape === 'planar') return up ? ` ┌${'─'.repeat(boxWidth)}┐` : ` └${'─'.repeat(boxWidth)}┘`;
    const peaks = (shape === 'pyramids') === up ? '╱╲' : '╲╱';
    return `  ${peaks.repeat(boxWidth / 2)}`;
  };
  return [
    `${' '.repeat(2 + boxWidth / 2 - 3)}↓  ↓  ↓  light`,
    face(front, true),
    ...rows,
    face(rear, false),
  ];
}

function sizeOf({ thickness }: Film): string {
  return thickness === undefined ? '' : thicknessText(thickness);
}
