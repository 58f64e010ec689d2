import type { Spectrum } from '../light/spectrum.ts';
import type { Cell } from './cell.ts';
import type { Junction } from './junction.ts';
import { lumpedSimulator } from './lumped.ts';
import { cellSimulator, type SimulatorOptions } from './simulate.ts';
import type { Skins } from './skin.ts';
import { computeSkins } from './skins.ts';
import type { TerminalFigures } from './terminalFigures.ts';

/** How a cell is solved: its whole stack, or a neutral wafer between two skins. */
export type Fidelity = 'detailed' | 'lumped';

/** What both fidelities know of a cell at a temperature. */
export type TerminalSimulator = TerminalFigures & Junction;

/** Prepares a cell for a spectrum and a temperature, degC. */
export type MakeTerminalSimulator = (
  cell: Cell,
  spectrum: Spectrum,
  temperature: number,
) => TerminalSimulator;

/** Skins are computed for multiples of this temperature and drift from there, K. */
const skinStep = 20;

/**
 * Simulators of a fidelity. Lumped ones of neighbouring temperatures share the skins of a cell.
 *
 * @param fidelity `detailed` when left out
 * @param options light on the other side as well
 * @returns a function that prepares a cell
 */
export function simulatorsOf(
  fidelity: Fidelity = 'detailed',
  options: Pick<SimulatorOptions, 'otherSide'> = {},
): MakeTerminalSimulator {
  if (fidelity === 'detailed') {
    return (cell, spectrum, temperature) => cellSimulator(cell, spectrum, temperature, options);
  }
  const known = new Map<Cell, Map<number, Skins>>();
  return (cell, spectrum, temperature) => {
    const near = skinStep * Math.round(temperature / skinStep);
    const ofCell = known.get(cell) ?? new Map<number, Skins>();
    known.set(cell, ofCell);
    const skins = ofCell.get(near) ?? computeSkins(cell, spectrum, near);
    ofCell.set(near, skins);
    return lumpedSimulator(cell, skins, spectrum, temperature, options);
  };
}
