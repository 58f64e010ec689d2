import { extname } from 'node:path';
import pc from 'picocolors';
import type { Options } from 'yargs';
import { writeFileAtomic } from '../src/node/writeFileAtomic.ts';
import type { Paint } from '../src/report/compareTable.ts';
import type { Figure } from '../src/report/plot/figure.ts';
import { showFigures, writeFigures } from './plotOutput.ts';
import { tell } from './talk.ts';
import { textOption } from './textOption.ts';
import { stageOver } from './workReport.ts';

/** Formats of a result, and the file endings that stand for them. */
export const resultFormats = {
  table: ['.txt'],
  json: ['.json'],
  csv: ['.csv'],
  markdown: ['.md'],
} as const;

/** A format of a result. */
export type ResultFormat = keyof typeof resultFormats;

/** Where a result goes and in which format. */
export interface OutputArguments {
  readonly format?: string;
  readonly output?: string;
}

/** The same for a result that can be drawn. */
export interface DrawnArguments extends OutputArguments {
  readonly plot?: string;
}

/** A result in each of the formats. */
export type Printers<Document> = Readonly<
  Record<ResultFormat, (document: Document, paint: Paint) => string>
>;

/** Options of every command that prints a result. */
export const outputOptions = {
  format: textOption(
    'format',
    'table, json, csv or markdown [default: table, or by the ending of --output]',
    { choices: Object.keys(resultFormats) },
  ),
  output: textOption('output', 'Write to a file, whole or not at all'),
} satisfies Record<string, Options>;

/**
 * Prints a result, or writes it to the file that was asked for.
 *
 * @param document what the printers take
 * @param printers by format
 * @param args --format, --output and --plot
 * @param draw pictures of the document; `--plot` alone puts them in the place of the table
 * @throws UsageError when a file cannot be written
 */
export async function printResult<Document>(
  document: Document,
  printers: Printers<Document>,
  args: DrawnArguments,
  draw?: (document: Document) => readonly Figure[],
): Promise<void> {
  stageOver('calculation');
  if (args.plot !== undefined && draw !== undefined) {
    const figures = draw(document);
    await (args.plot === '' ? showFigures(figures) : writeFigures(figures, args.plot));
    if (args.plot === '' && args.output === undefined) return;
  }
  const print = printers[formatOf(args)];
  if (args.output === undefined) {
    const colour = pc.isColorSupported && process.stdout.isTTY === true;
    const { columns } = process.stdout;
    const paint = { ...pc.createColors(colour), ...(columns > 0 ? { columns } : {}) };
    process.stdout.write(print(document, paint));
    return;
  }
  await writeFileAtomic(args.output, print(document, pc.createColors(false)));
  tell(`wrote ${args.output}`);
}

/** The format asked for, or the one that the file's ending stands for. */
export function formatOf(args: OutputArguments): ResultFormat {
  const ending = args.output === undefined ? '' : extname(args.output).toLowerCase();
  const entries = Object.entries(resultFormats) as [ResultFormat, readonly string[]][];
  const asked = entries.find(([name]) => name === args.format);
  const byEnding = entries.find(([, endings]) => endings.includes(ending));
  return (asked ?? byEnding)?.[0] ?? 'table';
}
