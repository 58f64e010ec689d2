import type { Mounting, Rows } from '../src/energy/plane/mounting.ts';
import type { PlaneOptions, SunRule } from '../src/energy/plane/planeOfArray.ts';
import type { SkyModel } from '../src/energy/plane/skyLight.ts';
import type { sapmMountings } from '../src/energy/temperature/cellTemperature.ts';
import type { Place } from '../src/energy/weather/weather.ts';
import type { HeatModel, HeatSettings } from '../src/energy/year/heatModel.ts';
import { loadHorizon } from '../src/node/loadHorizon.ts';
import type { FieldNumberName } from '../src/sweep/fieldSettings.ts';
import { numberKind, oneValue } from './oneValue.ts';
import { withoutGaps } from './readWeather.ts';
import { firstGiven, type OptionRule, refuseContradictions } from './refuseContradictions.ts';

/** Arguments of `planeOptions`. */
export interface PlaneArguments {
  readonly tracker?: Mounting['kind'];
  readonly tilt?: string;
  readonly azimuth?: string;
  readonly 'axis-tilt'?: string;
  readonly 'axis-azimuth'?: string;
  readonly 'max-angle'?: string;
  readonly backtracking?: 'yes' | 'no';
  readonly gcr?: string;
  readonly pitch?: string;
  readonly height?: string;
  /** Whether the light behind is asked for, which needs rows. */
  readonly bifacial?: boolean;
  readonly transposition?: keyof typeof skies;
  readonly albedo?: string;
  readonly sun?: SunRule;
  readonly horizon?: string;
  readonly 'temperature-model'?: HeatModel;
  readonly 'faiman-u0'?: string;
  readonly 'faiman-u1'?: string;
  readonly 'pvsyst-uc'?: string;
  readonly 'pvsyst-uv'?: string;
  readonly 'sapm-mounting'?: keyof typeof sapmMountings;
  readonly noct?: string;
}

/** Numbers among them. */
type PlaneNumber = FieldNumberName & keyof PlaneArguments;

const skies = {
  perez: 'perez',
  haydavies: 'hay-davies',
  isotropic: 'isotropic',
} as const satisfies Record<string, SkyModel>;

const rowNames = ['gcr', 'pitch', 'height', 'bifacial'] as const;

const rules: readonly OptionRule[] = [
  { options: ['tilt', 'azimuth'], needs: 'tracker', values: ['fixed'], default: 'fixed' },
  {
    options: ['axis-tilt', 'axis-azimuth', 'max-angle', 'backtracking'],
    needs: 'tracker',
    values: ['single-axis'],
    default: 'fixed',
  },
  {
    options: rowNames,
    needs: 'tracker',
    values: ['fixed', 'single-axis'],
    default: 'fixed',
  },
  {
    options: ['faiman-u0', 'faiman-u1'],
    needs: 'temperature-model',
    values: ['faiman', 'balance'],
    default: 'faiman',
  },
  {
    options: ['pvsyst-uc', 'pvsyst-uv'],
    needs: 'temperature-model',
    values: ['pvsyst'],
    default: 'faiman',
  },
  { options: ['sapm-mounting'], needs: 'temperature-model', values: ['sapm'], default: 'faiman' },
  { options: ['noct'], needs: 'temperature-model', values: ['noct'], default: 'faiman' },
];

/** Of large plants: rows of modules 2 m wide, 1.5 m above the ground. */
const usualRows = { groundCover: 0.4, pitch: 5, height: 1.5 };

/** How modules stand, and how light is laid on them. */
export interface ReadPlane {
  readonly mounting: Mounting;
  readonly plane: PlaneOptions;
  readonly heat: HeatSettings;
}

/**
 * Mounting, light and heat that the options name.
 *
 * Modules stand alone unless one of the options of rows, or light behind, is asked for; then rows
 * shade each other too. A single-axis tracker turns back for its neighbours in any case.
 *
 * @param place whose latitude and side of the equator the defaults take
 * @throws UsageError for options that contradict each other or are out of bounds
 */
export async function readPlane(args: PlaneArguments, place: Place): Promise<ReadPlane> {
  const given = { ...args };
  refuseContradictions(given, rules);
  const value = (name: PlaneNumber) => oneValue(args[name], numberKind(name));
  const groundCover = (await value('gcr')) ?? usualRows.groundCover;
  const albedo = await value('albedo');
  // To a tracker the cover of the ground says when to turn back.
  const tellRows = rowNames.filter((name) => name !== 'gcr' || args.tracker !== 'single-axis');
  const hasRows = firstGiven(given, tellRows) !== undefined;
  const rows: Rows = {
    groundCover,
    pitch: (await value('pitch')) ?? usualRows.pitch,
    height: (await value('height')) ?? usualRows.height,
  };
  return {
    mounting: await readMounting(args, place, groundCover),
    plane: {
      sky: skies[args.transposition ?? 'perez'],
      sun: args.sun ?? 'sunlit',
      ...(albedo === undefined ? {} : { albedo }),
      ...(hasRows ? { rows, rowShading: true } : {}),
      ...(args.horizon === undefined ? {} : { horizon: await loadHorizon(args.horizon) }),
    },
    heat: await readHeat(args),
  };
}

async function readMounting(
  args: PlaneArguments,
  place: Place,
  groundCover: number,
): Promise<Mounting> {
  const value = (name: PlaneNumber) => oneValue(args[name], numberKind(name));
  switch (args.tracker ?? 'fixed') {
    case 'fixed':
      return {
        kind: 'fixed',
        tilt: (await value('tilt')) ?? Math.round(Math.abs(place.latitude)),
        azimuth: (await value('azimuth')) ?? (place.latitude < 0 ? 0 : 180),
      };
    case 'single-axis':
      return {
        kind: 'single-axis',
        axisTilt: (await value('axis-tilt')) ?? 0,
        axisAzimuth: (await value('axis-azimuth')) ?? 180,
        maxAngle: (await value('max-angle')) ?? 60,
        backtrack: args.backtracking !== 'no',
        groundCover,
        crossAxisTilt: 0,
      };
    case 'dual-axis':
      return { kind: 'dual-axis' };
  }
}

/** Temperature model and coefficients that the options name. */
export async function readHeat(args: PlaneArguments): Promise<HeatSettings> {
  const value = (name: PlaneNumber) => oneValue(args[name], numberKind(name));
  const model = args['temperature-model'] ?? 'faiman';
  switch (model) {
    case 'faiman':
    case 'balance': {
      const [u0, u1] = await Promise.all([value('faiman-u0'), value('faiman-u1')]);
      return { model, ...withoutGaps({ u0, u1 }) };
    }
    case 'pvsyst': {
      const [constant, wind] = await Promise.all([value('pvsyst-uc'), value('pvsyst-uv')]);
      return { model, ...withoutGaps({ constant, wind }) };
    }
    case 'sapm':
      return { model, ...withoutGaps({ mounting: args['sapm-mounting'] }) };
    case 'noct':
      return { model, ...withoutGaps({ noct: await value('noct') }) };
  }
}
