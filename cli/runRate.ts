import type { Cell } from '../src/cell/cell.ts';
import { cellSimulator } from '../src/cell/simulate.ts';
import { type RatingPoint, ratingMatrix } from '../src/energy/field/ratingMatrix.ts';
import { climateRating } from '../src/energy/year/climateRating.ts';
import { simulatedCell } from '../src/energy/year/simulatedCell.ts';
import type { Spectrum } from '../src/light/spectrum.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { ratingFigure } from '../src/report/plot/figures/ratingFigure.ts';
import {
  climateSection,
  type RatingDocument,
  ratingDocument,
} from '../src/report/ratingDocument.ts';
import { ratingCsv, ratingJson, ratingMarkdown, ratingTable } from '../src/report/ratingText.ts';
import { weatherOptions } from './fieldOptions.ts';
import { packageVersion } from './packageVersion.ts';
import { climateOptions } from './rateOptions.ts';
import { type ClimateArguments, readClimate } from './readClimate.ts';
import { firstGiven } from './refuseContradictions.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell rate`. */
export interface RateArguments extends DrawnArguments, ClimateArguments {
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

/** Solves the points of the matrix, rates the cell in the weather where there is some, prints. */
export async function runRate(args: RateArguments): Promise<void> {
  const asksClimate = firstGiven(
    { ...args },
    Object.keys({ ...weatherOptions, ...climateOptions }),
  );
  const climate = asksClimate === undefined ? undefined : await readClimate(args);
  const [cell, spectrum] = await Promise.all([
    loadCell(args.cell, { set: args.set }),
    loadSpectrum(args.spectrum ?? 'am1.5g'),
  ]);
  const points = ratingMatrix((temperature) => {
    const held = cellSimulator(cell, spectrum, temperature);
    return (irradiance) => held.mpp(irradiance).pmax_W_m2;
  });
  const rated = climate && rateIn(climate, points, cell, spectrum);
  const document = ratingDocument(points, cell, spectrum.name, packageVersion(), rated);
  await printResult(document, printers, args, (drawn) => [ratingFigure(drawn)]);
}

function rateIn(
  { weather, options, iam }: Awaited<ReturnType<typeof readClimate>>,
  points: readonly RatingPoint[],
  cell: Cell,
  spectrum: Spectrum,
) {
  const own = iam === 'own' ? simulatedCell(cell, spectrum).modifier : undefined;
  const asked = own === undefined ? options : { ...options, angle: own() };
  const name = iam === 'own' ? iam : `${iam} ${options.angle ?? 0.16}`;
  return climateSection(climateRating(points, weather, asked), weather, asked, name);
}
