import { UsageError } from '../src/cell/errors.ts';
import { readRowFile } from '../src/node/rows/readRowFile.ts';
import { columnAxis } from '../src/report/plot/columnAxis.ts';
import type { Figure } from '../src/report/plot/figure.ts';
import { sweepFigure } from '../src/report/plot/figures/sweepFigure.ts';
import type { SourcedSweep } from '../src/sweep/prepare.ts';
import type { SweepRow } from '../src/sweep/preparedSweep.ts';
import { showFigures, writeFigures } from './plotOutput.ts';

/** More points than this make a picture that says no more, and are not held at once. */
const mostPoints = 20_000;

/** Refuses to draw what is too much to be seen, before it is calculated. */
export function refuseTooMany({ count }: SourcedSweep): void {
  if (count <= mostPoints) return;
  throw new UsageError(
    `--plot: ${count} points are too many for a picture (at most ${mostPoints})`,
  );
}

type Row = SweepRow['values'];

/** Draws the first result of a sweep over what was varied: in the terminal, or into a file. */
export async function plotSweep(
  sweep: SourcedSweep,
  rows: readonly Pick<SweepRow, 'values'>[],
  plot: string,
): Promise<void> {
  const figures = sweepFigures(
    sweep,
    rows.map(({ values }) => values),
  );
  await (plot === '' ? showFigures(figures) : writeFigures(figures, plot));
}

/** Draws a sweep whose rows are in a file. */
export async function plotSweepFile(
  sweep: SourcedSweep,
  path: string,
  plot: string,
): Promise<void> {
  const { columns, batches } = await readRowFile(path);
  const places = sweep.columns.map(({ name }) => columns.findIndex((one) => one.name === name));
  const rows: { values: Row }[] = [];
  for await (const batch of batches) {
    for (const row of batch) rows.push({ values: places.map((at) => row[at] ?? null) });
  }
  await plotSweep(sweep, rows, plot);
}

function sweepFigures({ columns, source }: SourcedSweep, rows: readonly Row[]): Figure[] {
  const names = columns.map(({ name }) => name);
  const inputs = names.slice(0, source.axes.length);
  const output = names[source.axes.length + source.lets.length]!;
  const seen = rows.filter((row) => typeof row[names.indexOf(output)] === 'number');
  const isVaried = (name: string) => new Set(seen.map((row) => row[names.indexOf(name)])).size > 1;
  if (!inputs.some(isVaried)) return [];
  const cells = inputs.includes('cell') ? 'cells' : source.cell;
  const left = rows.length - seen.length;
  return [
    sweepFigure(
      { columns: names, rows },
      {
        title: `${columnAxis(output).quantity} of ${cells}`,
        subtitle: `${seen.length} points${left > 0 ? `; ${left} without a result` : ''}`,
        inputs,
        output,
      },
    ),
  ];
}
