import type { Spectrum } from '../light/spectrum.ts';
import { type Bias, type BiasedBands, bandsAt } from './bands.ts';
import type { Cell, CellResult } from './cell.ts';
import { type EqeRow, quantumEfficiency } from './eqe.ts';
import { type LifetimeRow, lifetimeTable } from './lifetime.ts';
import { type LossAnalysis, lossAnalysis } from './losses.ts';
import { cellMismatch, type Mismatch, type MismatchRequest } from './mismatch.ts';
import { openCircuitVoltage } from './openCircuit.ts';
import { type PhotonEnd, photonEnds } from './photonEnds.ts';
import { type CellSimulator, cellSimulator } from './simulate.ts';
import { pseudoFillFactor, type SunsVoc, sunsVoc } from './sunsVoc.ts';
import { type TemperatureTable, temperatureTable } from './temperatureTable.ts';
import { type CurveRow, curveVoltages, terminalCurve } from './terminalAt.ts';

/** What is asked about a cell besides its key figures. */
export interface AnalysisRequest {
  readonly spectrum: Spectrum;
  /** W/m2. */
  readonly irradiance: number;
  /** Of the cell, degC. */
  readonly temperature: number;
  readonly jv?: boolean;
  readonly eqe?: boolean;
  readonly sunsVoc?: boolean;
  readonly bands?: Bias;
  readonly lifetime?: boolean;
  readonly losses?: boolean;
  /** Against which spectrum and meter the current of the light is stated. */
  readonly mismatch?: MismatchRequest;
  /** degC, for the table of temperature coefficients. */
  readonly temperatures?: readonly number[];
}

/** Key figures of a cell, and each part that was asked for. */
export interface Analysis {
  readonly result: CellResult;
  /** Fill factor of the curve without series resistance, %. */
  readonly pseudo_ff_pct: number;
  readonly jv?: readonly CurveRow[];
  readonly jvDark?: readonly CurveRow[];
  readonly eqe?: readonly EqeRow[];
  /** At the wavelengths of the quantum efficiency. */
  readonly photonEnds?: readonly PhotonEnd[];
  readonly sunsVoc?: SunsVoc;
  readonly bands?: BiasedBands;
  readonly lifetime?: readonly LifetimeRow[];
  readonly losses?: LossAnalysis;
  readonly mismatch?: Mismatch;
  readonly temperatureTable?: TemperatureTable;
}

/**
 * Looks into a cell: key figures always, the rest as asked for.
 *
 * @param cell as `loadCell` returns it
 * @param request conditions, and the parts that are wanted
 * @returns the parts, each present where it was asked for
 * @throws CalculationError when the device does not converge
 * @throws RangeError for conditions that no cell meets
 */
export function analyseCell(cell: Cell, request: AnalysisRequest): Analysis {
  const { spectrum, irradiance, temperature } = request;
  const simulator = cellSimulator(cell, spectrum, temperature);
  const result = simulator.at(irradiance);
  const open = openCircuitVoltage(simulator, irradiance, result.voc_V);
  return {
    result,
    pseudo_ff_pct: 100 * pseudoFillFactor(simulator, irradiance, open),
    ...(request.jv ? curves(simulator, irradiance, result.voc_V) : {}),
    ...(request.eqe
      ? {
          eqe: quantumEfficiency(simulator, irradiance, cell.description.circuit.shading),
          photonEnds: photonEnds(cell, simulator),
        }
      : {}),
    ...(request.sunsVoc
      ? { sunsVoc: sunsVoc(simulator, irradiance, result.jsc_mA_cm2 / 1e3) }
      : {}),
    ...(request.bands === undefined
      ? {}
      : { bands: bandsAt(simulator, irradiance, result, request.bands) }),
    ...(request.lifetime ? { lifetime: lifetimeTable(simulator, irradiance) } : {}),
    ...(request.losses ? { losses: lossAnalysis(cell, simulator, irradiance, result) } : {}),
    ...(request.mismatch
      ? { mismatch: cellMismatch(cell, simulator, { spectrum, irradiance }, request.mismatch) }
      : {}),
    ...(request.temperatures
      ? { temperatureTable: temperatureTable(cell, spectrum, irradiance, request.temperatures) }
      : {}),
  };
}

function curves(simulator: CellSimulator, irradiance: number, open: number) {
  const voltages = curveVoltages(open);
  return {
    jv: terminalCurve(simulator, irradiance, voltages),
    jvDark: terminalCurve(simulator, 0, voltages),
  };
}
