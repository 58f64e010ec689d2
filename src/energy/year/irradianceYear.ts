import { effectiveLight } from '../plane/effective.ts';
import type { IncidenceModifier } from '../plane/incidenceModifier.ts';
import type { Mounting } from '../plane/mounting.ts';
import { type PlaneLight, type PlaneOptions, planeOfArray } from '../plane/planeOfArray.ts';
import type { Weather } from '../weather/weather.ts';
import { type HeatSettings, heatModelOf } from './heatModel.ts';

/** Share of the light that dirt takes, 0 to 1: one value, or one for each month. */
export type Soiling = number | readonly number[];

/** How a plane stands in the weather. */
export interface IrradianceOptions {
  readonly mounting: Mounting;
  /** Sky, sun, ground, rows, horizon; their own defaults when left out. */
  readonly plane?: PlaneOptions;
  /** Of the cells; Faiman's open rack when left out. `balance` needs a cell and is refused. */
  readonly heat?: HeatSettings;
  /** What the front lets through at an angle; all light when left out. */
  readonly modifier?: IncidenceModifier;
  readonly soiling?: Soiling;
}

/** Light and heat of a plane, one entry an interval. */
export interface IrradianceYear {
  readonly light: PlaneLight;
  /** What counts like light at normal incidence, W/m2. */
  readonly effective: Float64Array;
  /** Of cells in the plane, degC. */
  readonly cellTemperature: Float64Array;
}

/** Modules whose cells are not known, for the model of the nominal temperature: 20 % efficient. */
const unknownCell = { ratedPower: 200, absorptance: () => 0.9 };

/**
 * Sun, light on a plane and cell temperature in each interval of the weather, without a cell.
 *
 * @param weather as `parseWeather` or `clearSkyYear` gives it
 * @param options how the plane stands
 * @throws RangeError for a mounting that cannot stand, and for the energy balance
 * @example irradianceYear(weather, { mounting: { kind: 'fixed', tilt: 30, azimuth: 180 } }).light.front
 */
export function irradianceYear(weather: Weather, options: IrradianceOptions): IrradianceYear {
  const { mounting, plane, heat = { model: 'faiman' }, modifier = () => 1, soiling = 0 } = options;
  if (heat.model === 'balance') throw new RangeError('an energy balance needs a cell');
  const light = planeOfArray(weather, mounting, plane);
  const effective = effectiveLight(light, modifier, soilingByInterval(soiling, weather));
  const warmed = heatModelOf(heat, unknownCell, () => 0);
  const { airTemperature, windSpeed } = weather;
  const cellTemperature = light.front.map((front, i) =>
    warmed(front, airTemperature[i]!, windSpeed[i]!),
  );
  return { light, effective, cellTemperature };
}

/** Soiling of each interval, where it differs by month. */
export function soilingByInterval(soiling: Soiling, { month }: Weather): number | Float64Array {
  if (typeof soiling === 'number') return soiling;
  return Float64Array.from(month, (m) => soiling[m - 1]!);
}
