import Papa from 'papaparse';
import { commaNumber, thousands } from './csvHints.ts';

/** A row of a CSV file and where it stands there. */
export interface CsvRow {
  /** Counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Separators that are understood; of two that fit alike the first. */
const separators = [',', ';', '\t'];
/** Rows that are looked at to tell the separator. */
const sampleRows = 20;

/**
 * Rows of a CSV file that hold something; `#` begins a comment line. Comments are blanked, not
 * removed, so that lines keep their number.
 *
 * Where semicolons or tabs separate, a comma in a number is a decimal one, as spreadsheets of half of
 * Europe write it; it is turned to a point, unless the file has decimal points too or every comma may
 * as well stand between thousands: then the cell is left as it is, for its reader to refuse.
 *
 * @param text comma, semicolon or tab separated
 * @returns rows with trimmed cells
 */
export function csvRows(text: string): CsvRow[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/^[ \t]*#.*$/gm, '');
  const delimiter = separatorOf(plain);
  const { data } = Papa.parse<string[]>(plain, { delimiter, skipEmptyLines: false });
  const rows = data
    .map((cells, i) => ({ line: i + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  return delimiter === ',' ? rows : withPoints(rows);
}

/** The separator that cuts the head in several columns and most of the rows in as many. */
function separatorOf(plain: string): string {
  const start = plain.trimStart();
  let best = ',';
  let most = -1;
  for (const delimiter of separators) {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: sampleRows });
    const rows = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter((cells) => cells.length === width).length;
    if (width < 2 || alike <= most) continue;
    best = delimiter;
    most = alike;
  }
  return best;
}

function withPoints(rows: CsvRow[]): CsvRow[] {
  const cells = rows.slice(1).flatMap((row) => row.cells);
  const commas = cells.filter((cell) => commaNumber.test(cell));
  const isClear = commas.some((cell) => !thousands.test(cell));
  if (!isClear || cells.some((cell) => /^[+-]?[\d,]*\.\d+(?:[eE][+-]?\d+)?$/.test(cell)))
    return rows;
  return rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => (commaNumber.test(cell) ? cell.replace(',', '.') : cell)),
  }));
}
