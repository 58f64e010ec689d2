import type { Cell, Conditions } from './cell.ts';
import { cellSimulator } from './simulate.ts';

/** What the mesh of a cell does to its figures: those of an endless mesh less those of this one. */
export interface DiscretisationError {
  readonly nodes: number;
  readonly efficiency_pct: number;
  readonly voc_V: number;
  readonly jsc_mA_cm2: number;
  readonly ff_pct: number;
}

/**
 * Half the spacing takes three quarters of the error of a second-order method away (L. F. Richardson,
 * Phil. Trans. R. Soc. A 210, 307 (1911), doi:10.1098/rsta.1911.0009).
 */
const beyondHalf = 4 / 3;

/**
 * Error of a cell's mesh, told by halving every spacing: the change, and a third of it that is left
 * beyond. Meshes eight times as fine confirm it within 5 % for the shipped cells.
 *
 * @param cell as `loadCell` returns it
 * @param conditions spectrum, irradiance in W/m2 (and behind), cell temperature in degC
 * @returns errors, and the nodes of the mesh in use
 * @throws CalculationError when the device equations do not converge
 * @example discretisationError(await loadCell('shj'), conditions).efficiency_pct // 0.001
 */
export function discretisationError(cell: Cell, conditions: Conditions): DiscretisationError {
  const { spectrum, temperature, irradiance, rearIrradiance = 0 } = conditions;
  const otherSide = rearIrradiance / irradiance;
  const coarse = cellSimulator(cell, spectrum, temperature, { otherSide });
  const used = coarse.at(irradiance);
  const trail = coarse.trail();
  const finer = cellSimulator(cell, spectrum, temperature, { otherSide, fineness: 2, trail });
  const better = finer.at(irradiance);
  const error = (key: 'efficiency_pct' | 'voc_V' | 'jsc_mA_cm2' | 'ff_pct') =>
    beyondHalf * (better[key] - used[key]);
  return {
    nodes: coarse.device.problem.nodes,
    efficiency_pct: error('efficiency_pct'),
    voc_V: error('voc_V'),
    jsc_mA_cm2: error('jsc_mA_cm2'),
    ff_pct: error('ff_pct'),
  };
}
