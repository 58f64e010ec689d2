import { UsageError } from '../src/cell/errors.ts';
import type { ClimateProfile } from '../src/energy/rating/climateProfile.ts';
import type {
  ClimateRatingOptions,
  ProfileRatingOptions,
} from '../src/energy/rating/climateRating.ts';
import type { Weather } from '../src/energy/weather/weather.ts';
import { loadClimateProfile } from '../src/node/loadClimateProfile.ts';
import type { AxisKind } from '../src/sweep/axis.ts';
import { weatherOptions } from './fieldOptions.ts';
import { oneValue } from './oneValue.ts';
import { climateOptions } from './rateOptions.ts';
import { type PlaneArguments, readHeat, readPlane } from './readPlane.ts';
import { readWeather, tellNotes, type WeatherArguments, withoutGaps } from './readWeather.ts';
import { firstGiven, refuseBoth, refuseContradictions } from './refuseContradictions.ts';

/** Arguments of the climate that a module is rated in. */
export interface ClimateArguments
  extends WeatherArguments,
    Pick<
      PlaneArguments,
      | 'tilt'
      | 'azimuth'
      | 'transposition'
      | 'albedo'
      | 'sun'
      | 'horizon'
      | 'faiman-u0'
      | 'faiman-u1'
    > {
  readonly climate?: string;
  readonly iam?: 'martin-ruiz' | 'own';
  readonly 'iam-coefficient'?: string;
  readonly spectral?: 'none' | 'clear-sky';
}

/** What a module is rated in; without the cell's own reflection, which `iam` asks for. */
export type RatingClimate = { readonly iam: 'martin-ruiz' | 'own' } & (
  | {
      readonly weather: Weather;
      readonly options: ClimateRatingOptions;
      readonly spectral: 'none' | 'clear-sky';
    }
  | { readonly profile: ClimateProfile; readonly options: ProfileRatingOptions }
);

const losses: AxisKind = { name: '--iam-coefficient', unit: '', min: 1e-3, max: 1 };
/** Of the standard's reference climates, deg. */
const standardTilt = '20';

/** Told by a profile itself. */
const ofPlane = ['tilt', 'azimuth', 'transposition', 'albedo', 'sun', 'horizon', 'spectral'];

/**
 * Weather and plane, or the climate profile, that a module is rated in.
 *
 * @throws UsageError for options that contradict each other or are out of bounds, DataError for a
 *   fault in a file
 */
export async function readClimate(args: ClimateArguments): Promise<RatingClimate> {
  const given = { ...args };
  const iam = args.iam ?? 'martin-ruiz';
  refuseContradictions({ ...given, iam }, [
    { options: ['iam-coefficient'], needs: 'iam', values: ['martin-ruiz'] },
  ]);
  const angle = await oneValue(args['iam-coefficient'], losses);
  if (args.climate !== undefined) {
    refuseBoth(given, ['climate'], [...Object.keys(weatherOptions), ...ofPlane]);
    const { u0, u1 } = await faimanOf(args);
    const profile = await loadClimateProfile(args.climate);
    return { profile, options: withoutGaps({ angle, u0, u1 }), iam };
  }
  const option = firstGiven(given, Object.keys(climateOptions));
  if (option !== undefined && firstGiven(given, ['weather', 'site', 'clear-sky']) === undefined) {
    const profile = ofPlane.includes(option) ? '' : ', --climate FILE';
    throw new UsageError(
      `--${option} needs --weather FILE, --site NAME or --clear-sky${profile}`.replace(
        ' or --clear-sky,',
        ', --clear-sky or',
      ),
    );
  }
  const weather = await readWeather(args);
  tellNotes(weather, args.site ?? args.weather ?? 'clear sky');
  const { mounting, plane } = await readPlane(
    { ...args, tilt: args.tilt ?? standardTilt },
    weather.place,
  );
  if (mounting.kind !== 'fixed') throw new UsageError('a module is rated fixed');
  const { u0, u1 } = await faimanOf(args);
  const options = { mounting, plane, ...withoutGaps({ angle, u0, u1 }) };
  return { weather, options, iam, spectral: args.spectral ?? 'none' };
}

/** Coefficients of Faiman's model, which the standard takes. */
async function faimanOf(args: ClimateArguments): Promise<{ u0?: number; u1?: number }> {
  const heat = await readHeat(args);
  return heat.model === 'faiman' ? heat : {};
}
