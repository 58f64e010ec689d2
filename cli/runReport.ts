import { extname } from 'node:path';
import { type AnalysisRequest, analyseCell } from '../src/cell/analyses.ts';
import type { Cell } from '../src/cell/cell.ts';
import { UsageError } from '../src/cell/errors.ts';
import { compareCells } from '../src/energy/compareCells.ts';
import type { Spectrum } from '../src/light/spectrum.ts';
import { loadReportAssets } from '../src/node/loadReportAssets.ts';
import { svgDocument } from '../src/node/svgDocument.ts';
import { writeFileAtomic } from '../src/node/writeFileAtomic.ts';
import { compareDocument } from '../src/report/compareDocument.ts';
import { dataSources } from '../src/report/page/dataSources.ts';
import type { ReportDocument } from '../src/report/page/reportDocument.ts';
import { reportPage } from '../src/report/page/reportPage.ts';
import { simulateDocument } from '../src/report/simulateDocument.ts';
import { commandText } from './commandWords.ts';
import { planeOptions, weatherOptions } from './fieldOptions.ts';
import { packageVersion } from './packageVersion.ts';
import { firstGiven } from './refuseContradictions.ts';
import { type CompareArguments, comparisonOf } from './runCompare.ts';
import { type YearArguments, yearOf } from './runYear.ts';
import { tell } from './talk.ts';
import { stageOver } from './workReport.ts';
import { yearOptions } from './yearOptions.ts';

/** Arguments of `solarcell report`. */
export type ReportArguments = Omit<CompareArguments & YearArguments, 'plot' | 'format' | 'hourly'>;

/** Options that only mean something in a year of weather. */
const yearNames = Object.keys({ ...weatherOptions, ...planeOptions, ...yearOptions });

/** Light of the figures of efficiency, W/m2: from a dim to a bright day. */
const irradiances = [50, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000];
/** Of the figures of temperature, degC. */
const temperatures = [-10, 5, 15, 25, 35, 45, 55, 65, 75];
/** In which cells are looked into: standard test conditions. */
const standard = { irradiance: 1000, temperature: 25 } as const;

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
  const page = reportPage(report, { document, ...assets });
  stageOver('drawing');
  if (output === undefined) {
    process.stdout.write(page);
    return;
  }
  await writeFileAtomic(output, page);
  tell(`wrote ${output}`);
}

async function reportOf(args: ReportArguments): Promise<ReportDocument> {
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
      return {
        cell,
        analysis: simulateDocument(analyseCell(cell, request), request, cell, version),
      };
    }),
    ...(cells.length === 0 ? {} : { overLight: overLight(cells, spectrum, baseline) }),
    sources: dataSources({
      cells,
      spectrum,
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
