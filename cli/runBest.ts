import { UsageError } from '../src/cell/errors.ts';
import { readSweepFile } from '../src/node/sweep/readSweepFile.ts';
import { type BestDocument, bestDocument } from '../src/report/bestDocument.ts';
import { bestCsv, bestJson, bestMarkdown, bestTable } from '../src/report/bestText.ts';
import type { Figure } from '../src/report/plot/figure.ts';
import { sweepFigure } from '../src/report/plot/figures/sweepFigure.ts';
import { type Best, bestOf } from '../src/sweep/results/bestOf.ts';
import { findColumn } from '../src/sweep/results/sweepTable.ts';
import { packageVersion } from './packageVersion.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';
import { wholeNumber } from './sweepJobs.ts';

/** Arguments of `solarcell best`. */
export interface BestArguments extends DrawnArguments {
  readonly file: string;
  readonly by?: string;
  readonly top?: string;
  readonly minimise?: boolean;
}

const printers: Printers<BestDocument> = {
  table: bestTable,
  json: bestJson,
  csv: bestCsv,
  markdown: bestMarkdown,
};

/** More rows than this are drawn as every second, fourth, ... */
const mostDrawn = 20_000;
const mostTop = 10_000;

/** Reads the rows once, prints the best and what decides. */
export async function runBest(args: BestArguments): Promise<void> {
  const { best, head } = await readBest(args);
  await printResult(bestDocument(best, head), printers, args, () => [drawing(best, head)]);
}

async function readBest(args: BestArguments) {
  const { file, minimise = false } = args;
  const top = wholeNumber(args.top ?? '10', '--top', mostTop)!;
  const { columns, inputs, rows, failed, batches } = await readSweepFile(file);
  const by =
    args.by === undefined ? firstResult(columns, inputs) : findColumn(columns, args.by, '--by');
  const order = minimise ? 'lowest' : 'highest';
  const request = { columns, inputs, by, order, top, drawn: mostDrawn } as const;
  const best = await bestOf(request, batches);
  const { name } = columns[by]!;
  if (best.rows === 0) throw new UsageError(`${file}: no point has a value of ${name}`);
  const version = packageVersion();
  const head = { version, file, by: name, order, rows, failed, columns, inputs } as const;
  return { best, head };
}

function firstResult(columns: readonly { readonly name: string }[], inputs: number): number {
  if (inputs < columns.length) return inputs;
  throw new UsageError('the sweep has no result to go by');
}

function drawing(
  { drawn, every }: Best,
  head: { readonly columns: readonly { readonly name: string }[]; readonly inputs: number } & Pick<
    BestDocument,
    'by' | 'file'
  >,
): Figure {
  const names = head.columns.map(({ name }) => name);
  return sweepFigure(
    { columns: names, rows: drawn },
    {
      title: head.file,
      ...(every > 1 ? { subtitle: `every ${every}th point` } : {}),
      inputs: names.slice(0, head.inputs).filter((name) => name !== head.by),
      output: head.by,
    },
  );
}
