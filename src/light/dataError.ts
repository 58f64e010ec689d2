/** Where a data file is at fault. */
export interface DataPlace {
  readonly file: string;
  /** Counted from 1; 0 where no line is meant. */
  readonly line?: number;
  readonly column?: number;
  readonly found?: string;
  readonly allowed?: string;
}

/** A fault in a file or table a user gave: one line that says where, what and what is allowed. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string | undefined;
  readonly allowed: string | undefined;

  constructor(message: string, place: DataPlace) {
    const { file, line = 0, column = 0 } = place;
    const where = line > 0 ? `${file}:${line}${column > 0 ? `:${column}` : ''}` : file;
    // What a file holds may go over several lines; what is said of it is one.
    super(`${where}  ${message.replace(/\s*[\r\n]+\s*/g, ' ')}`);
    this.file = file;
    this.line = line;
    this.column = column;
    this.found = place.found;
    this.allowed = place.allowed;
  }
}
