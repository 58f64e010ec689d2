import type { Spectrum } from '../light/spectrum.ts';
import { type Bias, type BiasedBands, bandsAt } from './bands.ts';
import { type BifacialFigures, bifacialFigures } from './bifacial.ts';
import type { Cell, CellResult } from './cell.ts';
import { type DiscretisationError, discretisationError } from './discretisation.ts';
import { type EqeRow, quantumEfficiency } from './eqe.ts';
import { UsageError } from './errors.ts';
import {
  type Fidelity,
  type MakeTerminalSimulator,
  simulatorsOf,
  type TerminalSimulator,
} from './fidelity.ts';
import { type LifetimeRow, lifetimeTable } from './lifetime.ts';
import { type LossAnalysis, lossAnalysis } from './losses.ts';
import { cellMismatch, type Mismatch, type MismatchRequest } from './mismatch.ts';
import { openCircuitVoltage } from './openCircuit.ts';
import { type PhotonEnd, photonEnds } from './photonEnds.ts';
import { cellSimulator } from './simulate.ts';
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
  /** Light of the same spectrum from behind at the same time, W/m2; none when left out. */
  readonly rearIrradiance?: number;
  readonly jv?: boolean;
  readonly eqe?: boolean;
  readonly sunsVoc?: boolean;
  readonly bands?: Bias;
  readonly lifetime?: boolean;
  readonly losses?: boolean;
  /** What the mesh does to the key figures. */
  readonly mesh?: boolean;
  /** Against which spectrum and meter the current of the light is stated. */
  readonly mismatch?: MismatchRequest;
  /** degC, for the table of temperature coefficients. */
  readonly temperatures?: readonly number[];
  /** How the cell is solved; `detailed`, its whole stack, when left out. */
  readonly fidelity?: Fidelity;
}

/** Key figures of a cell, and each part that was asked for. */
export interface Analysis {
  readonly result: CellResult;
  /** Fill factor of the curve without series resistance, %. */
  readonly pseudo_ff_pct: number;
  /** Beside light on either side alone, where both are lit. */
  readonly bifacial?: BifacialFigures;
  readonly jv?: readonly CurveRow[];
  readonly jvDark?: readonly CurveRow[];
  readonly eqe?: readonly EqeRow[];
  /** At the wavelengths of the quantum efficiency. */
  readonly photonEnds?: readonly PhotonEnd[];
  readonly sunsVoc?: SunsVoc;
  readonly bands?: BiasedBands;
  readonly lifetime?: readonly LifetimeRow[];
  readonly losses?: LossAnalysis;
  readonly mesh?: DiscretisationError;
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
 * @throws UsageError for a part that only the detailed solution has
 */
export function analyseCell(cell: Cell, request: AnalysisRequest): Analysis {
  const { spectrum, irradiance, temperature, rearIrradiance = 0 } = request;
  const otherSide = rearIrradiance / irradiance;
  if (request.fidelity === 'lumped') {
    for (const { part, why } of ofTheStack(request)) {
      throw new UsageError(`${part} needs the fidelity "detailed": ${why}`);
    }
    const simulators = simulatorsOf('lumped', { otherSide });
    const simulator = simulators(cell, spectrum, temperature);
    return terminalAnalysis(cell, request, simulator, simulator.at(irradiance), simulators);
  }
  const simulator = cellSimulator(cell, spectrum, temperature, { otherSide });
  const result = simulator.at(irradiance);
  return {
    ...terminalAnalysis(cell, request, simulator, result, simulatorsOf('detailed', { otherSide })),
    ...(request.eqe
      ? {
          eqe: quantumEfficiency(simulator, irradiance, cell.description.circuit.shading),
          photonEnds: photonEnds(cell, simulator),
        }
      : {}),
    ...(request.bands === undefined
      ? {}
      : { bands: bandsAt(simulator, irradiance, result, request.bands) }),
    ...(request.lifetime ? { lifetime: lifetimeTable(simulator, irradiance) } : {}),
    ...(request.losses ? { losses: lossAnalysis(cell, simulator, irradiance, result) } : {}),
    ...(request.mesh ? { mesh: discretisationError(cell, request) } : {}),
    ...(request.mismatch
      ? { mismatch: cellMismatch(cell, simulator, { spectrum, irradiance }, request.mismatch) }
      : {}),
  };
}

/** What the terminals show, in either fidelity. */
function terminalAnalysis(
  cell: Cell,
  request: AnalysisRequest,
  simulator: TerminalSimulator,
  result: CellResult,
  simulators: MakeTerminalSimulator,
): Analysis {
  const { spectrum, irradiance, temperatures, rearIrradiance = 0 } = request;
  const open = openCircuitVoltage(simulator, irradiance, result.voc_V);
  return {
    result,
    pseudo_ff_pct: 100 * pseudoFillFactor(simulator, irradiance, open),
    ...(rearIrradiance > 0 ? { bifacial: bifacialFigures(cell, request, rearIrradiance) } : {}),
    ...(request.jv ? curves(simulator, irradiance, result.voc_V) : {}),
    ...(request.sunsVoc
      ? { sunsVoc: sunsVoc(simulator, irradiance, result.jsc_mA_cm2 / 1e3) }
      : {}),
    ...(temperatures
      ? { temperatureTable: temperatureTable(cell, spectrum, irradiance, temperatures, simulators) }
      : {}),
  };
}

/** Parts of a request that a neutral wafer between skins does not have, and why not. */
function ofTheStack(request: AnalysisRequest): { part: string; why: string }[] {
  const parts = [
    { part: 'bands', asked: request.bands !== undefined, why: 'a skin has no depth' },
    { part: 'eqe', asked: request.eqe, why: 'a skin collects one share of all its light' },
    { part: 'lifetime', asked: request.lifetime, why: 'J0 of a skin is given, not found' },
    {
      part: 'mismatch',
      asked: request.mismatch !== undefined,
      why: 'a skin has no spectral response',
    },
    { part: 'mesh', asked: request.mesh, why: 'its places are not refined' },
    { part: 'losses', asked: request.losses, why: 'a skin does not tell its films apart' },
  ];
  return parts.filter(({ asked }) => asked === true);
}

function curves(simulator: TerminalSimulator, irradiance: number, open: number) {
  const voltages = curveVoltages(open);
  return {
    jv: terminalCurve(simulator, irradiance, voltages),
    jvDark: terminalCurve(simulator, 0, voltages),
  };
}
