import Papa from 'papaparse';

/** A row of a CSV file and where it stands there. */
export interface CsvRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a CSV file that hold something; `#` begins a comment line. Comments are blanked, not
 * removed, so that lines keep their number.
 *
 * @param text comma, semicolon or tab separated
 * @returns rows with trimmed cells
 */
export function csvRows(text: string): CsvRow[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/^[ \t]*#.*$/gm, '');
  const { data } = Papa.parse<string[]>(plain, { skipEmptyLines: false });
  return data
    .map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
}
