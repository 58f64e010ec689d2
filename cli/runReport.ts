import { extname } from 'node:path';
import { type AnalysisRequest, analyseCell } from '../src/cell/analyses.ts';
import { bifacialFigures, cellBifaciality } from '../src/cell/bifacial.ts';
import type { Cell } from '../src/cell/cell.ts';
import { UsageError } from '../src/cell/errors.ts';
import { cellToModule, type OpticalRequest, opticalAnalysis } from '../src/cell/opticalAnalysis.ts';
import { compareCells } from '../src/energy/compareCells.ts';
import type { Spectrum } from '../src/light/spectrum.ts';
import { loadModuleLayers } from '../src/node/loadModuleLayers.ts';
import { loadReportAssets } from '../src/node/loadReportAssets.ts';
import { svgDocument } from '../src/node/svgDocument.ts';
import { writeFileAtomic } from '../src/node/writeFileAtomic.ts';
import { compareDocument } from '../src/report/compareDocument.ts';
import { type OpticsDocument, opticsDocument } from '../src/report/opticsDocument.ts';
import { dataSources } from '../src/report/page/dataSources.ts';
import type { ReportDocument } from '../src/report/page/reportDocument.ts';
import { reportPage } from '../src/report/page/reportPage.ts';
import { bifacialDocument, simulateDocument } from '../src/report/simulateDocument.ts';
import { rearIrradianceAxis } from '../src/sweep/conditionRanges.ts';
import { commandText } from './commandWords.ts';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { oneValue } from './oneValue.ts';
import { packageVersion } from './packageVersion.ts';
import { firstGiven } from './refuseContradictions.ts';
import { type CompareArguments, comparisonOf } from './runCompare.ts';
import { type YearArguments, yearOf } from './runYear.ts';
import { tell } from './talk.ts';
import { stageOver } from './workReport.ts';
import { yearOptions } from './yearOptions.ts';

/** Arguments of `solarcell report`. */
export type ReportArguments = Omit<
  CompareArguments & YearArguments,
  'plot' | 'format' | 'hourly'
> & { readonly 'rear-irradiance'?: string };

/** Options that only mean something in a year of weather. */
const yearNames = Object.keys({ ...weatherOptions, ...planeOptions, ...yearOptions });

/** Light of the figures of efficiency, W/m2: from a dim to a bright day. */
const irradiances = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000];
/** Of the figures of temperature, degC. */
const temperatures = [-10, 5, 15, 25, 35, 45, 55, 65, 75];
/** In which cells are looked into: standard test conditions. */
const standard = { irradiance: 1000, temperature: 25 } as const;

/** Light behind that IEC TS 60904-1-2 rates bifacial cells in, W/m2. */
const usualBehind = 200;

/** Bytes of a page that mail takes and a phone opens at once; twelve cells stay below. */
const longestPage = 1.5e6;

const pageEndings = ['.html', '.htm'];

/** Compares, looks into each cell, writes the page. */
export async function runReport(args: ReportArguments): Promise<void> {
  const { output } = args;
  if (output === undefined && process.stdout.isTTY) {
    throw new UsageError('a report is a page for a browser: name a file, --output report.html');
  }
  if (output !== undefined && !pageEndings.includes(extname(output).toLowerCase())) {
    throw new UsageError(
      `--output "${output}": a report is written as ${pageEndings.join(' or ')}`,
    );
  }
  const report = await reportOf(args);
  stageOver('calculation');
  const [document, assets] = await Promise.all([svgDocument(), loadReportAssets()]);
  const page = await reportPage(report, { document, ...assets });
  stageOver('drawing');
  if (output === undefined) {
    process.stdout.write(page);
    return;
  }
  await writeFileAtomic(output, page);
  tell(`wrote ${output}`);
  const note = lengthNote(Buffer.byteLength(page));
  if (note !== undefined) tell(note);
}

/** What is said of a page that is too long to be sent about. */
export function lengthNote(bytes: number): string | undefined {
  if (bytes <= longestPage) return undefined;
  return `note: ${(bytes / 1e6).toFixed(2)} MB; with fewer cells the page stays under ${longestPage / 1e6} MB`;
}

async function reportOf(args: ReportArguments): Promise<ReportDocument> {
  const [layers, rearIrradiance = usualBehind] = await Promise.all([
    loadModuleLayers(),
    oneValue(args['rear-irradiance'], rearIrradianceAxis),
  ]);
  const overYear = firstGiven({ ...args }, yearNames) !== undefined;
  const made = overYear ? await yearOf(args) : await comparisonOf(withDay(args));
  const { document: comparison, cells } = made;
  const spectrum = 'weather' in made ? made.spectrum : made.options.spectrum;
  const profile = 'weather' in made ? undefined : made.options.profile;
  const version = packageVersion();
  const { baseline } = 'site' in comparison ? comparison.settings : comparison.conditions;
  return {
    comparison,
    ...(profile === undefined ? {} : { profile }),
    cells: cells.map((cell) => {
      const request = requestOf(args, spectrum);
      const light = { spectrum, ...standard };
      return {
        cell,
        analysis: simulateDocument(analyseCell(cell, request), request, cell, version),
        bothLit: {
          rearIrradiance,
          figures: bifacialDocument(bifacialFigures(cell, light, rearIrradiance)),
        },
        module: moduleDocument(cell, { ...light, module: layers }, version),
      };
    }),
    ...(cells.length === 0 ? {} : { overLight: overLight(cells, spectrum, baseline) }),
    sources: dataSources({
      cells,
      spectrum,
      module: layers,
      ...('weather' in made ? { weather: made.weather } : {}),
    }),
    provenance: { version, command: commandText(), date: now() },
  };

  function overLight(simulated: readonly Cell[], light: Spectrum, base: string) {
    const isSimulated = simulated.some(({ name }) => name === base);
    const options = {
      spectrum: light,
      irradiances,
      temperatures: [standard.temperature],
      fidelity: args.fidelity,
      ...(isSimulated ? { baseline: base } : {}),
    };
    return compareDocument(compareCells(simulated, options), options, simulated, version);
  }
}

/** Where the photons of a cell in a module end. */
function moduleDocument(
  cell: Cell,
  light: OpticalRequest & Required<Pick<OpticalRequest, 'module' | 'irradiance' | 'temperature'>>,
  version: string,
): OpticsDocument {
  return opticsDocument(
    cell,
    opticalAnalysis(cell, light),
    cellBifaciality(cell, light),
    {
      conditions: {
        spectrum: light.spectrum.name,
        irradiance_W_m2: light.irradiance,
        temperature_C: light.temperature,
        side: 'front',
        angle_deg: 0,
        set: cell.set ?? [],
      },
      module: light.module,
      cell_to_module: cellToModule(cell, light),
    },
    version,
  );
}

/** Without light of any kind the day that ships. */
function withDay(args: ReportArguments): ReportArguments {
  const { irradiance, hours, profile } = args;
  const hasLight = [irradiance, hours, profile].some((option) => option !== undefined);
  return hasLight ? args : { ...args, profile: 'summer-day' };
}

/** Every part that a cell has in this fidelity. */
function requestOf({ fidelity }: ReportArguments, spectrum: Spectrum): AnalysisRequest {
  const inside = { eqe: true, bands: 'mpp', losses: true } as const;
  return {
    spectrum,
    ...standard,
    jv: true,
    temperatures,
    fidelity,
    ...(fidelity === 'lumped' ? {} : inside),
  };
}

/** The time of making, or that of SOURCE_DATE_EPOCH, so that the same input can give the same bytes. */
function now(): string {
  const fixed = process.env.SOURCE_DATE_EPOCH;
  const time = fixed !== undefined && /^\d+$/.test(fixed) ? Number(fixed) * 1000 : Date.now();
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
