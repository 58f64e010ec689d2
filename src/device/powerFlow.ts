import { elementaryCharge, thermalVoltage } from '../physics/constants.ts';
import type { Device } from './device.ts';
import { currentsThrough } from './edgeFlux.ts';
import { mechanisms, type RecombinationRates, recombinationRates } from './recombination.ts';

/** Where the free energy of the generated carriers goes, W/cm^2. */
export interface PowerFlow {
  /** Generation times the splitting of the quasi-Fermi levels, of each node's box. */
  readonly generation: Float64Array;
  /** Recombination times the splitting, by mechanism, of each node's box. */
  readonly recombination: RecombinationRates;
  /** Dissipated on the way to the next node, by electrons and holes. */
  readonly electrons: Float64Array;
  readonly holes: Float64Array;
  readonly front: ContactPower;
  readonly rear: ContactPower;
  /** Delivered at the contacts of the device. */
  readonly delivered: number;
}

/** Dissipated where the device ends, W/cm^2. */
export interface ContactPower {
  /** By the carrier that the contact collects: a resistance. */
  readonly majority: number;
  /** By the other one: recombination. */
  readonly minority: number;
  /** Minority carriers that end there, cm^-2 s^-1. */
  readonly lost: number;
}

/**
 * Balance of free energy in a device: what the light puts in, less what recombines, less what
 * transport takes, is what the contacts deliver. On the mesh it is an identity: multiply each
 * continuity equation by its quasi-Fermi level and sum by parts.
 *
 * @param device solved in the light; it is not changed
 * @returns terms in W/cm^2, all positive where energy is lost
 * @see R. Brendel, S. Dreissigacker, N.-P. Harder, P. P. Altermatt, Appl. Phys. Lett. 93, 173503
 *   (2008), doi:10.1063/1.3006053
 */
export function powerFlow(device: Device): PowerFlow {
  const { problem, state } = device;
  const { nodes } = problem;
  const unit = elementaryCharge * thermalVoltage(problem.temperature);
  const rates = recombinationRates(device);
  const split = Float64Array.from(
    { length: nodes },
    (_, i) => state.phiP[i]! + state.shiftP - state.phiN[i]! - state.shiftN,
  );
  const weighed = (rate: Float64Array) => rate.map((value, i) => value * split[i]! * unit);
  const generation = state.generation.map((value) => value * state.light);

  const electrons = new Float64Array(nodes - 1);
  const holes = new Float64Array(nodes - 1);
  const flux = (i: number) => currentsThrough(problem, state, i);
  for (let i = 0; i < nodes - 1; i++) {
    const [jn, jp] = flux(i);
    electrons[i] = -unit * jn * state.dPhiN[i]!;
    holes[i] = -unit * jp * state.dPhiP[i]!;
  }

  // What passes the faces: the flux of the outermost edge and what its node's box adds.
  const last = nodes - 1;
  const sink = (i: number) => rates.total[i]! - generation[i]!;
  const [jnFirst, jpFirst] = flux(0);
  const [jnLast, jpLast] = flux(last - 1);
  const front = facePower(device, 0, jnFirst - sink(0), jpFirst + sink(0));
  const rear = facePower(device, last, jnLast + sink(last), jpLast - sink(last));
  const recombination = Object.fromEntries(
    [...mechanisms, 'total' as const].map((name) => [name, weighed(rates[name])]),
  ) as unknown as RecombinationRates;
  return {
    generation: weighed(generation),
    recombination,
    electrons,
    holes,
    front,
    rear,
    delivered: device.current() * device.voltage,
  };
}

/** Dissipation between the outermost node and its electrode. */
function facePower(device: Device, i: number, jn: number, jp: number): ContactPower {
  const { problem, state } = device;
  const contact = i === 0 ? state.front : state.rear;
  // Currents count towards the rear: into the device in front, out of it behind.
  const outwards = i === 0 ? -1 : 1;
  const unit = elementaryCharge * thermalVoltage(problem.temperature) * outwards;
  const byElectrons = unit * jn * (state.phiN[i]! + contact.offsetN);
  const byHoles = unit * jp * (state.phiP[i]! + contact.offsetP);
  return contact.collects === 'electrons'
    ? { majority: byElectrons, minority: byHoles, lost: outwards * jp }
    : { majority: byHoles, minority: byElectrons, lost: -outwards * jn };
}
