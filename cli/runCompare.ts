import type { Cell } from '../src/cell/cell.ts';
import { UsageError } from '../src/cell/errors.ts';
import type { Fidelity } from '../src/cell/fidelity.ts';
import { type ComparisonOptions, compareCells } from '../src/energy/compareCells.ts';
import { refuseSecondReader } from '../src/node/dataFiles.ts';
import { cellFiles, profileFiles, spectrumFiles } from '../src/node/dataKinds.ts';
import { productionCells } from '../src/node/loadCell.ts';
import { loadProfile } from '../src/node/loadProfile.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { type CompareDocument, compareDocument } from '../src/report/compareDocument.ts';
import { compareTable } from '../src/report/compareTable.ts';
import { compareCsv, compareJson, compareMarkdown } from '../src/report/compareText.ts';
import { compareFigure } from '../src/report/plot/figures/compareFigure.ts';
import { type AxisKind, parseAxis } from '../src/sweep/axis.ts';
import { temperatureAxis } from '../src/sweep/conditionRanges.ts';
import { comparedCells } from './comparedCells.ts';
import { packageVersion } from './packageVersion.ts';
import { readIrradiance } from './readIrradiance.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell compare`. */
export interface CompareArguments extends DrawnArguments {
  readonly cells?: string[];
  readonly irradiance?: string;
  readonly temperature?: string;
  readonly hours?: string;
  readonly profile?: string;
  readonly spectrum?: string;
  readonly baseline?: string;
  readonly fidelity?: Fidelity;
  readonly set?: string[];
}

const hoursAxis: AxisKind = { name: '--hours', unit: 'h', min: 1e-6, max: 1e6 };

const printers: Printers<CompareDocument> = {
  table: compareTable,
  json: compareJson,
  csv: compareCsv,
  markdown: compareMarkdown,
};

/** Loads, compares, prints. */
export async function runCompare(args: CompareArguments): Promise<void> {
  const { document } = await comparisonOf(args);
  await printResult(document, printers, args, (drawn) => [compareFigure(drawn)]);
}

/** A comparison as it is told, with what it was made of. */
export interface MadeComparison {
  readonly document: CompareDocument;
  readonly cells: readonly Cell[];
  readonly options: ComparisonOptions;
}

/** Loads and compares. */
export async function comparisonOf(args: CompareArguments): Promise<MadeComparison> {
  refuseSecondReader([
    ...(args.cells ?? []).map((cell) => [cell, cellFiles] as const),
    [args.spectrum, spectrumFiles],
    [args.profile, profileFiles],
  ]);
  const [options, cells] = await Promise.all([comparisonOptions(args), chosenCells(args)]);
  const comparison = compareCells(cells, options);
  return {
    document: compareDocument(comparison, options, cells, packageVersion()),
    cells,
    options,
  };
}

function chosenCells({ cells = [], set }: CompareArguments): Promise<Cell[]> {
  return comparedCells(cells.length > 0 ? cells : productionCells, set);
}

async function comparisonOptions(args: CompareArguments): Promise<ComparisonOptions> {
  const spectrum = await loadSpectrum(args.spectrum ?? 'am1.5g');
  const [irradiances, temperatures, hours, profile] = await Promise.all([
    readIrradiance(args.irradiance, spectrum),
    parseAxis(args.temperature ?? '25', temperatureAxis),
    args.hours === undefined ? [] : parseAxis(args.hours, hoursAxis),
    args.profile === undefined ? undefined : loadProfile(args.profile),
  ]);
  if (hours.length > 1) throw new UsageError(`--hours "${args.hours}": one value is expected`);
  return {
    spectrum,
    irradiances,
    temperatures,
    hours: hours[0],
    profile,
    baseline: args.baseline,
    fidelity: args.fidelity,
  };
}
