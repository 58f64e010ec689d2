import { detailedBalanceLimit } from '../src/cell/detailedBalance.ts';
import { UsageError } from '../src/cell/errors.ts';
import { siliconEfficiency } from '../src/cell/siliconEfficiency.ts';
import { type LimitOptics, limitOptics } from '../src/cell/siliconLimit.ts';
import { integrateIrradiance } from '../src/light/integrateIrradiance.ts';
import { type Spectrum, scaleSpectrum } from '../src/light/spectrum.ts';
import { loadOptics } from '../src/node/loadOptics.ts';
import { loadSpectrum } from '../src/node/loadSpectrum.ts';
import { zeroCelsius } from '../src/physics/constants.ts';
import { augerModels } from '../src/physics/siliconModels.ts';
import { type LimitDocument, type LimitRow, limitDocument } from '../src/report/limitDocument.ts';
import { limitCsv, limitJson, limitMarkdown, limitTable } from '../src/report/limitText.ts';
import { limitFigure } from '../src/report/plot/figures/limitFigure.ts';
import { type AxisKind, parseAxis } from '../src/sweep/axis.ts';
import { irradianceAxis, temperatureAxis } from '../src/sweep/conditionRanges.ts';
import { limitAuger } from './limitOptions.ts';
import { packageVersion } from './packageVersion.ts';
import { type DrawnArguments, type Printers, printResult } from './resultOutput.ts';

/** Arguments of `solarcell limit`. */
export interface LimitArguments extends DrawnArguments {
  readonly gap?: string;
  readonly material?: string;
  readonly thickness?: string;
  readonly auger?: keyof typeof limitAuger;
  readonly optics?: LimitOptics;
  readonly doping?: string;
  readonly type?: 'n' | 'p';
  readonly spectrum?: string;
  readonly irradiance?: string;
  readonly temperature?: string;
}

const gapAxis: AxisKind = { name: '--gap', unit: 'eV', min: 0.35, max: 4 };
const thicknessAxis: AxisKind = { name: '--thickness', unit: 'um', min: 0.1, max: 10_000 };
/** Above this, statistics are no longer Boltzmann's. */
const dopingAxis: AxisKind = { name: '--doping', unit: 'cm^-3', min: 0, max: 1e18 };

/** What the efficiency in a standard spectrum refers to, W/m2, whatever its table adds up to. */
const ratedIrradiance: Readonly<Record<string, number>> = { 'am1.5g': 1000, 'iec60904-3': 1000 };

const printers: Printers<LimitDocument> = {
  table: limitTable,
  json: limitJson,
  csv: limitCsv,
  markdown: limitMarkdown,
};

/** Works the limit out and prints it. */
export async function runLimit(args: LimitArguments): Promise<void> {
  if (args.gap === undefined && args.material === undefined) {
    throw new UsageError('limit needs --gap (1.34) or --material silicon');
  }
  const light = await chosenLight(args);
  const document = args.gap === undefined ? await ofSilicon(args, light) : await ofGap(args, light);
  await printResult(document, printers, args, limitFigures);
}

const limitFigures = (document: LimitDocument) => {
  const figure = limitFigure(document);
  return figure === undefined ? [] : [figure];
};

/** The light, and what the efficiency refers to. */
interface Light {
  readonly spectrum: Spectrum;
  /** degC. */
  readonly temperature: number;
  readonly conditions: LimitDocument['conditions'];
}

async function chosenLight(args: LimitArguments): Promise<Light> {
  const usual = args.gap === undefined ? 'iec60904-3' : 'am1.5g';
  const [tabulated, irradiance, temperature] = await Promise.all([
    loadSpectrum(args.spectrum ?? usual),
    args.irradiance === undefined ? undefined : single(args.irradiance, irradianceAxis),
    single(args.temperature ?? '25', temperatureAxis),
  ]);
  const spectrum = irradiance === undefined ? tabulated : scaleSpectrum(tabulated, irradiance);
  const total = integrateIrradiance(spectrum);
  return {
    spectrum,
    temperature,
    conditions: {
      spectrum: spectrum.name,
      spectrum_irradiance_W_m2: total,
      irradiance_W_m2: irradiance ?? ratedIrradiance[spectrum.name] ?? total,
      temperature_C: temperature,
    },
  };
}

async function ofGap(args: LimitArguments, light: Light): Promise<LimitDocument> {
  const gaps = await parseAxis(args.gap ?? '', gapAxis);
  const kelvin = light.temperature + zeroCelsius;
  const { irradiance_W_m2 } = light.conditions;
  const rows = gaps.map((gap): LimitRow => {
    const figures = detailedBalanceLimit(gap, light.spectrum, kelvin, irradiance_W_m2);
    return { band_gap_eV: gap, ...figures };
  });
  const models = {
    kind: 'detailed-balance',
    optics: 'ideal',
    optics_reference: 'every photon above the gap is absorbed; emission from the front only',
    auger: 'none',
    auger_reference: '',
  } as const;
  return limitDocument(rows, light.conditions, models, packageVersion());
}

async function ofSilicon(args: LimitArguments, light: Light): Promise<LimitDocument> {
  const [thicknesses, doping, constants] = await Promise.all([
    parseAxis(args.thickness ?? '110', thicknessAxis),
    single(args.doping ?? '0', dopingAxis),
    loadOptics('c-si'),
  ]);
  if (args.type !== undefined && doping === 0) {
    throw new UsageError('--type needs --doping');
  }
  const optics = args.optics ?? 'tiedje';
  const auger = limitAuger[args.auger ?? 'richter2012'];
  const models = { auger, narrowing: 'schenk1998', density: 'couderc2014' } as const;
  const rows = thicknesses.map((thickness_um): LimitRow => {
    const input = {
      thickness: thickness_um * 1e-4,
      netDoping: args.type === 'p' ? -doping : doping,
      temperature: light.temperature + zeroCelsius,
      optics,
      models,
      constants,
    };
    const { irradiance_W_m2 } = light.conditions;
    return { thickness_um, ...siliconEfficiency(input, light.spectrum, irradiance_W_m2) };
  });
  return limitDocument(
    rows,
    light.conditions,
    {
      kind: 'silicon',
      optics,
      optics_reference: limitOptics[optics].reference,
      auger,
      auger_reference: augerModels[auger].reference,
      narrowing: `${models.narrowing} with injection`,
      constants: `n and k of ${constants.name} (Green 2008)`,
      doping_cm3: doping,
      doping_type: doping === 0 ? 'none' : (args.type ?? 'n'),
    },
    packageVersion(),
  );
}

async function single(text: string, axis: AxisKind): Promise<number> {
  const values = await parseAxis(text, axis);
  if (values.length > 1) throw new UsageError(`${axis.name} "${text}": one value is expected`);
  return values[0]!;
}
