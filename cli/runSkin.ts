import { UsageError } from '../src/cell/errors.ts';
import { lumpedSimulator } from '../src/cell/lumped.ts';
import { simulateCell } from '../src/cell/simulate.ts';
import { computeSkins } from '../src/cell/skins.ts';
import { CalculationError } from '../src/device/errors.ts';
import { loadCell } from '../src/node/loadCell.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { type SkinDocument, skinDocument } from '../src/report/skinDocument.ts';
import { skinCsv, skinJson, skinMarkdown, skinTable } from '../src/report/skinText.ts';
import { type AxisKind, parseAxis } from '../src/sweep/axis.ts';
import { irradianceAxis, temperatureAxis } from '../src/sweep/conditionRanges.ts';
import { packageVersion } from './packageVersion.ts';
import { type OutputArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell skin`. */
export interface SkinArguments extends OutputArguments {
  readonly cell: string;
  readonly irradiance?: string;
  readonly temperature?: string;
  readonly spectrum?: string;
  readonly set?: string[];
}

const printers: Printers<SkinDocument> = {
  table: skinTable,
  json: skinJson,
  csv: skinCsv,
  markdown: skinMarkdown,
};

/** Loads, computes both skins, prints them with what they are worth. */
export async function runSkin(args: SkinArguments): Promise<void> {
  const [cell, spectrum, irradiance, temperature] = await Promise.all([
    loadCell(args.cell, { set: args.set }),
    loadSpectrum(args.spectrum ?? 'am1.5g'),
    single(args.irradiance ?? '1000', irradianceAxis),
    single(args.temperature ?? '25', temperatureAxis),
  ]);
  const compute = () => {
    const skins = computeSkins(cell, spectrum, temperature, irradiance);
    const lumped = lumpedSimulator(cell, skins, spectrum, temperature).at(irradiance);
    const detailed = simulateCell(cell, { spectrum, irradiance, temperature });
    return { skins, results: { detailed, lumped } };
  };
  const { skins, results } = telling(
    `${cell.name} at ${irradiance} W/m2 and ${temperature} degC`,
    compute,
  );
  const conditions = {
    spectrum: spectrum.name,
    irradiance_W_m2: irradiance,
    temperature_C: temperature,
  };
  const document = skinDocument(cell, skins, results, conditions, packageVersion());
  await printResult(document, printers, args);
}

/** The device says where in the stack it failed; this says of what. */
function telling<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CalculationError || error instanceof RangeError)) throw error;
    throw new Error(`${what}: ${error.message}`, { cause: error });
  }
}

async function single(text: string, axis: AxisKind): Promise<number> {
  const values = await parseAxis(text, axis);
  if (values.length > 1) throw new UsageError(`${axis.name} "${text}": one value is expected`);
  return values[0]!;
}
