import { elementaryCharge } from '../physics/constants.ts';
import { defectSums } from './defectTable.ts';
import { carrierRecord } from './densities.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/**
 * Drop of a quasi-Fermi level, kT/q, that takes half of the power: a cell delivers at about 20 kT/q. A
 * drop far below costs its share of that, one far above leaves a power that follows its resistance.
 */
const halfOfPower = 20;

/** Charge of each node at rest, and its derivative by the potential. */
interface NodeCharge {
  /** q cm^-3. */
  readonly density: Float64Array;
  /** The same by kT/q; never positive. */
  readonly byPsi: Float64Array;
}

/**
 * What each interval of the mesh does to the power by way of the films, relative to it: the error of the
 * resistance that the collected carrier meets there, at rest. It comes from a potential that is bent within
 * an interval, where the flux takes it as straight, and from a charge that is summed at nodes. What the
 * latter does to the resistance is told by the adjoint of Poisson's equation, so that a charge counts where a
 * barrier feels it and nowhere else (R. Becker, R. Rannacher, Acta Numerica 10, 1 (2001),
 * doi:10.1017/S0962492901000010).
 *
 * The wafer, the thickest layer, is not part of the way: in the light it is flooded.
 *
 * @param problem the device
 * @param state at rest (`solveEquilibrium`)
 * @param current that flows, A/cm^2
 * @returns sizes of the errors, one an edge; they fall with the square of its length
 */
export function pathErrors(
  problem: DeviceProblem,
  state: DeviceState,
  current: number,
): Float64Array {
  const { nodes } = problem;
  const charge = chargeAtRest(problem, state);
  const errors = new Float64Array(nodes - 1);
  /** Derivative of the power lost by the potential of each node. */
  const byPsi = new Float64Array(nodes);
  const wafer = thickest(problem);
  const electronsInFront = state.front.collects === 'electrons';
  const wayIn = { from: 0, to: wafer.first, electrons: electronsInFront };
  const wayOut = { from: wafer.last, to: nodes - 1, electrons: !electronsInFront };
  for (const way of [wayIn, wayOut]) addWay(problem, state, charge, way, current, errors, byPsi);
  addCharges(problem, state, charge, adjoint(problem, charge, byPsi), errors);
  return errors;
}

function thickest({ layers, x }: DeviceProblem): { readonly first: number; readonly last: number } {
  const thickness = ({ first, last }: { first: number; last: number }) => x[last]! - x[first]!;
  return layers.reduce((most, layer) => (thickness(layer) > thickness(most) ? layer : most));
}

function chargeAtRest(problem: DeviceProblem, state: DeviceState): NodeCharge {
  const { nodes, doping, defects, defectOf } = problem;
  const { electrons, holes, carriers, defectOut } = state;
  const density = new Float64Array(nodes);
  const byPsi = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) {
    const n = electrons[i]!;
    const p = holes[i]!;
    let byN = -n; // derivative by ln n
    let byP = p;
    density[i] = p - n + doping[i]!;
    const table = defects[defectOf[i]!];
    if (table) {
      defectSums(table, n, p, defectOut);
      density[i] += defectOut[0]!;
      byN += n * defectOut[1]!;
      byP += p * defectOut[2]!;
    }
    const at = carrierRecord.length * i;
    byPsi[i] =
      byN * carriers[at + carrierRecord.slopeN]! - byP * carriers[at + carrierRecord.slopeP]!;
  }
  return { density, byPsi };
}

/** The films on one side of the wafer, as edges, and the carrier that leaves through them. */
interface Way {
  readonly from: number;
  readonly to: number;
  readonly electrons: boolean;
}

/** Resistances of a way at rest: what they are wrong by, and how they move with the potential. */
function addWay(
  problem: DeviceProblem,
  state: DeviceState,
  charge: NodeCharge,
  { from, to, electrons }: Way,
  current: number,
  errors: Float64Array,
  byPsi: Float64Array,
): void {
  const { x, displacement, emission } = problem;
  const density = electrons ? state.electrons : state.holes;
  const velocity = electrons ? problem.electronVelocity : problem.holeVelocity;
  // Holes grow rarer as the potential rises.
  const sign = electrons ? -1 : 1;
  const flux = current / elementaryCharge;
  const drops = new Float64Array(to - from);
  let whole = 0;
  for (let i = from; i < to; i++) {
    const inverse = emission[i] ? 1 / density[i]! : meanInverse(density[i]!, density[i + 1]!);
    drops[i - from] = (flux / velocity[i]!) * inverse;
    whole += drops[i - from]!;
  }
  // Nothing passes: there is no power to lose.
  if (!Number.isFinite(whole)) return;
  for (let i = from; i < to; i++) {
    const share = drops[i - from]! / (halfOfPower + whole);
    if (emission[i]) {
      // Emission follows the density of the face in front.
      byPsi[i] += sign * share;
      continue;
    }
    const rise = Math.log(density[i + 1]! / density[i]!);
    const behind = meanPlace(-rise);
    byPsi[i] += sign * share * (1 - behind);
    byPsi[i + 1] += sign * share * behind;
    const most = Math.max(Math.abs(charge.density[i]!), Math.abs(charge.density[i + 1]!));
    const bend = ((x[i + 1]! - x[i]!) * most) / displacement[i]!;
    // The parabola over the straight line, bend t (1 - t) / 2, in the mean; next to an end where
    // nearly all of the resistance lies there.
    errors[i] += (share * bend) / (12 + 2 * Math.abs(rise));
  }
}

/** Change of the power lost by a charge at each node, q cm^-2, with both contacts held. */
function adjoint(problem: DeviceProblem, charge: NodeCharge, byPsi: Float64Array): Float64Array {
  const { nodes, displacement, box } = problem;
  const z = new Float64Array(nodes);
  const steps = new Float64Array(nodes);
  for (let i = 1; i < nodes - 1; i++) {
    const left = displacement[i - 1]!;
    const right = displacement[i]!;
    const pivot = 1 / (left + right - charge.byPsi[i]! * box[i]! - left * steps[i - 1]!);
    steps[i] = right * pivot;
    z[i] = (byPsi[i]! + left * z[i - 1]!) * pivot;
  }
  for (let i = nodes - 2; i > 0; i--) z[i] += steps[i]! * z[i + 1]!;
  return z;
}

/** Charge summed at nodes misses h^3/12 of the second derivative of itself times its weight. */
function addCharges(
  problem: DeviceProblem,
  { psi }: DeviceState,
  { density, byPsi }: NodeCharge,
  weight: Float64Array,
  errors: Float64Array,
): void {
  const { x, displacement, emission } = problem;
  for (let i = 0; i < errors.length; i++) {
    if (emission[i]) continue;
    const h = x[i + 1]! - x[i]!;
    const step = psi[i + 1]! - psi[i]!;
    const slope = (byPsi[i]! + byPsi[i + 1]!) / 2;
    const bend = (-h * (density[i]! + density[i + 1]!)) / (2 * displacement[i]!);
    const second = (byPsi[i + 1]! - byPsi[i]!) * step + slope * bend;
    const mean = (weight[i]! + weight[i + 1]!) / 2;
    const twist = mean * second + 2 * slope * step * (weight[i + 1]! - weight[i]!);
    errors[i] += (h / 12) * Math.abs(twist);
  }
}

/** Mean of 1/n over an interval on which ln n is straight. */
function meanInverse(a: number, b: number): number {
  const rise = Math.log(b / a);
  return Math.abs(rise) < 1e-6 ? 1 / a : (1 / a - 1 / b) / rise;
}

/** Mean of t over 0 to 1 with the weight exp(a t). */
function meanPlace(a: number): number {
  // The next term of the series is a^3/720.
  if (Math.abs(a) < 1e-3) return 0.5 + a / 12;
  return 1 / (1 - Math.exp(-a)) - 1 / a;
}
