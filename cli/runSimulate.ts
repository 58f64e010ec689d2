import { type AnalysisRequest, analyseCell } from '../src/cell/analyses.ts';
import { UsageError } from '../src/cell/errors.ts';
import { CalculationError } from '../src/device/errors.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { type SimulateDocument, simulateDocument } from '../src/report/simulateDocument.ts';
import {
  simulateCsv,
  simulateJson,
  simulateMarkdown,
  simulateTable,
} from '../src/report/simulateText.ts';
import { type AxisKind, parseAxis } from '../src/sweep/axis.ts';
import { packageVersion } from './packageVersion.ts';
import { type OutputArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell simulate`. */
export interface SimulateArguments extends OutputArguments {
  readonly cell: string;
  readonly irradiance?: string;
  readonly temperature?: string;
  readonly spectrum?: string;
  readonly set?: string[];
  readonly jv?: boolean;
  readonly 'suns-voc'?: boolean;
}

/** Light that the models hold for: from moonlit clouds to ten suns. */
const irradianceAxis: AxisKind = { name: '--irradiance', unit: 'W/m^2', min: 0.1, max: 10_000 };
/** Within the range of the silicon models. */
const temperatureAxis: AxisKind = { name: '--temperature', unit: 'degC', min: -40, max: 120 };

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
  await printResult(document, printers, args);

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
  const [spectrum, irradiances, temperatures] = await Promise.all([
    loadSpectrum(args.spectrum ?? 'am1.5g'),
    parseAxis(args.irradiance ?? '1000', irradianceAxis),
    parseAxis(temperatureText(args), temperatureAxis),
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
    temperature: table ? usualTemperature : temperatures[0]!,
    jv: args.jv,
    sunsVoc: args['suns-voc'],
    ...(table ? { temperatures } : {}),
  };
}

function temperatureText({ temperature }: SimulateArguments): string {
  if (temperature === undefined) return String(usualTemperature);
  return temperature.trim() === '' ? usualTable : temperature;
}
