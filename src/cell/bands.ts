import type { TerminalPoint } from '../circuit/terminal.ts';
import { injectedNarrowing } from '../device/densities.ts';
import type { Device } from '../device/device.ts';
import { type Mechanism, recombinationRates } from '../device/recombination.ts';
import { thermalVoltage } from '../physics/constants.ts';
import type { CellResult } from './cell.ts';
import { places } from './places.ts';
import type { CellSimulator } from './simulate.ts';
import { junctionAt, terminalAt } from './terminalAt.ts';

/** One depth of a band diagram. */
export interface BandRow {
  /** Below the front of the first semiconductor. */
  readonly depth_nm: number;
  readonly place: string;
  /** Energies of electrons over the Fermi level of the front contact. */
  readonly ec_eV: number;
  readonly ev_eV: number;
  readonly efn_eV: number;
  readonly efp_eV: number;
  readonly n_cm3: number;
  readonly p_cm3: number;
  /** Positive where it pushes holes to the rear. */
  readonly field_V_cm: number;
  /** Carriers cm^-3 s^-1: made by light, and lost in each way. */
  readonly generation_cm3_s: number;
  readonly srh_cm3_s: number;
  readonly radiative_cm3_s: number;
  readonly auger_cm3_s: number;
  readonly defects_cm3_s: number;
  /** At the interface of this place, cm^-2 s^-1. */
  readonly surface_cm2_s: number;
}

/** A band diagram at a junction voltage. */
export interface Bands {
  /** Between the contacts of the device, V. */
  readonly junction_voltage_V: number;
  /** Delivered by the device, mA/cm2. */
  readonly current_mA_cm2: number;
  readonly rows: readonly BandRow[];
}

/**
 * Where a diagram is taken: maximum power, short or open circuit, a terminal voltage, V, or in
 * equilibrium (no light, no voltage).
 */
export type Bias = 'mpp' | 'sc' | 'oc' | 'equilibrium' | number;

/** A band diagram of a cell, with its point at the terminals. */
export interface BiasedBands extends Bands {
  readonly bias: Bias;
  readonly voltage_V: number;
}

/**
 * Band diagram of a cell in the light.
 *
 * @param simulator cell at a temperature
 * @param irradiance W/m2
 * @param figures of the cell in that light
 * @param bias at the terminals
 * @returns the diagram
 * @throws CalculationError when the device does not converge
 */
export function bandsAt(
  simulator: CellSimulator,
  irradiance: number,
  figures: CellResult,
  bias: Bias,
): BiasedBands {
  const point = biasedPoint(simulator, irradiance, figures, bias);
  return { bias, voltage_V: point.voltage, ...bandDiagram(simulator.device) };
}

function biasedPoint(
  simulator: CellSimulator,
  irradiance: number,
  { vmp_V, jmp_mA_cm2, voc_V }: CellResult,
  bias: Bias,
): TerminalPoint {
  switch (bias) {
    case 'equilibrium':
      return junctionAt(simulator, 0, 0);
    case 'mpp': {
      const drop = (jmp_mA_cm2 / 1e3) * simulator.circuit.seriesResistance;
      return junctionAt(simulator, irradiance, vmp_V + drop);
    }
    case 'sc':
      return terminalAt(simulator, irradiance, 0);
    case 'oc':
      return terminalAt(simulator, irradiance, voc_V);
    default:
      return terminalAt(simulator, irradiance, bias);
  }
}

/** A field over a distance below this is that of an abrupt step: none is given, cm. */
const shortest = 1e-11;

/**
 * Band diagram, densities, field and rates by depth at the present point of a device.
 *
 * @param device solved
 * @returns a row a node, from front to rear; two at one depth where two materials meet
 */
export function bandDiagram(device: Device): Bands {
  const { problem, state } = device;
  const { x, box, affinity, gap, nodes } = problem;
  const vt = thermalVoltage(problem.temperature);
  const rates = recombinationRates(device);
  const where = places(problem);
  const perVolume = (way: Mechanism, i: number) => rates[way][i]! / box[i]!;
  const rows = Array.from({ length: nodes }, (_, i): BandRow => {
    const narrowed = injectedNarrowing(problem, state, i);
    const ec = -(state.psi[i]! + narrowed.conduction) * vt - affinity[i]!;
    return {
      depth_nm: x[i]! * 1e7,
      place: where[i]!,
      ec_eV: ec,
      ev_eV: ec - gap[i]! + (narrowed.conduction + narrowed.valence) * vt,
      efn_eV: -(state.phiN[i]! + state.shiftN) * vt,
      efp_eV: -(state.phiP[i]! + state.shiftP) * vt,
      n_cm3: state.electrons[i]!,
      p_cm3: state.holes[i]!,
      field_V_cm: field(device, i) * vt,
      generation_cm3_s: (state.generation[i]! * state.light) / box[i]!,
      srh_cm3_s: perVolume('srh', i),
      radiative_cm3_s: perVolume('radiative', i),
      auger_cm3_s: perVolume('auger', i),
      defects_cm3_s: perVolume('defects', i),
      surface_cm2_s: rates.surface[i]!,
    };
  });
  return {
    junction_voltage_V: device.voltage,
    current_mA_cm2: device.current() * 1e3,
    rows,
  };
}

/** -dpsi/dx of a node, kT/q per cm: of the intervals on both sides within its material. */
function field({ problem, state }: Device, i: number): number {
  const { x, nodes } = problem;
  let drop = 0;
  let length = 0;
  for (const edge of [i - 1, i]) {
    if (edge < 0 || edge > nodes - 2) continue;
    const h = x[edge + 1]! - x[edge]!;
    if (h < shortest) continue;
    drop -= state.psi[edge + 1]! - state.psi[edge]!;
    length += h;
  }
  return length > 0 ? drop / length : 0;
}
