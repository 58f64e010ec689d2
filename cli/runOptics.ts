import { cellBifaciality } from '../src/cell/bifacial.ts';
import type { Cell } from '../src/cell/cell.ts';
import { UsageError } from '../src/cell/errors.ts';
import { generationProfile } from '../src/cell/generationProfile.ts';
import {
  cellToModule,
  type LitSide,
  type OpticalAnalysis,
  type OpticalRequest,
  opticalAnalysis,
} from '../src/cell/opticalAnalysis.ts';
import { refuseTwins } from '../src/energy/baseline.ts';
import type { Spectrum } from '../src/light/spectrum.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { rememberedOptics } from '../src/optics/rememberedOptics.ts';
import {
  comparedOpticsCsv,
  comparedOpticsJson,
  comparedOpticsMarkdown,
  comparedOpticsTable,
  type OpticsComparisonDocument,
} from '../src/report/opticsComparison.ts';
import {
  type AnglePoint,
  generationRows,
  type OpticsDocument,
  opticsDocument,
  summedBudget,
} from '../src/report/opticsDocument.ts';
import { opticsCsv, opticsJson, opticsMarkdown, opticsTable } from '../src/report/opticsText.ts';
import { comparedOpticsFigure } from '../src/report/plot/figures/comparedOpticsFigure.ts';
import { opticsFigure } from '../src/report/plot/figures/opticsFigure.ts';
import { type AxisKind, parseAxis } from '../src/sweep/axis.ts';
import { rearIrradianceAxis, temperatureAxis } from '../src/sweep/conditionRanges.ts';
import { comparedCells } from './comparedCells.ts';
import { oneValue } from './oneValue.ts';
import { packageVersion } from './packageVersion.ts';
import { readIrradiance } from './readIrradiance.ts';
import { type ModuleArguments, readModule } from './readModule.ts';
import { refuseContradictions } from './refuseContradictions.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';
import { varyOptics } from './varyOptics.ts';

/** Arguments of `solarcell optics`. */
export interface OpticsArguments extends DrawnArguments, ModuleArguments {
  readonly cells: string[];
  readonly spectrum?: string;
  readonly irradiance?: string;
  readonly 'rear-irradiance'?: string;
  readonly side?: LitSide;
  readonly angle?: string;
  readonly depth?: boolean;
  readonly wavelengths?: string;
  readonly temperature?: string;
  readonly vary?: string;
  readonly set?: string[];
}

const kinds = {
  behind: rearIrradianceAxis,
  angle: { name: '--angle', unit: 'deg', min: 0, max: 89.9 },
  wavelengths: { name: '--wavelengths', unit: 'nm', min: 250, max: 1450 },
  temperature: temperatureAxis,
} satisfies Record<string, AxisKind>;

const printers: Printers<OpticsDocument> = {
  table: opticsTable,
  json: opticsJson,
  csv: opticsCsv,
  markdown: opticsMarkdown,
};

const comparedPrinters: Printers<OpticsComparisonDocument> = {
  table: comparedOpticsTable,
  json: comparedOpticsJson,
  csv: comparedOpticsCsv,
  markdown: comparedOpticsMarkdown,
};

/** Solves the optics of cells and prints where their photons end. */
export async function runOptics(args: OpticsArguments): Promise<void> {
  refuseContradictions({ ...args }, [
    { options: ['rear-irradiance'], needs: 'side', values: ['both'], default: 'front' },
  ]);
  const spectrum = await loadSpectrum(args.spectrum ?? 'am1.5g');
  const [cells, angles, request] = await Promise.all([
    comparedCells(args.cells, args.set),
    parseAxis(args.angle ?? '0', kinds.angle),
    readRequest(args, spectrum),
  ]);
  refuseTwins(cells.map(({ name }) => name));
  refuseTogether(args, angles, request.side!);
  const light = { ...request, spectrum, solveOptics: rememberedOptics() };
  const documents: OpticsDocument[] = [];
  for (const cell of cells) documents.push(await documentOf(cell, args, light, angles));
  const [first, second] = documents;
  if (second === undefined) {
    await printResult(first!, printers, args, (drawn) => [opticsFigure(drawn)]);
    return;
  }
  const comparison = { schema: 'solarcell.optics-comparison/1', cells: documents } as const;
  await printResult(comparison, comparedPrinters, args, (drawn) => [comparedOpticsFigure(drawn)]);
}

function refuseTogether(args: OpticsArguments, angles: readonly number[], side: LitSide): void {
  if (args.vary !== undefined && angles.length > 1) {
    throw new UsageError('--vary takes one --angle');
  }
  if (args.vary !== undefined && args.cells.length > 1) {
    throw new UsageError('--vary takes one cell');
  }
  if (args.depth && (args.vary !== undefined || angles.length > 1 || args.cells.length > 1)) {
    throw new UsageError('--depth takes one cell and one --angle, without --vary');
  }
  if (args.backsheet !== undefined && side !== 'front') {
    throw new UsageError(`--backsheet lets no light in behind; it does not go with --side ${side}`);
  }
}

async function documentOf(
  cell: Cell,
  args: OpticsArguments,
  light: OpticalRequest,
  angles: readonly number[],
): Promise<OpticsDocument> {
  const angle = angles[0]!;
  const { module } = light;
  const analysis = solved(cell, { ...light, angle });
  const vary =
    args.vary === undefined
      ? undefined
      : await varyOptics(args.vary, args.cells[0]!, args.set ?? [], (varied) =>
          solved(varied, { ...light, angle }),
        );
  const iam = angles.length > 1 ? angleRows(cell, light, angles, analysis) : undefined;
  return opticsDocument(
    cell,
    analysis,
    analysis.budget.wafer === 0 ? undefined : cellBifaciality(cell, light),
    {
      conditions: {
        spectrum: light.spectrum.name,
        irradiance_W_m2: light.irradiance!,
        ...(light.side === 'both' ? { rear_irradiance_W_m2: light.rearIrradiance! } : {}),
        temperature_C: light.temperature!,
        side: light.side!,
        angle_deg: angle,
        set: args.set ?? [],
      },
      ...(module === undefined
        ? {}
        : { module, cell_to_module: cellToModule(cell, { ...light, module, angle }) }),
      ...(iam === undefined ? {} : { iam }),
      ...(vary === undefined ? {} : { vary }),
      ...(args.depth
        ? { generation: generationRows(generationProfile(cell, { ...light, angle })) }
        : {}),
    },
    packageVersion(),
  );
}

async function readRequest(
  args: OpticsArguments,
  spectrum: Spectrum,
): Promise<Omit<OpticalRequest, 'spectrum'>> {
  const [levels, rearIrradiance, temperature, wavelengths, module] = await Promise.all([
    readIrradiance(args.irradiance, spectrum),
    oneValue(args['rear-irradiance'], kinds.behind),
    oneValue(args.temperature, kinds.temperature),
    args.wavelengths === undefined ? undefined : parseAxis(args.wavelengths, kinds.wavelengths),
    readModule(args),
  ]);
  const irradiance = levels[0]!;
  if (levels.length !== 1) {
    throw new UsageError(`--irradiance "${args.irradiance}": one value is expected`);
  }
  if (wavelengths !== undefined) {
    const ascends = wavelengths.every((value, i) => i === 0 || value > wavelengths[i - 1]!);
    if (wavelengths.length < 2 || !ascends) {
      throw new UsageError(`--wavelengths "${args.wavelengths}": two or more, ascending`);
    }
  }
  return {
    irradiance,
    rearIrradiance: rearIrradiance ?? irradiance,
    temperature: temperature ?? 25,
    side: args.side ?? 'front',
    ...(wavelengths === undefined ? {} : { wavelengths: Float64Array.from(wavelengths) }),
    ...(module === undefined ? {} : { module }),
  };
}

/** A request that the data do not cover is one that cannot be met as written. */
function solved(cell: Cell, request: OpticalRequest): OpticalAnalysis {
  try {
    return opticalAnalysis(cell, request);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${cell.name}: ${error.message}`);
    throw error;
  }
}

/** The response at each angle, over that along the normal. */
function angleRows(
  cell: Cell,
  light: OpticalRequest,
  angles: readonly number[],
  first: OpticalAnalysis,
): AnglePoint[] {
  const known = new Map([[angles[0]!, first]]);
  const at = (angle: number) => known.get(angle) ?? solved(cell, { ...light, angle });
  const normal = at(0).budget.wafer!;
  return angles.map((angle_deg) => {
    const { budget } = at(angle_deg);
    return { angle_deg, iam: budget.wafer! / normal, ...summedBudget(budget) };
  });
}
