import type { TerminalPoint } from '../circuit/terminal.ts';
import { powerFlow } from '../device/powerFlow.ts';
import { elementaryCharge, thermalVoltage } from '../physics/constants.ts';
import type { Cell, CellResult } from './cell.ts';
import { recombinationShares, transportLosses } from './deviceLosses.ts';
import { limitFigures } from './limitFigures.ts';
import type { Loss } from './loss.ts';
import { opticalLosses } from './opticalLosses.ts';
import { waferDoping } from './places.ts';
import { type LimitOptics, type SiliconLimit, siliconLimit } from './siliconLimit.ts';
import { type CellSimulator, unitIrradiance } from './simulate.ts';
import { junctionAt } from './terminalAt.ts';

/** One way in which power is lost. */
export interface LossRow {
  /** What takes it. */
  readonly path: string;
  /** Where, as a cell file names it. */
  readonly place: string;
  readonly power_mW_cm2: number;
  /** The same as a share of the light, in percent (absolute). */
  readonly efficiency_pct: number;
}

/** From what the wafer could deliver at best to what the cell delivers. */
export interface LossAnalysis {
  /** The ideal cell of the same wafer in the same light. */
  readonly limit: {
    readonly efficiency_pct: number;
    readonly power_mW_cm2: number;
    readonly jsc_mA_cm2: number;
    readonly voc_V: number;
    readonly optics: LimitOptics;
    readonly auger: string;
  };
  /** In the order of the light; they add up to the difference of limit and cell. */
  readonly rows: readonly LossRow[];
}

/** Light trapping of the ideal cell: exact isotropic light, which no texture on average beats. */
const idealOptics = 'lambertian';

/**
 * Where the power goes between the limit of the absorber and the terminals, at maximum power.
 *
 * The limit is an ideal cell of the same wafer in the same light, from whichever side: no
 * reflection, isotropic light, only radiative and Auger recombination. Three steps lead from there to the cell, each exact:
 *
 * - light: what the ideal cell loses when it makes only the carriers of the real one, shared out
 *   in proportion to the photons that each path takes beyond those that even it loses;
 * - recombination: what is missing from there to the free energy of the carriers that do not
 *   recombine, shared out in proportion to the energy that each path takes beside the wafer's own
 *   radiative and Auger recombination, which are in the limit;
 * - transport, contacts, shunt and series resistance: what each dissipates.
 *
 * @param cell as `loadCell` returns it
 * @param simulator of that cell
 * @param irradiance of the side it is lit from first, W/m2
 * @param result key figures in that light
 * @returns the limit and the losses
 * @throws CalculationError when the device does not converge
 * @see R. Brendel et al., Appl. Phys. Lett. 93, 173503 (2008), doi:10.1063/1.3006053, for the
 *   balance of free energy
 */
export function lossAnalysis(
  cell: Cell,
  simulator: CellSimulator,
  irradiance: number,
  result: CellResult,
): LossAnalysis {
  const { device, circuit, lights } = simulator;
  const { temperature } = device.problem;
  const light = irradiance / unitIrradiance;
  const sides = lights.reduce((sum, { share }) => sum + share, 0);
  const allLight = irradiance * sides;
  const vd = result.vmp_V + (result.jmp_mA_cm2 / 1e3) * circuit.seriesResistance;
  const point = junctionAt(simulator, irradiance, vd);
  const flow = powerFlow(device);

  const ideal = idealCell(cell, simulator);
  const absorbed = simulator.photonFlux.reduce(
    (sum, photons, k) => sum + photons * ideal.absorptance[k]!,
    0,
  );
  const best = elementaryCharge * absorbed * light * sides;
  const made = elementaryCharge * light * total(device.state.generation);
  const figures = (photocurrent: number) =>
    limitFigures(photocurrent, ideal.recombination, temperature, allLight);
  const limit = figures(best);
  const limitPower = limit.pmax_W_m2 / 1e4;
  const madePower = figures(made).pmax_W_m2 / 1e4;

  const free =
    total(flow.generation) -
    total(flow.recombination.total) -
    flow.front.minority -
    flow.rear.minority;
  const shares = recombinationShares(device, flow);
  const losses: Loss[] = [
    ...shareOut(limitPower - madePower, opticalLosses(cell, simulator, ideal.absorptance, light)),
    ...shareOut(madePower - free, shares),
    ...transportLosses(device, flow),
    ...circuitLosses(cell, simulator, point),
  ];
  return {
    limit: {
      efficiency_pct: limit.efficiency_pct,
      power_mW_cm2: limitPower * 1e3,
      jsc_mA_cm2: limit.jsc_mA_cm2,
      voc_V: limit.voc_V,
      optics: idealOptics,
      auger: cell.description.wafer.models.auger,
    },
    rows: losses.map(({ path, place, power }) => ({
      path,
      place,
      power_mW_cm2: power * 1e3,
      efficiency_pct: (power * 1e6) / allLight,
    })),
  };
}

function idealCell(cell: Cell, { device, optics }: CellSimulator): SiliconLimit {
  const { wafer } = cell.description;
  return siliconLimit({
    thickness: optics.passes.thickness,
    netDoping: waferDoping(device.problem),
    temperature: device.problem.temperature,
    optics: idealOptics,
    models: wafer.models,
    constants: cell.optics[wafer.optics]!,
    wavelength: optics.wavelength,
  });
}

/** A loss of power in proportion to what each path takes; all of it, whatever the units. */
function shareOut(power: number, paths: readonly Loss[]): Loss[] {
  const sum = paths.reduce((all, { power: share }) => all + share, 0);
  return paths.map((path) => ({ ...path, power: (power * path.power) / sum }));
}

/** What the circuit outside the device dissipates. */
function circuitLosses(
  { description: { front, rear } }: Cell,
  { circuit, device }: CellSimulator,
  point: TerminalPoint,
): Loss[] {
  const { junctionVoltage: vd, current } = point;
  const vt = thermalVoltage(device.problem.temperature);
  const ohmic = (resistance: number) => current * current * resistance;
  const contacts = [front, rear].map((side) => side.contact.resistivity);
  const rows = [
    { path: 'shunt', place: 'circuit', power: (vd * vd) / circuit.shuntResistance },
    ...contacts.map((resistivity, k) => ({
      path: 'contact resistivity',
      place: k === 0 ? 'front.contact' : 'rear.contact',
      power: ohmic(resistivity),
    })),
    {
      path: 'series resistance',
      place: 'circuit',
      power: ohmic(contacts.reduce((rest, part) => rest - part, circuit.seriesResistance)),
    },
  ];
  const diode = circuit.secondDiode;
  if (diode) {
    const current2 = diode.saturationCurrent * Math.expm1(vd / (diode.ideality * vt));
    rows.unshift({ path: 'second diode', place: 'circuit', power: vd * current2 });
  }
  return rows.filter(({ power }) => power !== 0);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
