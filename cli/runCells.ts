import { UsageError } from '../src/cell/errors.ts';
import { readCell } from '../src/cell/parseCell.ts';
import { cellJsonSchema } from '../src/cell/schema.ts';
import { parseSetting } from '../src/cell/setValue.ts';
import { readDataFile } from '../src/node/dataFiles.ts';
import { cellFiles } from '../src/node/dataKinds.ts';
import { listCells, loadCell } from '../src/node/loadCell.ts';
import { cellReference } from '../src/report/cellReference.ts';
import { stackFigure } from '../src/report/plot/figures/stackFigure.ts';
import { showFigures, writeFigures } from './plotOutput.ts';

/** One line a cell: name, technology, title. */
export async function listAll(): Promise<void> {
  const cells = await Promise.all((await listCells()).map((name) => loadCell(name)));
  const width = Math.max(...cells.map((cell) => cell.name.length));
  for (const { name, description } of cells) {
    process.stdout.write(`${name.padEnd(width)}  ${description.title}\n`);
  }
}

/** The file as it is; a picture of its layers beside it, or alone in its place. */
export async function showCell(nameOrPath: string, plot?: string): Promise<void> {
  if (plot === undefined) {
    process.stdout.write((await readDataFile(nameOrPath, cellFiles)).text);
    return;
  }
  const { description, text } = await loadCell(nameOrPath);
  const figures = [stackFigure(description)];
  if (plot === '') return showFigures(figures);
  await writeFigures(figures, plot);
  process.stdout.write(text);
}

/**
 * Checks a cell file; every problem goes to stderr, one a line.
 *
 * @throws UsageError that counts the problems, where there are several
 */
export async function checkCell(nameOrPath: string, set: readonly string[]): Promise<void> {
  const { path, text } = await readDataFile(nameOrPath, cellFiles);
  const { problems } = await readCell(text, { file: path, set: set.map(parseSetting) });
  if (problems.length > 1) {
    for (const { file, line, column, message } of problems) {
      process.stderr.write(`${line > 0 ? `${file}:${line}:${column}` : file}  ${message}\n`);
    }
    throw new UsageError(`${path}: ${problems.length} problems`);
  }
  const { name, description } = await loadCell(nameOrPath, { set });
  const layers = description.front.layers.length + description.rear.layers.length;
  process.stdout.write(`${path}: ok (${name}: ${description.technology}, ${layers} layers)\n`);
}

/** JSON Schema of cell files. */
export function printSchema(): void {
  process.stdout.write(`${JSON.stringify(cellJsonSchema(), null, 2)}\n`);
}

/** Every field with its unit, bounds and meaning. */
export function printFields(): void {
  process.stdout.write(cellReference());
}
