import { UsageError } from '../src/cell/errors.ts';
import { type IrradianceOptions, irradianceYear } from '../src/energy/year/irradianceYear.ts';
import { type IrradianceDocument, irradianceDocument } from '../src/report/irradianceDocument.ts';
import {
  irradianceCsv,
  irradianceJson,
  irradianceMarkdown,
  irradianceTable,
} from '../src/report/irradianceText.ts';
import { irradianceFigure } from '../src/report/plot/figures/irradianceFigure.ts';
import { packageVersion } from './packageVersion.ts';
import { type ModifierArguments, readModifier, readSoiling } from './readModifier.ts';
import { type PlaneArguments, readPlane } from './readPlane.ts';
import { readWeather, tellNotes, type WeatherArguments } from './readWeather.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell irradiance`. */
export interface IrradianceArguments
  extends WeatherArguments,
    PlaneArguments,
    ModifierArguments,
    DrawnArguments {
  readonly file?: string;
}

const printers: Printers<IrradianceDocument> = {
  table: irradianceTable,
  json: irradianceJson,
  csv: irradianceCsv,
  markdown: irradianceMarkdown,
};

/** Reads the weather, puts a plane into it, prints. */
export async function runIrradiance(args: IrradianceArguments): Promise<void> {
  const asked = withFile(args);
  const weather = await readWeather(asked);
  tellNotes(weather, asked.site ?? asked.weather ?? 'clear sky');
  const iam = args.iam ?? 'physical';
  const [plane, modifier, soiling] = await Promise.all([
    readPlane(args, weather.place),
    readModifier(args, iam),
    readSoiling(args),
  ]);
  const options: IrradianceOptions = { ...plane, ...modifier, soiling };
  const year = irradianceYear(weather, options);
  const document = irradianceDocument(year, weather, options, iam, packageVersion());
  await printResult(document, printers, args, (drawn) => [irradianceFigure(drawn)]);
}

/** A file without an option before it is the weather. */
function withFile({ file, ...args }: IrradianceArguments): WeatherArguments {
  if (file === undefined) {
    if (args.weather ?? args.site ?? args['clear-sky']) return args;
    throw new UsageError('weather is needed: a FILE, --site NAME or --clear-sky');
  }
  if (args.weather !== undefined) {
    throw new UsageError(`two files of weather: ${file} and ${args.weather}`);
  }
  return { ...args, weather: file };
}
