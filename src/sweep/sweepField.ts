import type { Cell } from '../cell/cell.ts';
import { angleModifier } from '../energy/plane/incidenceModifier.ts';
import type { Weather } from '../energy/weather/weather.ts';
import { compareYear, type YearOptions } from '../energy/year/compareYear.ts';
import type { FieldCell } from '../energy/year/fieldCell.ts';
import { rememberedCell } from '../energy/year/rememberedCell.ts';
import { type SimulatedCellOptions, simulatedCell } from '../energy/year/simulatedCell.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { rememberedOptics } from '../optics/rememberedOptics.ts';

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

/** A cell's year in a field: figures by the names of their columns. */
export type FieldSolver = (cell: Cell, field: SweepField) => Readonly<Record<string, number>>;

/** Cells whose maps are held. */
const keptCells = 64;

/**
 * Solves years of cells in fields by maps of their power over light and temperature. What only the
 * cell decides (its maps, rated power, reflection at an angle) and what only the field decides is
 * worked out once, and is the same whatever was solved before.
 *
 * @param spectrum that cells are rated in
 * @param range of the maps: `widened` where planes move, so that they share them
 * @returns throws CalculationError where the device equations are not solved
 */
export function fieldSolver(spectrum: Spectrum, range: 'widened' | 'as asked'): FieldSolver {
  const solveOptics = rememberedOptics();
  const cells = new Map<Cell, Map<SweepField['module'], FieldCell>>();
  const cellOf = (cell: Cell, module: SweepField['module']): FieldCell => {
    const own = cells.get(cell) ?? new Map<SweepField['module'], FieldCell>();
    const found =
      own.get(module) ??
      rememberedCell(simulatedCell(cell, spectrum, { ...module, solveOptics }), range);
    if (!cells.has(cell) && cells.size >= keptCells) cells.clear();
    cells.set(cell, own.set(module, found));
    return found;
  };
  return (cell, { weather, options, iam, iamCoefficient, module }) => {
    const modifier = iam === 'optics' ? 'own' : angleModifier(iam, iamCoefficient);
    const { results } = compareYear([cellOf(cell, module)], weather, {
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
  };
}
