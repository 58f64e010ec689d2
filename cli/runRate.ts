import { cellSimulator } from '../src/cell/simulate.ts';
import { ratingMatrix } from '../src/energy/field/ratingMatrix.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { ratingFigure } from '../src/report/plot/figures/ratingFigure.ts';
import { type RatingDocument, ratingDocument } from '../src/report/ratingDocument.ts';
import { ratingCsv, ratingJson, ratingMarkdown, ratingTable } from '../src/report/ratingText.ts';
import { packageVersion } from './packageVersion.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell rate`. */
export interface RateArguments extends DrawnArguments {
  readonly cell: string;
  readonly spectrum?: string;
  readonly set?: string[];
}

const printers: Printers<RatingDocument> = {
  table: ratingTable,
  json: ratingJson,
  csv: ratingCsv,
  markdown: ratingMarkdown,
};

/** Solves the points of the matrix and prints them. */
export async function runRate(args: RateArguments): Promise<void> {
  const [cell, spectrum] = await Promise.all([
    loadCell(args.cell, { set: args.set }),
    loadSpectrum(args.spectrum ?? 'am1.5g'),
  ]);
  const points = ratingMatrix((temperature) => {
    const held = cellSimulator(cell, spectrum, temperature);
    return (irradiance) => held.mpp(irradiance).pmax_W_m2;
  });
  const document = ratingDocument(points, cell, spectrum.name, packageVersion());
  await printResult(document, printers, args, (drawn) => [ratingFigure(drawn)]);
}
