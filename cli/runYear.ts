import type { Cell } from '../src/cell/cell.ts';
import { UsageError } from '../src/cell/errors.ts';
import { didYouMean } from '../src/cell/nearest.ts';
import { baselineOf } from '../src/energy/baseline.ts';
import type { PvModule } from '../src/energy/field/parseModules.ts';
import type { Weather } from '../src/energy/weather/weather.ts';
import {
  compareYear,
  type YearComparison,
  type YearOptions,
} from '../src/energy/year/compareYear.ts';
import { datasheetModule } from '../src/energy/year/datasheetModule.ts';
import type { CellModel, FieldCell } from '../src/energy/year/fieldCell.ts';
import { simulatedCell } from '../src/energy/year/simulatedCell.ts';
import type { Spectrum } from '../src/light/spectrum.ts';
import { productionCells } from '../src/node/loadCell.ts';
import { loadModuleLayers } from '../src/node/loadModuleLayers.ts';
import { loadModules } from '../src/node/loadModules.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { writeRowFile } from '../src/node/rows/rowFile.ts';
import { rowFormatOf } from '../src/node/rows/rowFormat.ts';
import type { ModuleLayers } from '../src/optics/module.ts';
import { yearFigures } from '../src/report/plot/figures/yearFigures.ts';
import { type YearChoices, type YearDocument, yearDocument } from '../src/report/yearDocument.ts';
import { yearHours, yearHoursHead } from '../src/report/yearHours.ts';
import { yearCsv, yearJson, yearMarkdown, yearTable } from '../src/report/yearText.ts';
import { comparedCells } from './comparedCells.ts';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { numberKind, oneValue } from './oneValue.ts';
import { packageVersion } from './packageVersion.ts';
import {
  type AngleModel,
  type ModifierArguments,
  readModifier,
  readSoiling,
} from './readModifier.ts';
import { type ModuleArguments, readModule } from './readModule.ts';
import { type PlaneArguments, readPlane } from './readPlane.ts';
import { readWeather, tellNotes, type WeatherArguments } from './readWeather.ts';
import { firstGiven, refuseBoth, refuseContradictions } from './refuseContradictions.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';
import { refuseOtherRating } from './spectralOption.ts';
import { tell } from './talk.ts';
import { yearOptions } from './yearOptions.ts';

/** Arguments of `solarcell compare` over a year of weather. */
export interface YearArguments
  extends WeatherArguments,
    PlaneArguments,
    Omit<ModifierArguments, 'iam'>,
    ModuleArguments,
    DrawnArguments {
  readonly cells?: string[];
  readonly spectrum?: string;
  readonly baseline?: string;
  readonly set?: string[];
  readonly iam?: 'optics' | AngleModel;
  readonly spectral?: 'none' | 'clear-sky';
  readonly 'cell-model'?: CellModel;
  readonly module?: string[];
  readonly 'module-loss'?: string;
  readonly inverter?: string;
  readonly 'dc-ac-ratio'?: string;
  readonly hourly?: string;
}

/** PVWatts' ratio of modules to inverter (manual of version 5, doi:10.2172/1158421, table 2: 1.1). */
const usualRatio = 1.1;

const printers: Printers<YearDocument> = {
  table: yearTable,
  json: yearJson,
  csv: yearCsv,
  markdown: yearMarkdown,
};

/** Reads the weather, puts the cells into it, prints. */
export async function runYear(args: YearArguments): Promise<void> {
  if (args.hourly !== undefined) rowFormatOf(args.hourly);
  const { document, comparison, weather } = await yearOf(args);
  await printResult(document, printers, args, yearFigures);
  if (args.hourly === undefined) return;
  await writeRowFile(args.hourly, yearHoursHead(document), yearHours(comparison, weather));
  tell(`wrote ${args.hourly}`);
}

/** A year as it is told, with what it was made of. */
export interface MadeYear {
  readonly document: YearDocument;
  readonly comparison: YearComparison;
  readonly weather: Weather;
  readonly cells: readonly Cell[];
  readonly spectrum: Spectrum;
}

/** Reads the weather and puts the cells into it. */
export async function yearOf(args: YearArguments): Promise<MadeYear> {
  refuseWrongOptions(args);
  // What costs nothing to read comes first: a slip in it is told at once.
  const iam = args.iam ?? (args.encapsulated ? 'optics' : 'physical');
  const [modules, cells, spectrum, moduleLoss = 0, soiling, inverter, modifier, laminate] =
    await Promise.all([
      chosenModules(args),
      chosenCells(args),
      loadSpectrum(args.spectrum ?? 'am1.5g'),
      oneValue(args['module-loss'], numberKind('module-loss')),
      readSoiling(args),
      inverterOption(args),
      iam === 'optics' ? { modifier: 'own' as const } : readModifier(args, iam),
      moduleLayers(args),
    ]);
  baselineOf(
    [...cells, ...modules].map(({ name }) => name),
    args.baseline,
  );
  const weather = await readWeather(args);
  tellNotes(weather, args.site ?? args.weather ?? 'clear sky');
  const plane = await readPlane(args, weather.place);
  const members: FieldCell[] = [
    ...cells.map((cell) =>
      simulatedCell(cell, spectrum, {
        model: args['cell-model'] ?? 'map',
        moduleLoss,
        ...(args.encapsulated ? { module: laminate! } : {}),
        ...(laminate === undefined ? {} : { heatModule: laminate }),
      }),
    ),
    ...modules.map(datasheetModule),
  ];
  const options: YearOptions = {
    ...plane,
    ...modifier,
    soiling,
    ...(args.spectral === 'clear-sky' ? { spectral: args.spectral } : {}),
    bifacial: args.bifacial ?? false,
    ...inverter,
    ...(args.baseline === undefined ? {} : { baseline: args.baseline }),
  };
  const comparison = compareYear(members, weather, options);
  const choices: YearChoices = {
    spectrum: spectrum.name,
    iam,
    ...(args.encapsulated ? { module: laminate! } : {}),
    moduleLoss,
  };
  const document = yearDocument(comparison, weather, options, choices, cells, packageVersion());
  return { document, comparison, weather, cells, spectrum };
}

const sources = ['weather', 'site', 'clear-sky'];

function refuseWrongOptions(args: YearArguments): void {
  const given = { ...args };
  if (firstGiven(given, sources) === undefined) {
    const names = Object.keys({ ...weatherOptions, ...planeOptions, ...yearOptions });
    const option = firstGiven(given, names);
    throw new UsageError(`--${option} needs --weather FILE, --site NAME or --clear-sky`);
  }
  refuseBoth(given, sources, ['irradiance', 'temperature', 'hours', 'profile', 'fidelity']);
  refuseContradictions(given, [{ options: ['dc-ac-ratio'], needs: 'inverter' }]);
  // Neither is known of commercial modules.
  if (args.iam === 'optics') refuseBoth(given, ['iam'], ['module']);
  if (args.spectral === 'clear-sky') refuseBoth(given, ['spectral'], ['module']);
  refuseOtherRating(args);
}

/** Cells that are named; all that ship, unless only modules are. */
function chosenCells(args: YearArguments): Promise<Cell[]> {
  const named = args.cells ?? [];
  const isModulesOnly = named.length === 0 && (args.module ?? []).length > 0;
  const names = named.length > 0 ? named : isModulesOnly ? [] : productionCells;
  return comparedCells(names, args.set);
}

async function chosenModules({ module: names = [] }: YearArguments): Promise<PvModule[]> {
  if (names.length === 0) return [];
  const all = await loadModules();
  return names.map((name) => {
    const wanted = name.toLowerCase();
    const exact = all.find((one) => one.name.toLowerCase() === wanted);
    const alike = all.filter((one) => one.name.toLowerCase().includes(wanted));
    if (exact ?? alike.length === 1) return exact ?? alike[0]!;
    // A maker is a name too, as far as it stands for one module.
    const known = all.flatMap((one) => [one.name, one.name.split(' ')[0]!]);
    if (alike.length > 1) {
      const list = alike.slice(0, 5).map((one) => `"${one.name}"`);
      const more = alike.length > 5 ? ', ...' : '';
      throw new UsageError(
        `--module "${name}" stands for ${alike.length}: ${list.join(', ')}${more}`,
      );
    }
    throw new UsageError(
      `unknown module "${name}"${didYouMean(name, known)} (${all.length} in data/modules/cec.csv)`,
    );
  });
}

/** Glass and encapsulant around the cells, where something asks for them. */
export async function moduleLayers(
  args: ModuleArguments & Pick<YearArguments, 'bifacial' | 'temperature-model'>,
): Promise<ModuleLayers | undefined> {
  refuseBoth({ ...args }, ['backsheet'], ['bifacial']);
  const chosen = await readModule(args);
  if (chosen !== undefined || args['temperature-model'] !== 'balance') return chosen;
  return loadModuleLayers();
}

/** The inverter that the options name, if any. */
export async function inverterOption(
  args: Pick<YearArguments, 'inverter' | 'dc-ac-ratio'>,
): Promise<Pick<YearOptions, 'inverter'>> {
  const efficiency = await oneValue(args.inverter, numberKind('inverter'));
  if (efficiency === undefined) return {};
  const dcAcRatio = (await oneValue(args['dc-ac-ratio'], numberKind('dc-ac-ratio'))) ?? usualRatio;
  return { inverter: { efficiency, dcAcRatio } };
}
