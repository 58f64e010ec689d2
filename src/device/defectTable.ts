import { boltzmann } from '../physics/constants.ts';
import {
  type AmphotericTable,
  addAmphotericBonds,
  amphotericTable,
  type EnergyGrid,
} from './amphotericBonds.ts';
import type { DefectDistribution, ExponentialTail, GaussianBonds } from './description.ts';

/**
 * Gap states of one material at one temperature, as quadrature points over energy. Both
 * kinds lie in the same arrays: first the acceptor-like points, then the donor-like ones.
 */
export interface DefectTable {
  /** Points of one kind. */
  readonly points: number;
  /**
   * Three numbers a point: emission of the state, cn n1 + cp p1, its part that fills it, cp p1, 1/s;
   * states of the point, cm^-3.
   */
  readonly states: Float64Array;
  /** All donor-like states, cm^-3. */
  readonly donors: number;
  /** Capture coefficients, cm^3/s: acceptor-like and donor-like. */
  readonly acceptor: { readonly electron: number; readonly hole: number };
  readonly donor: { readonly electron: number; readonly hole: number };
  readonly amphoteric?: AmphotericTable;
}

/** Numbers of a point in `states`. */
const pointStride = 3;

/** Four-point Gauss-Legendre rule on -1..1 (Abramowitz & Stegun, table 25.4). */
const gaussNodes = [
  -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526,
];
const gaussWeights = [
  0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538,
];

/**
 * Widest panel of the quadrature, eV. Occupation changes over kT: its poles lie pi kT off
 * the axis, so that four points on 0.15 eV err by less than 6e-4 of one panel's states. The
 * efficiency of a heterojunction cell moves by 5e-6 % absolute against panels of 0.04 eV.
 */
const widestPanel = 0.15;

/**
 * Puts a defect distribution on quadrature points.
 *
 * Cross-sections follow Coulomb attraction: acceptor-like states are neutral when empty
 * (electrons: neutral, holes: charged), donor-like states are neutral when filled.
 *
 * @param defects distribution, cm^-3 eV^-1, energies in eV
 * @param gap mobility gap, eV
 * @param conductionStates effective density of states, cm^-3
 * @param valenceStates effective density of states, cm^-3
 * @param temperature K
 * @returns the table
 */
export function defectTable(
  defects: DefectDistribution,
  gap: number,
  conductionStates: number,
  valenceStates: number,
  temperature: number,
): DefectTable {
  const kT = boltzmann * temperature;
  const grid = energyGrid(gap);
  const points = grid.energy.length;
  const states = new Float64Array(2 * pointStride * points);
  const { neutral, charged, thermalVelocity } = defects.capture;
  const slow = neutral * thermalVelocity;
  const fast = charged * thermalVelocity;
  let donors = 0;
  for (let k = 0; k < points; k++) {
    const energy = grid.energy[k];
    const measure = grid.measure[k];
    const acceptor = pointStride * k;
    const donor = pointStride * (points + k);
    const n1 = conductionStates * Math.exp(-(gap - energy) / kT);
    const p1 = valenceStates * Math.exp(-energy / kT);
    states[acceptor] = slow * n1 + fast * p1;
    states[acceptor + 1] = fast * p1;
    states[acceptor + 2] =
      measure * (tail(defects.conductionTail, gap - energy) + bonds(defects.acceptorBonds, energy));
    states[donor] = fast * n1 + slow * p1;
    states[donor + 1] = slow * p1;
    states[donor + 2] =
      measure * (tail(defects.valenceTail, energy) + bonds(defects.donorBonds, energy));
    donors += states[donor + 2];
  }
  return {
    points,
    states,
    donors,
    acceptor: { electron: slow, hole: fast },
    donor: { electron: fast, hole: slow },
    ...(defects.amphotericBonds
      ? {
          amphoteric: amphotericTable(
            defects.amphotericBonds,
            grid,
            { gap, conductionStates, valenceStates, kT },
            { neutral: slow, charged: fast },
          ),
        }
      : {}),
  };
}

/** Panels of four Gauss points over the gap. */
function energyGrid(gap: number): EnergyGrid {
  const panels = Math.ceil(gap / widestPanel);
  const width = gap / panels;
  const size = panels * gaussNodes.length;
  const energy = Float64Array.from({ length: size }, (_, k) => {
    const panel = Math.floor(k / gaussNodes.length);
    return width * (panel + 0.5 + 0.5 * gaussNodes[k % gaussNodes.length]);
  });
  const measure = energy.map((_, k) => 0.5 * width * gaussWeights[k % gaussNodes.length]);
  return { energy, measure };
}

/** @param distance from the band edge into the gap, eV */
function tail(shape: ExponentialTail | undefined, distance: number): number {
  return shape ? shape.density * Math.exp(-distance / shape.urbachEnergy) : 0;
}

function bonds(shape: GaussianBonds | undefined, energy: number): number {
  if (!shape) return 0;
  return shape.density * Math.exp(-0.5 * ((energy - shape.energy) / shape.width) ** 2);
}

/** Where `defectSums` leaves its results. */
export const defectResult = {
  charge: 0,
  chargeByN: 1,
  chargeByP: 2,
  /** Rate over (np - nie^2), and its derivatives. */
  rate: 3,
  rateByN: 4,
  rateByP: 5,
  length: 6,
} as const;

/**
 * Charge and recombination of all gap states at given densities, with derivatives.
 *
 * Hot: one division a point, nothing allocated.
 *
 * @param table the states
 * @param n electrons, cm^-3
 * @param p holes, cm^-3
 * @param out filled as `defectResult` says: charge in q cm^-3 (donors positive), rate
 *   coefficient in cm^3/s
 */
export function defectSums(table: DefectTable, n: number, p: number, out: Float64Array): void {
  const { states } = table;
  const half = pointStride * table.points;
  let charge = table.donors;
  let chargeByN = 0;
  let chargeByP = 0;
  let rate = 0;
  let rateByN = 0;
  let rateByP = 0;
  let cn = table.acceptor.electron;
  let cp = table.acceptor.hole;
  for (let kind = 0; kind < 2; kind++) {
    const electrons = cn * n;
    const capture = electrons + cp * p;
    // Sums over the states of w d and w d^2, d being 1 / (capture + emission), plain and with what
    // fills the state by emission.
    let inverse = 0;
    let inverseSquare = 0;
    let filling = 0;
    let fillingSquare = 0;
    const end = (kind + 1) * half;
    for (let k = kind * half; k < end; k += pointStride) {
      const d = 1 / (capture + states[k]);
      const fills = states[k + 1];
      const wd = states[k + 2] * d;
      const wdd = wd * d;
      inverse += wd;
      inverseSquare += wdd;
      filling += wd * fills;
      fillingSquare += wdd * fills;
    }
    const filled = electrons * inverse + filling;
    const filledInverse = electrons * inverseSquare + fillingSquare;
    const product = cn * cp;
    charge -= filled;
    chargeByN -= cn * (inverse - filledInverse);
    chargeByP += cp * filledInverse;
    rate += product * inverse;
    rateByN -= product * cn * inverseSquare;
    rateByP -= product * cp * inverseSquare;
    cn = table.donor.electron;
    cp = table.donor.hole;
  }
  out[0] = charge;
  out[1] = chargeByN;
  out[2] = chargeByP;
  out[3] = rate;
  out[4] = rateByN;
  out[5] = rateByP;
  if (table.amphoteric) addAmphotericBonds(table.amphoteric, n, p, out);
}
