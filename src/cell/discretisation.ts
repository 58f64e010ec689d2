import type { Cell, Conditions } from './cell.ts';
import { cellSimulator } from './simulate.ts';

/** What the mesh does to a result: the result on half the spacing less the result. */
export interface DiscretisationError {
  readonly nodes: number;
  readonly efficiency_pct: number;
  readonly voc_V: number;
  readonly jsc_mA_cm2: number;
}

/**
 * Error of a cell's mesh, told by halving every spacing. The method is of second order, so that
 * what is left beyond is a third of it.
 *
 * @param cell as `loadCell` returns it
 * @param conditions spectrum, irradiance in W/m2, cell temperature in degC
 * @returns changes, and the nodes of the mesh in use
 * @throws CalculationError when the device equations do not converge
 */
export function discretisationError(cell: Cell, conditions: Conditions): DiscretisationError {
  const at = (fineness: number) => {
    const { spectrum, temperature, irradiance } = conditions;
    const simulator = cellSimulator(cell, spectrum, temperature, { fineness });
    return { nodes: simulator.device.problem.nodes, result: simulator.at(irradiance) };
  };
  const used = at(1);
  const finer = at(2);
  return {
    nodes: used.nodes,
    efficiency_pct: finer.result.efficiency_pct - used.result.efficiency_pct,
    voc_V: finer.result.voc_V - used.result.voc_V,
    jsc_mA_cm2: finer.result.jsc_mA_cm2 - used.result.jsc_mA_cm2,
  };
}
