import { cellBifaciality } from '../cell/bifacial.ts';
import type { Cell, CellResult } from '../cell/cell.ts';
import type { MakeTerminalSimulator, TerminalSimulator } from '../cell/fidelity.ts';
import { lifetimeTable } from '../cell/lifetime.ts';
import { lossAnalysis } from '../cell/losses.ts';
import { openCircuitVoltage } from '../cell/openCircuit.ts';
import type { CellSimulator } from '../cell/simulate.ts';
import { pseudoFillFactor } from '../cell/sunsVoc.ts';
import { temperatureTable } from '../cell/temperatureTable.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { type AnalysisName, coefficientTemperatures, lossName, lossPaths } from './figures.ts';

/** A point that has been solved at its terminals, to look into. */
export interface SolvedPoint {
  readonly cell: Cell;
  readonly spectrum: Spectrum;
  readonly irradiance: number;
  /** degC. */
  readonly temperature: number;
  readonly result: CellResult;
  readonly simulator: TerminalSimulator;
  /** How the same cell is solved at other temperatures. */
  readonly simulators: MakeTerminalSimulator;
}

type Figures = Readonly<Record<string, number>>;

/** A point whose whole stack is solved. */
type WholePoint = SolvedPoint & { readonly simulator: CellSimulator };

/** What `simulate` works out beside the key figures, as figures of a sweep: only what is asked for. */
const analyses: Readonly<Record<AnalysisName, (point: WholePoint) => Figures>> = {
  open: ({ simulator, irradiance, result }) => {
    const open = openCircuitVoltage(simulator, irradiance, result.voc_V);
    const implied_voc_V = simulator.impliedVoltage();
    return {
      implied_voc_V,
      pseudo_ff_pct: 100 * pseudoFillFactor(simulator, irradiance, open),
    };
  },
  photons: ({ result: { photons } }) => {
    const { films: _, ...ends } = photons;
    return Object.fromEntries(Object.entries(ends).map(([end, value]) => [`${end}_mA_cm2`, value]));
  },
  circuit: ({ simulator }) => ({
    series_resistance_ohm_cm2: simulator.circuit.seriesResistance,
  }),
  coefficients: ({ cell, spectrum, irradiance, simulators }) => {
    const { rows: _, ...slopes } = temperatureTable(
      cell,
      spectrum,
      irradiance,
      coefficientTemperatures,
      simulators,
    );
    return { ...slopes };
  },
  bifaciality: ({ cell, spectrum, irradiance, temperature }) => {
    const { current, voltage, power } = cellBifaciality(cell, {
      spectrum,
      irradiance,
      temperature,
    });
    return { phi_isc: current, phi_voc: voltage, phi_pmax: power };
  },
  lifetime: ({ simulator, irradiance }) => {
    const {
      suns: _,
      implied_voc_V: __,
      ...row
    } = lifetimeTable(simulator, irradiance).find(({ suns }) => suns === 1)!;
    return row;
  },
  losses: ({ cell, simulator, irradiance, result }) => {
    const { limit, rows } = lossAnalysis(cell, simulator, irradiance, result);
    const sums = lossPaths.map((wanted) => {
      const own = rows.filter(({ path }) => path === wanted);
      return [
        `${lossName(wanted)}_pct`,
        own.reduce((sum, { efficiency_pct }) => sum + efficiency_pct, 0),
      ];
    });
    return { limit_efficiency_pct: limit.efficiency_pct, ...Object.fromEntries(sums) };
  },
};

/**
 * Looks into a point that has been solved.
 *
 * @param names what of it is asked for
 * @param point detailed where more is asked than its terminals show
 * @returns figures by the names of their columns
 * @throws CalculationError where the device equations are not solved
 */
export function analysisFigures(names: readonly AnalysisName[], point: SolvedPoint): Figures {
  return Object.assign({}, ...names.map((name) => analyses[name](point as WholePoint)));
}
