import type { Cell } from '../src/cell/cell.ts';
import { cellSimulator } from '../src/cell/simulate.ts';
import { planeOfArray } from '../src/energy/plane/planeOfArray.ts';
import { bandFactors } from '../src/energy/rating/bandFactors.ts';
import { climateRating, profileRating } from '../src/energy/rating/climateRating.ts';
import { type RatingPoint, ratingMatrix } from '../src/energy/rating/ratingMatrix.ts';
import { simulatedCell } from '../src/energy/year/simulatedCell.ts';
import { spectralFactors } from '../src/energy/year/spectralFactors.ts';
import type { Spectrum } from '../src/light/spectrum.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { ratingFigure } from '../src/report/plot/figures/ratingFigure.ts';
import {
  climateSection,
  profileSection,
  type RatingDocument,
  ratingDocument,
} from '../src/report/ratingDocument.ts';
import { ratingCsv, ratingJson, ratingMarkdown, ratingTable } from '../src/report/ratingText.ts';
import { weatherOptions } from './fieldOptions.ts';
import { packageVersion } from './packageVersion.ts';
import { climateOptions } from './rateOptions.ts';
import { type ClimateArguments, type RatingClimate, readClimate } from './readClimate.ts';
import { firstGiven } from './refuseContradictions.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';
import { refuseOtherRating } from './spectralOption.ts';

/** Arguments of `solarcell rate`. */
export interface RateArguments extends DrawnArguments, ClimateArguments {
  readonly cell: string;
  readonly spectrum?: string;
  readonly set?: string[];
}

/** Of the response, degC: as IEC 61853-2 measures it. */
const ratedTemperature = 25;

/** What bands of a profile are held against, whatever the points are solved in. */
const standardSpectrum = 'am1.5g';

const printers: Printers<RatingDocument> = {
  table: ratingTable,
  json: ratingJson,
  csv: ratingCsv,
  markdown: ratingMarkdown,
};

/** Solves the points of the matrix, rates the cell in the weather where there is some, prints. */
export async function runRate(args: RateArguments): Promise<void> {
  refuseOtherRating(args);
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
  const rated = climate && (await rateIn(climate, points, cell, spectrum));
  const document = ratingDocument(points, cell, spectrum.name, packageVersion(), rated);
  await printResult(document, printers, args, (drawn) => [ratingFigure(drawn)]);
}

async function rateIn(
  climate: RatingClimate,
  points: readonly RatingPoint[],
  cell: Cell,
  spectrum: Spectrum,
) {
  const own = simulatedCell(cell, spectrum);
  const { iam, options } = climate;
  const asked = iam === 'own' ? { ...options, angle: own.modifier!('front') } : options;
  const name = iam === 'own' ? iam : `${iam} ${options.angle ?? 0.16}`;
  if ('profile' in climate) {
    const { profile } = climate;
    const spectralFactor =
      profile.bands &&
      bandFactors(
        profile.bands,
        own.response!(ratedTemperature),
        await loadSpectrum(standardSpectrum),
      );
    const all = { ...asked, ...(spectralFactor === undefined ? {} : { spectralFactor }) };
    const spectral = spectralFactor === undefined ? 'none' : 'bands';
    const rating = profileRating(points, profile, all);
    return profileSection(rating, profile, all, { iam: name, spectral });
  }
  const { weather, spectral } = climate;
  const all = { ...climate.options, ...asked };
  const [spectralFactor] =
    spectral === 'none'
      ? []
      : spectralFactors(planeOfArray(weather, all.mounting, all.plane), weather, [
          own.response!(ratedTemperature),
        ]);
  const rating = climateRating(points, weather, {
    ...all,
    ...(spectralFactor === undefined ? {} : { spectralFactor }),
  });
  return climateSection(rating, weather, all, { iam: name, spectral });
}
