import { extname } from 'node:path';
import pc from 'picocolors';
import type { Options } from 'yargs';
import { UsageError } from '../src/cell/errors.ts';
import { writeFileAtomic } from '../src/node/writeFileAtomic.ts';
import type { Figure } from '../src/report/plot/figure.ts';
import { tell } from './talk.ts';
import { textOption } from './textOption.ts';

/** Endings of files that pictures are saved in. */
const pictureEndings = ['.svg', '.png'];

/** A window where there is none: a pipe, a file. */
const usualWindow = { columns: 80, rows: 30 };

const { coerce: onlyOnce, ...plain } = textOption(
  'plot',
  'Draw it in the terminal, or into a file: FILE.svg or FILE.png, with its numbers beside it in FILE.svg.csv',
  { requiresArg: false },
);

/** `--plot [FILE]`, of every command whose result is a curve, a spectrum or a distribution. */
export const plotOption = {
  plot: {
    ...plain,
    coerce: (value: unknown): string | undefined => {
      const file = (onlyOnce as (value: unknown) => string | undefined)(value)?.trim();
      const ending = extname(file ?? '').toLowerCase();
      if (file && !pictureEndings.includes(ending)) {
        throw new UsageError(`--plot "${file}": pictures are written as .svg or .png`);
      }
      return file;
    },
  },
} satisfies Record<string, Options>;

/**
 * Refuses a picture in the terminal beside a result that is for programs.
 *
 * @param args of the command
 * @throws UsageError
 */
export function refusePlotInFormat(args: Readonly<Record<string, unknown>>): void {
  if (args.plot !== '' || args.format === undefined || args.output !== undefined) return;
  throw new UsageError(
    `--plot draws in the terminal, where --format ${args.format} goes too: name a file for one of them`,
  );
}

/** Draws pictures in the terminal, as large as its window. */
export async function showFigures(figures: readonly Figure[]): Promise<void> {
  refuseNone(figures);
  const { figureText } = await import('../src/report/plot/terminal/figureText.ts');
  const { stdout } = process;
  const color = pc.isColorSupported && stdout.isTTY === true;
  const columns = stdout.columns || usualWindow.columns;
  const rows = stdout.rows || usualWindow.rows;
  stdout.write(figures.map((figure) => figureText(figure, { columns, rows, color })).join('\n'));
}

/**
 * Saves pictures, with their numbers beside them as CSV: one in the file that was asked for, several
 * in files whose names say which.
 *
 * @param figures at least one
 * @param file ends in .svg or .png
 * @throws UsageError when it cannot be written
 */
export async function writeFigures(figures: readonly Figure[], file: string): Promise<void> {
  refuseNone(figures);
  const [{ figureSvg }, { svgText }, { figureCsv }, { svgDocument }] = await Promise.all([
    import('../src/report/plot/svg/figureSvg.ts'),
    import('../src/report/plot/svg/svgText.ts'),
    import('../src/report/plot/figureCsv.ts'),
    import('../src/node/svgDocument.ts'),
  ]);
  const document = await svgDocument();
  const ending = extname(file);
  const stem = file.slice(0, file.length - ending.length);
  for (const figure of figures) {
    const path = figures.length === 1 ? file : `${stem}-${figure.name}${ending}`;
    const svg = `${svgText(figureSvg(figure, { document }))}\n`;
    if (ending.toLowerCase() === '.svg') await writeFileAtomic(path, svg);
    else {
      const { renderPng } = await import('../src/node/renderPng.ts');
      await writeFileAtomic(path, await renderPng(svg));
    }
    await writeFileAtomic(`${path}.csv`, figureCsv(figure));
    tell(`wrote ${path} and ${path}.csv`);
  }
}

function refuseNone(figures: readonly Figure[]): void {
  if (figures.length > 0) return;
  throw new UsageError('--plot: one number is no picture; ask for a list or a range');
}
