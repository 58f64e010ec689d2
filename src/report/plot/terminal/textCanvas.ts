/** A character with its colour of 256; none where it is plain. */
interface Cell {
  text: string;
  ansi: number | undefined;
}

/** Dots of a braille character, by column and row from the top left. */
const dots = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/**
 * Characters to draw on: lines in braille, 2 by 4 dots to a character, and text over them. Dots are
 * counted from the top left.
 */
export class TextCanvas {
  readonly width: number;
  readonly height: number;
  private readonly cells: Cell[];
  private readonly lit: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.cells = Array.from({ length: width * height }, () => ({ text: ' ', ansi: undefined }));
    this.lit = new Uint8Array(width * height);
  }

  /** Writes a text from a character on; what is outside is left out. */
  write(column: number, row: number, text: string, ansi?: number): void {
    [...text].forEach((character, k) => {
      const cell = this.at(column + k, row);
      if (!cell) return;
      cell.text = character;
      cell.ansi = ansi;
      this.lit[row * this.width + column + k] = 0;
    });
  }

  /** A straight line of dots. */
  line(x1: number, y1: number, x2: number, y2: number, ansi?: number): void {
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1))));
    for (let k = 0; k <= steps; k++) {
      this.dot(
        Math.round(x1 + ((x2 - x1) * k) / steps),
        Math.round(y1 + ((y2 - y1) * k) / steps),
        ansi,
      );
    }
  }

  private dot(x: number, y: number, ansi: number | undefined): void {
    const [column, row] = [x >> 1, y >> 2];
    const cell = this.at(column, row);
    if (!cell) return;
    const index = row * this.width + column;
    this.lit[index]! |= dots[x & 1]![y & 3]!;
    cell.text = String.fromCodePoint(0x2800 + this.lit[index]!);
    cell.ansi = ansi;
  }

  private at(column: number, row: number): Cell | undefined {
    if (column < 0 || column >= this.width || row < 0 || row >= this.height) return undefined;
    return this.cells[row * this.width + column];
  }

  /** The rows, without the spaces at their ends. */
  rows(paint: PaintText): string[] {
    return Array.from({ length: this.height }, (_, row) => {
      const cells = this.cells.slice(row * this.width, (row + 1) * this.width);
      while (cells.length > 0 && cells[cells.length - 1]!.text === ' ') cells.pop();
      let line = '';
      let run = '';
      let ansi: number | undefined;
      for (const cell of [...cells, undefined]) {
        if (cell === undefined || cell.ansi !== ansi) {
          line += run === '' ? '' : paint(run, ansi);
          run = '';
          ansi = cell?.ansi;
        }
        run += cell?.text ?? '';
      }
      return line;
    });
  }
}

/** Gives a text its colour of 256; the text itself where there is none. */
export type PaintText = (text: string, ansi: number | undefined) => string;

/** Colours for a terminal, or none. */
export function painter(color: boolean): PaintText {
  return (text, ansi) =>
    !color || ansi === undefined ? text : `\u001b[38;5;${ansi}m${text}\u001b[39m`;
}
