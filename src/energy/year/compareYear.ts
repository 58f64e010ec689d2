import { baselineOf } from '../baseline.ts';
import { type Cause, type EnergyFactors, energyFactors, gainCauses } from '../field/causes.ts';
import { type FieldHours, fieldRange } from '../field/fieldHours.ts';
import {
  type EnergyFigures,
  type FieldYield,
  fieldYield,
  type MonthFigures,
} from '../field/fieldYield.ts';
import { pvWattsAc } from '../field/pvWatts.ts';
import { effectiveLight, effectiveRear } from '../plane/effective.ts';
import type { IncidenceModifier } from '../plane/incidenceModifier.ts';
import type { Mounting } from '../plane/mounting.ts';
import { type PlaneLight, type PlaneOptions, planeOfArray } from '../plane/planeOfArray.ts';
import type { Weather } from '../weather/weather.ts';
import type { FieldCell } from './fieldCell.ts';
import { type HeatSettings, heatModelOf, hottestModelOf } from './heatModel.ts';
import { type Soiling, soilingByInterval } from './irradianceYear.ts';
import { spectralFactors } from './spectralFactors.ts';

/** An inverter for every kilowatt of cells. */
export interface YearInverter {
  /** At full load. */
  readonly efficiency: number;
  /** Power of the cells at standard test conditions over its AC power. */
  readonly dcAcRatio: number;
}

/** How cells stand in the field. */
export interface YearOptions {
  readonly mounting: Mounting;
  /** Sky, sun, ground, rows, horizon; their own defaults when left out. */
  readonly plane?: PlaneOptions;
  /** Of the cells; Faiman's open rack when left out. */
  readonly heat?: HeatSettings;
  /** What front and rear let through at an angle: of all cells, or `own`; all light when left out. */
  readonly modifier?: IncidenceModifier | 'own';
  /** Share of the light that dirt takes, 0 to 1: one value, or one for each month. */
  readonly soiling?: Soiling;
  /**
   * `clear-sky`: the light of each hour has the shape that a cloudless sky gives it, for cells rated in
   * AM1.5G. All hours have the shape that the cells are rated in when left out.
   */
  readonly spectral?: 'clear-sky';
  /** Whether the light behind counts; needs `plane.rows`. */
  readonly bifacial?: boolean;
  /** None when left out: energy is that of the cells. */
  readonly inverter?: YearInverter;
  /** Name of the cell that gains refer to; `perc` when it is there, else the first. */
  readonly baseline?: string;
}

/** Gains over the baseline, %. */
export interface YearGain {
  /** Of energy per area; the causes sum to it. */
  readonly gain_pct: number;
  /** Of energy per kilowatt of rated power. */
  readonly specific_gain_pct: number;
}

/** A whole year (or all hours that the weather has). */
export interface AnnualFigures extends EnergyFigures, YearGain {
  /** Parts of `gain_pct`. */
  readonly causes: Readonly<Record<Cause, number>>;
}

/** A month. */
export interface MonthlyFigures extends MonthFigures, YearGain {}

/** A cell's year. */
export interface YearResult {
  readonly cell: string;
  readonly model: FieldCell['model'];
  /** Power at standard test conditions, W/m2. */
  readonly rated_W_m2: number;
  /** Light in front that as much light behind is worth; 0 where light behind does not count. */
  readonly bifaciality: number;
  /** Mean cell temperature, weighted with the light, degC. */
  readonly temperature_C: number;
  /** Estimated largest error of the map, relative to the power, %. */
  readonly map_error_pct?: number;
  readonly annual: AnnualFigures;
  readonly monthly: readonly MonthlyFigures[];
  /** For each cause the natural logarithm of the factor it puts on this cell's energy. */
  readonly factors: EnergyFactors;
  readonly hours: FieldHours;
  /** Power in each interval, behind the inverter where there is one, W/m2. */
  readonly power: Float64Array;
}

/** Cells side by side in one year. */
export interface YearComparison {
  readonly baseline: string;
  readonly light: PlaneLight;
  readonly results: readonly YearResult[];
}

/**
 * Energy of cells in a year of weather, and why they differ: sun, light on the plane, what passes
 * the glass, cell temperature, power of each hour, sums, causes.
 *
 * @param cells at least one, with distinct names
 * @param weather as `loadWeather` or `clearSkyYear` gives it
 * @param options how the cells stand
 * @returns figures of each cell, in their order
 * @throws UsageError for an unknown baseline or two cells of one name
 * @throws CalculationError where the device equations are not solved, RangeError for a mounting that
 *   cannot stand
 * @example compareYear([simulatedCell(shj, am15g), simulatedCell(perc, am15g)], weather,
 *   { mounting: { kind: 'fixed', tilt: 30, azimuth: 180 } }).results[0].annual.energy_kWh_kWp
 */
export function compareYear(
  cells: readonly FieldCell[],
  weather: Weather,
  options: YearOptions,
): YearComparison {
  const baseline = baselineOf(
    cells.map((cell) => cell.name),
    options.baseline,
  );
  const light = planeOfArray(weather, options.mounting, options.plane);
  const effective = effectiveOf(light, weather, options.soiling);
  const spectral = spectralOf(cells, weather, light, options.spectral);
  const years = cells.map((cell, c) => {
    try {
      const counts = effective.front(modifierOf(cell, options, 'front'));
      const behind =
        options.bifacial && cell.bifaciality > 0
          ? effective.rear(modifierOf(cell, options, 'rear'))
          : undefined;
      return cellYear(cell, weather, light, { front: counts, rear: behind }, spectral[c], options);
    } catch (error) {
      if (error instanceof Error) error.message = `${cell.name}: ${error.message}`;
      throw error;
    }
  });
  const base = years[cells.findIndex(({ name }) => name === baseline)]!;
  return { baseline, light, results: years.map((year) => withGains(year, base)) };
}

function modifierOf(
  cell: FieldCell,
  { modifier }: YearOptions,
  side: 'front' | 'rear',
): IncidenceModifier {
  if (modifier !== 'own') return modifier ?? allLight;
  if (cell.modifier !== undefined) return cell.modifier(side);
  throw new RangeError('its own reflection at an angle is not known');
}

const allLight: IncidenceModifier = () => 1;

/** Light that counts on either side, by modifier; cells that share one share the light. */
function effectiveOf(light: PlaneLight, weather: Weather, soiling: YearOptions['soiling'] = 0) {
  const taken = soilingByInterval(soiling, weather);
  const remembered = (make: (modifier: IncidenceModifier) => Float64Array) => {
    const known = new Map<IncidenceModifier, Float64Array>();
    return (modifier: IncidenceModifier) => {
      const found = known.get(modifier) ?? make(modifier);
      known.set(modifier, found);
      return found;
    };
  };
  return {
    front: remembered((modifier) => effectiveLight(light, modifier, taken)),
    // All light but what is lost at an angle: dirt lies in front.
    rear: remembered((modifier) =>
      modifier === allLight ? light.rear : effectiveRear(light, modifier),
    ),
  };
}

/** Factors of the spectrum by the temperature of the cell. */
type FactorsAt = (temperature: Float64Array) => Float64Array;

/**
 * Factors of the spectrum, for cells whose response is known. What silicon makes of its infrared edge
 * goes with its temperature, nearly straight.
 */
function spectralOf(
  cells: readonly FieldCell[],
  weather: Weather,
  light: PlaneLight,
  shape: YearOptions['spectral'],
): readonly (FactorsAt | undefined)[] {
  if (shape === undefined) return cells.map(() => undefined);
  const [low, high] = responseTemperatures;
  const known = cells.filter((cell) => cell.response !== undefined);
  const responses = known.flatMap((cell) => responseTemperatures.map((T) => cell.response!(T)));
  const factors = spectralFactors(light, weather, responses);
  return cells.map((cell) => {
    const place = 2 * known.indexOf(cell);
    if (place < 0) return undefined;
    const [cold, hot] = [factors[place]!, factors[place + 1]!];
    return (temperature) =>
      cold.map((factor, i) => {
        const share = (temperature[i]! - low) / (high - low);
        return factor + share * (hot[i]! - factor);
      });
  });
}

/** Cell temperatures at which responses are worked out, degC. */
const responseTemperatures = [15, 65] as const;

type CellYear = Omit<YearResult, 'annual' | 'monthly'> & { readonly yield: FieldYield };

function cellYear(
  cell: FieldCell,
  weather: Weather,
  light: PlaneLight,
  effective: { readonly front: Float64Array; readonly rear: Float64Array | undefined },
  spectral: FactorsAt | undefined,
  { heat = { model: 'faiman' }, bifacial = false, inverter }: YearOptions,
): CellYear {
  const rear = bifacial ? light.rear : undefined;
  const bifaciality = rear === undefined ? 0 : cell.bifaciality;
  const total = light.front.map((front, i) => front + bifaciality * (rear?.[i] ?? 0));
  const { airTemperature, windSpeed } = weather;
  const warmed = (model: ReturnType<typeof heatModelOf>) =>
    total.map((irradiance, i) => model(irradiance, airTemperature[i]!, windSpeed[i]!));
  const hoursAt = (temperature: Float64Array): FieldHours => ({
    interval: weather.interval / 3600,
    front: light.front,
    effective: effective.front,
    ...(effective.rear === undefined || effective.rear === rear
      ? {}
      : { effectiveRear: effective.rear }),
    ...(spectral === undefined ? {} : { spectral: spectral(temperature) }),
    ...(rear === undefined ? {} : { rear }),
    temperature,
    month: weather.month,
  });
  // Between the air's temperature and that of cells which convert nothing.
  const { irradiance, temperature: warm } = fieldRange(
    hoursAt(warmed(hottestModelOf(heat, cell))),
    bifaciality,
  );
  const cold = fieldRange(hoursAt(airTemperature), bifaciality).temperature;
  const prepared = cell.prepare({ irradiance, temperature: [cold[0], warm[1]] });
  const hours = hoursAt(warmed(heatModelOf(heat, cell, prepared.power)));
  const direct = (irradiance: Float64Array, temperature: Float64Array) =>
    prepared.hourly?.(hours, bifaciality) ??
    irradiance.map((value, i) => prepared.power(value, temperature[i]!));
  let cellPower = new Float64Array(0);
  const behind = (irradiance: Float64Array, temperature: Float64Array) => {
    cellPower = Float64Array.from(direct(irradiance, temperature));
    return inverter === undefined ? cellPower : alternating(cellPower, cell.ratedPower, inverter);
  };
  const energy = fieldYield(behind, cell.ratedPower, hours, bifaciality);
  const factors = energyFactors({ power: prepared.power, bifaciality }, hours, {
    direct: sum(cellPower),
    ...(inverter === undefined ? {} : { delivered: sum(energy.power) }),
  });
  return {
    cell: cell.name,
    model: cell.model,
    rated_W_m2: cell.ratedPower,
    bifaciality,
    temperature_C:
      sum(light.front.map((front, i) => front * hours.temperature[i]!)) / sum(light.front),
    ...(prepared.mapError === undefined ? {} : { map_error_pct: 100 * prepared.mapError }),
    factors,
    hours,
    power: energy.power,
    yield: energy,
  };
}

/** Behind an inverter that is made for the cells' rated power, W/m2. */
function alternating(
  power: Float64Array,
  ratedPower: number,
  { efficiency, dcAcRatio }: YearInverter,
): Float64Array {
  const inverter = { efficiency, power: ratedPower / dcAcRatio / efficiency };
  return power.map((value) => pvWattsAc(inverter, value));
}

function withGains(year: CellYear, base: CellYear): YearResult {
  const { yield: energy, ...rest } = year;
  const gain = (own: EnergyFigures, other: EnergyFigures): YearGain => ({
    gain_pct: percentMore(own.energy_kWh_m2, other.energy_kWh_m2),
    specific_gain_pct: percentMore(own.energy_kWh_kWp, other.energy_kWh_kWp),
  });
  const { annual, monthly } = energy;
  return {
    ...rest,
    annual: {
      ...annual,
      ...gain(annual, base.yield.annual),
      causes: gainCauses(year.factors, base.factors),
    },
    monthly: monthly.map((month, i) => ({ ...month, ...gain(month, base.yield.monthly[i]!) })),
  };
}

/** No energy (a polar night) is no more than none. */
const percentMore = (own: number, other: number) => (other > 0 ? 100 * (own / other - 1) : 0);

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
