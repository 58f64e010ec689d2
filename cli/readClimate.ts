import { UsageError } from '../src/cell/errors.ts';
import type { ClimateRatingOptions } from '../src/energy/year/climateRating.ts';
import type { AxisKind } from '../src/sweep/axis.ts';
import { oneValue } from './oneValue.ts';
import { climateOptions } from './rateOptions.ts';
import { type PlaneArguments, readPlane } from './readPlane.ts';
import { readWeather, tellNotes, type WeatherArguments, withoutGaps } from './readWeather.ts';
import { firstGiven, refuseContradictions } from './refuseContradictions.ts';

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
  readonly iam?: 'martin-ruiz' | 'own';
  readonly 'iam-coefficient'?: string;
}

const losses: AxisKind = { name: '--iam-coefficient', unit: '', min: 1e-3, max: 1 };
/** Of the standard's reference climates, deg. */
const standardTilt = '20';

/**
 * Weather and plane that a module is rated in.
 *
 * @returns the options without the cell's own reflection, which `iam` then asks for
 * @throws UsageError for options that contradict each other or are out of bounds
 */
export async function readClimate(args: ClimateArguments) {
  const option = firstGiven({ ...args }, Object.keys(climateOptions));
  if (
    option !== undefined &&
    firstGiven({ ...args }, ['weather', 'site', 'clear-sky']) === undefined
  ) {
    throw new UsageError(`--${option} needs --weather FILE, --site NAME or --clear-sky`);
  }
  refuseContradictions({ ...args }, [
    {
      options: ['iam-coefficient'],
      needs: 'iam',
      values: ['martin-ruiz'],
      default: 'martin-ruiz',
    },
  ]);
  const weather = await readWeather(args);
  tellNotes(weather, args.site ?? args.weather ?? 'clear sky');
  const { mounting, plane, heat } = await readPlane(
    { ...args, tilt: args.tilt ?? standardTilt },
    weather.place,
  );
  if (mounting.kind !== 'fixed' || heat.model !== 'faiman') {
    throw new UsageError('a module is rated fixed, and warmed by Faiman');
  }
  const angle = await oneValue(args['iam-coefficient'], losses);
  const options: ClimateRatingOptions = {
    mounting,
    plane,
    ...withoutGaps({ angle, u0: heat.u0, u1: heat.u1 }),
  };
  return { weather, options, iam: args.iam ?? 'martin-ruiz' };
}
