import type { Cell } from '../cell/cell.ts';
import { angleModifier } from '../energy/plane/incidenceModifier.ts';
import type { Weather } from '../energy/weather/weather.ts';
import { compareYear, type YearOptions } from '../energy/year/compareYear.ts';
import { type SimulatedCellOptions, simulatedCell } from '../energy/year/simulatedCell.ts';
import type { Spectrum } from '../light/spectrum.ts';

/** The field that a sweep's cells stand in: plain data, read once for all threads. */
export interface SweepField {
  readonly weather: Weather;
  readonly options: Omit<YearOptions, 'modifier' | 'baseline'>;
  /** Reflection at an angle: of the cell's own optics, or a model with its coefficient. */
  readonly iam: 'optics' | 'physical' | 'ashrae' | 'martin-ruiz' | 'none';
  readonly iamCoefficient?: number;
  /** Lamination and losses of the modules. */
  readonly module: Pick<SimulatedCellOptions, 'module' | 'heatModule' | 'moduleLoss'>;
}

/**
 * A cell's year in a field, by a map of its power over light and temperature.
 *
 * @returns figures by the names of their columns
 * @throws CalculationError where the device equations are not solved
 */
export function fieldFigures(
  cell: Cell,
  spectrum: Spectrum,
  { weather, options, iam, iamCoefficient, module }: SweepField,
): Readonly<Record<string, number>> {
  const modifier = iam === 'optics' ? 'own' : angleModifier(iam, iamCoefficient);
  const { results } = compareYear([simulatedCell(cell, spectrum, module)], weather, {
    ...options,
    ...(modifier === undefined ? {} : { modifier }),
  });
  const [{ annual, rated_W_m2, bifaciality, temperature_C }] = results as [(typeof results)[0]];
  return {
    energy_kWh_m2: annual.energy_kWh_m2,
    energy_kWh_kWp: annual.energy_kWh_kWp,
    performance_ratio: annual.performance_ratio,
    rated_W_m2,
    bifaciality,
    mean_temperature_C: temperature_C,
  };
}
