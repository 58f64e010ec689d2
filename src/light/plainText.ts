import { DataError } from './dataError.ts';

/** Marks at the start of files that are often handed over in the place of a text. */
const kinds: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive or a spreadsheet; save the sheet as CSV'],
  ['\u00d0\u00cf\u0011\u00e0', 'a spreadsheet of the old kind; save the sheet as CSV'],
  ['%PDF', 'a PDF'],
  ['\u001f\u2039', 'packed by gzip; unpack it first'],
  ['PAR1', 'a Parquet file'],
];
/** Control characters that texts have: tab, ends of lines and pages, DOS' end of file. */
const usual = '\t\n\v\f\r\u001a';

/**
 * Refuses what is no text, before anything of it reaches a message.
 *
 * @param text of a file as decoded
 * @param file name for messages
 * @throws DataError that says what it looks like
 */
export function refuseBinary(text: string, file: string): void {
  const kind = kinds.find(([mark]) => text.startsWith(mark))?.[1];
  if (kind !== undefined) throw new DataError(`is ${kind}; a text is expected`, { file });
  if (text.includes('\0')) {
    const reason = 'holds zero bytes: is it text in UTF-16 without its mark, or no text at all?';
    throw new DataError(reason, { file });
  }
  let at = 0;
  while (at < text.length && (text[at] >= ' ' || usual.includes(text[at]))) at++;
  if (at === text.length) return;
  const line = text.slice(0, at).split('\n').length;
  const found = `0x${text.charCodeAt(at).toString(16).padStart(2, '0')}`;
  throw new DataError(`holds the byte ${found}, which no text has: is it a binary file?`, {
    file,
    line,
    found,
    allowed: 'text',
  });
}
