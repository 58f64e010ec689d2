import { checkFieldHours, equivalentIrradiance, type FieldHours } from './fieldHours.ts';

/** Energy of a cell over a year or a month. */
export interface EnergyFigures {
  /** Light on the front, kWh/m2. */
  readonly poa_kWh_m2: number;
  /** Light on the rear, kWh/m2. */
  readonly rear_kWh_m2: number;
  /** Per area of cell. */
  readonly energy_kWh_m2: number;
  /** Per kilowatt at standard test conditions of the front. */
  readonly energy_kWh_kWp: number;
  /** Energy over what the rated efficiency would make of the light on the front. */
  readonly performance_ratio: number;
  /** Mean over rated power. */
  readonly capacity_factor: number;
}

/** A month's figures, 1 to 12. */
export interface MonthFigures extends EnergyFigures {
  readonly month: number;
}

/** What a cell gives in the field. */
export interface FieldYield {
  readonly annual: EnergyFigures;
  readonly monthly: readonly MonthFigures[];
  /** Power in each interval, W/m2. */
  readonly power: Float64Array;
}

/** Power of each interval from its light, W/m2, and temperature, degC: by a map or by solving it. */
export type HourlyPower = (irradiance: Float64Array, temperature: Float64Array) => Float64Array;

/**
 * Energy of a cell in the field.
 *
 * @param hourly power of the cell
 * @param ratedPower at standard test conditions, W/m2
 * @param hours light and temperature
 * @param bifaciality rear over front maximum power in the same light
 * @returns figures of all hours and of each month that has some
 * @throws RangeError for a rated power that is not positive, and for hours that give no number
 */
export function fieldYield(
  hourly: HourlyPower,
  ratedPower: number,
  hours: FieldHours,
  bifaciality: number,
): FieldYield {
  if (!(ratedPower > 0)) throw new RangeError(`rated power ${ratedPower} W/m2 is not positive`);
  checkFieldHours(hours);
  const power = hourly(equivalentIrradiance(hours, bifaciality), hours.temperature);
  const months = [...new Set(hours.month)].sort((a, b) => a - b);
  return {
    annual: figures(() => true),
    monthly: months.map((month) => ({ month, ...figures((i) => hours.month[i] === month) })),
    power,
  };

  function figures(counts: (interval: number) => boolean): EnergyFigures {
    let [front, rear, energy, intervals] = [0, 0, 0, 0];
    for (let i = 0; i < power.length; i++) {
      if (!counts(i)) continue;
      front += hours.front[i]!;
      rear += hours.rear?.[i] ?? 0;
      energy += power[i]!;
      intervals++;
    }
    const kilo = hours.interval / 1000;
    return {
      poa_kWh_m2: front * kilo,
      rear_kWh_m2: rear * kilo,
      energy_kWh_m2: energy * kilo,
      energy_kWh_kWp: (energy * hours.interval) / ratedPower,
      performance_ratio: front > 0 ? (energy * 1000) / (front * ratedPower) : 0,
      capacity_factor: energy / (intervals * ratedPower),
    };
  }
}
