import { type AnalysisRequest, analyseCell } from '../src/cell/analyses.ts';
import type { Bias } from '../src/cell/bands.ts';
import { UsageError } from '../src/cell/errors.ts';
import type { Fidelity } from '../src/cell/fidelity.ts';
import { CalculationError } from '../src/device/errors.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { photonsFigure } from '../src/report/plot/figures/photonsFigure.ts';
import { simulateFigures } from '../src/report/plot/simulateFigures.ts';
import { type SimulateDocument, simulateDocument } from '../src/report/simulateDocument.ts';
import {
  simulateCsv,
  simulateJson,
  simulateMarkdown,
  simulateTable,
} from '../src/report/simulateText.ts';
import { type AxisKind, parseAxis } from '../src/sweep/axis.ts';
import { rearIrradianceAxis, temperatureAxis } from '../src/sweep/conditionRanges.ts';
import { oneValue } from './oneValue.ts';
import { packageVersion } from './packageVersion.ts';
import { readIrradiance } from './readIrradiance.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell simulate`. */
export interface SimulateArguments extends DrawnArguments {
  readonly cell: string;
  readonly irradiance?: string;
  readonly 'rear-irradiance'?: string;
  readonly temperature?: string;
  readonly spectrum?: string;
  readonly set?: string[];
  readonly fidelity?: Fidelity;
  readonly jv?: boolean;
  readonly eqe?: boolean;
  readonly 'suns-voc'?: boolean;
  readonly bands?: boolean;
  readonly bias?: string;
  readonly lifetime?: boolean;
  readonly losses?: boolean;
  readonly mesh?: boolean;
  readonly mismatch?: string;
}

/** Voltages at which the bands of a cell mean something; its device breaks down beyond. */
const biasAxis: AxisKind = { name: '--bias', unit: 'V', min: -5, max: 1 };

/** Temperature of the key figures where a table is asked for or nothing is said, degC. */
const usualTemperature = 25;
/** Temperatures of the table where none are given, degC. */
const usualTable = '15:75:10';

const printers: Printers<SimulateDocument> = {
  table: simulateTable,
  json: simulateJson,
  csv: simulateCsv,
  markdown: simulateMarkdown,
};

/** Loads, simulates, prints. */
export async function runSimulate(args: SimulateArguments): Promise<void> {
  const [request, cell] = await Promise.all([
    analysisRequest(args),
    loadCell(args.cell, { set: args.set }),
  ]);
  const document = simulateDocument(analyse(), request, cell, packageVersion());
  const asked = request.jv === args.jv;
  // A curve that was only computed for the picture is not printed.
  const { jv, jv_dark, ...rest } = document;
  await printResult(asked ? document : rest, printers, args, () =>
    asked ? simulateFigures(document) : [...simulateFigures(document), photonsFigure(document)],
  );

  function analyse() {
    try {
      return analyseCell(cell, request);
    } catch (error) {
      // The message of the device says where in the stack; this says of what.
      if (!(error instanceof CalculationError || error instanceof RangeError)) throw error;
      const { irradiance, temperature } = request;
      const what = `${cell.name} at ${irradiance} W/m2 and ${temperature} degC`;
      throw new Error(`${what}: ${error.message}`, { cause: error });
    }
  }
}

async function analysisRequest(args: SimulateArguments): Promise<AnalysisRequest> {
  const spectrum = await loadSpectrum(args.spectrum ?? 'am1.5g');
  const [irradiances, behind, temperatures, bands, mismatch] = await Promise.all([
    readIrradiance(args.irradiance, spectrum),
    oneValue(args['rear-irradiance'], rearIrradianceAxis),
    parseAxis(temperatureText(args), temperatureAxis),
    chosenBias(args),
    mismatchRequest(args),
  ]);
  if (irradiances.length > 1) {
    throw new UsageError(`--irradiance "${args.irradiance}": one value is expected`);
  }
  const table = temperatures.length > 1;
  if (table && new Set(temperatures).size < 2) {
    throw new UsageError(`--temperature "${args.temperature}": a table needs different values`);
  }
  return {
    spectrum,
    irradiance: irradiances[0]!,
    ...(behind === undefined ? {} : { rearIrradiance: behind }),
    temperature: table ? usualTemperature : temperatures[0]!,
    jv: args.jv ?? (args.plot !== undefined && !table && !asksForPart(args) ? true : undefined),
    eqe: args.eqe,
    sunsVoc: args['suns-voc'],
    bands,
    lifetime: args.lifetime,
    losses: args.losses,
    mesh: args.mesh,
    fidelity: args.fidelity,
    ...(mismatch ? { mismatch } : {}),
    ...(table ? { temperatures } : {}),
  };
}

/** Parts whose pictures are drawn in the place of the J-V curve. */
function asksForPart(args: SimulateArguments): boolean {
  const { eqe, bands, lifetime, losses } = args;
  return [eqe, bands, lifetime, losses, args['suns-voc']].some((part) => part === true);
}

async function mismatchRequest({ mismatch }: SimulateArguments) {
  if (mismatch === undefined) return undefined;
  const [spectrum, cell] = await Promise.all([
    loadSpectrum('am1.5g'),
    mismatch === '' ? undefined : loadCell(mismatch),
  ]);
  return { spectrum, ...(cell ? { cell } : {}) };
}

async function chosenBias({ bands, bias }: SimulateArguments): Promise<Bias | undefined> {
  if (!bands && bias !== undefined) throw new UsageError('--bias needs --bands');
  if (!bands) return undefined;
  if (bias === undefined || bias === 'mpp') return 'mpp';
  if (bias === 'sc' || bias === 'oc' || bias === 'equilibrium') return bias;
  const [voltage, ...more] = await parseAxis(bias, biasAxis);
  if (more.length > 0) throw new UsageError(`--bias "${bias}": one value is expected`);
  return voltage;
}

function temperatureText({ temperature }: SimulateArguments): string {
  if (temperature === undefined) return String(usualTemperature);
  return temperature.trim() === '' ? usualTable : temperature;
}
