import Papa from 'papaparse';
import type { Paint } from './compareTable.ts';
import { printedValue, type Section, type SectionColumn } from './section.ts';

/**
 * A section for people: title, heads over units, columns aligned, notes below.
 *
 * @param section what to print
 * @param paint how marks are made
 * @returns lines with an end of line each
 */
export function sectionTable(section: Section, paint: Paint): string {
  const { columns, rows } = section;
  const printed = rows.map((row) => columns.map((column, c) => printedValue(row[c], column)));
  const width = columns.map((column, c) =>
    Math.max(column.head.length, column.unit.length, ...printed.map((row) => row[c]!.length)),
  );
  const isText = columns.map((_, c) => rows.some((row) => typeof row[c] === 'string'));
  const line = (cells: readonly string[]) =>
    cells
      .map((text, c) => (isText[c] ? text.padEnd(width[c]!) : text.padStart(width[c]!)))
      .join('  ')
      .trimEnd();
  const units = columns.map((column) => column.unit);
  return [
    paint.bold(section.title),
    ` ${paint.bold(line(columns.map((column) => column.head)))}`,
    ...(units.some((unit) => unit !== '') ? [` ${paint.dim(line(units))}`] : []),
    ...printed.map((row) => ` ${line(row)}`),
    ...(section.notes ?? []).map((note) => paint.dim(note)),
    '',
  ].join('\n');
}

/** A section as a Markdown table under its title. */
export function sectionMarkdown(section: Section): string {
  const { columns, rows } = section;
  const isText = columns.map((_, c) => rows.some((row) => typeof row[c] === 'string'));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ({ head, unit }: SectionColumn) => (unit === '' ? head : `${head} (${unit})`);
  return [
    `**${section.title}**`,
    '',
    line(columns.map(head)),
    line(columns.map((_, c) => (isText[c] ? '---' : '---:'))),
    ...rows.map((row) => line(columns.map((column, c) => printedValue(row[c], column)))),
    ...(section.notes ? ['', section.notes.join(' ')] : []),
    '',
  ].join('\n');
}

/** A section as CSV: units in the names of the columns, numbers in full. */
export function sectionCsv(section: Section): string {
  const rows = (section.records ?? section.rows).map((row) =>
    Object.fromEntries(section.columns.map((column, c) => [column.key, row[c] ?? ''])),
  );
  const fields = section.columns.map((column) => column.key);
  return `${Papa.unparse({ fields, data: rows }, { newline: '\n' })}\n`;
}
