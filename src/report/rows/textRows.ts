import type { RowColumn, RowHead, RowValue } from './rowHead.ts';

/** Rows as lines of text that can be written and read one after the other. */
export interface TextRows {
  /** The lines before the first row, each with its end of line. */
  head(head: RowHead): string;
  /** Makes the function that writes a row as text with its end of line. */
  encoder(columns: readonly RowColumn[]): (values: readonly RowValue[]) => string;
  /**
   * Reads the head.
   *
   * @param lines first lines of the file, without their ends
   * @returns the head and the number of lines it takes; undefined when these lines are none
   */
  readHead(
    lines: readonly string[],
  ): { readonly head: RowHead; readonly lines: number } | undefined;
  /** Whether a row goes on after this text (a line break inside quotes). */
  goesOn(text: string): boolean;
  /** Makes the function that reads rows; a row that is none reads as undefined. */
  decoder(
    columns: readonly RowColumn[],
  ): (rows: readonly string[]) => (readonly RowValue[] | undefined)[];
}
