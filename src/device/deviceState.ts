import { elementaryCharge, richardson, thermalVoltage } from '../physics/constants.ts';
import { freeElectronStates } from '../physics/siliconStates.ts';
import { tunnellingEnergy } from '../physics/tunnellingEnergy.ts';
import { boundCharge, boundOut } from './boundCharge.ts';
import { defectResult, defectSums } from './defectTable.ts';
import { carrierRecord, equilibriumDensities } from './densities.ts';
import type { Contact } from './description.ts';
import { edgeResult } from './edgeFlux.ts';
import { nodeResult } from './nodeTerms.ts';
import type { DeviceProblem } from './problem.ts';
import type { ContactState, DeviceState } from './state.ts';
import { recombines, surfaceResult } from './surfaceTerms.ts';

/** Mass of tunnelling in amorphous silicon where none is given. */
const defaultTunnelMass = 0.1;

/**
 * Working memory for a problem, at rest in neutral equilibrium.
 *
 * @param problem the device on its mesh
 * @returns state with psi at local neutrality
 */
export function deviceState(problem: DeviceProblem): DeviceState {
  const { nodes, description } = problem;
  const psi = new Float64Array(nodes);
  const defectOut = new Float64Array(defectResult.length);
  for (let i = 0; i < nodes; i++) {
    // Most neighbours are of one material and doping, and neutral at one potential.
    psi[i] = isLikeBefore(problem, i) ? psi[i - 1] : neutralPotential(problem, i, defectOut);
  }
  const { front, rear } = description;
  const inFront = carrierInFront(problem, psi);
  const state: DeviceState = {
    psi,
    phiN: new Float64Array(nodes),
    phiP: new Float64Array(nodes),
    shiftN: 0,
    shiftP: 0,
    dPhiN: new Float64Array(nodes),
    dPhiP: new Float64Array(nodes),
    electrons: new Float64Array(nodes),
    holes: new Float64Array(nodes),
    carriers: carriersAtRest(nodes),
    generation: new Float64Array(nodes),
    light: 0,
    front: contactState(problem, front, 0, psi[0], inFront),
    rear: contactState(problem, rear, nodes - 1, psi[nodes - 1], opposite[inFront]),
    steps: new Float64Array(9 * nodes),
    update: new Float64Array(3 * nodes),
    tangentEnd: new Float64Array(3),
    nodeResults: new Float64Array(nodeResult.length * nodes),
    // No current passes the outer faces: the first record stays 0, and so does the last.
    edgeResults: new Float64Array(edgeResult.length * (nodes + 1)),
    fieldSlopes: new Float64Array(problem.tunnelsAnywhere ? 2 * nodes : 0),
    defectOut,
    surfaceOut: new Float64Array(surfaceResult.length),
  };
  if (state.front.pinned) psi[0] = state.front.psi;
  if (state.rear.pinned) psi[nodes - 1] = state.rear.psi;
  return state;
}

/** Records of nodes that are not degenerate and have no injection. */
function carriersAtRest(nodes: number): Float64Array {
  const carriers = new Float64Array(carrierRecord.length * nodes);
  for (let o = 0; o < carriers.length; o += carrierRecord.length) {
    for (const unit of ['slopeN', 'slopeP', 'rootN', 'rootP'] as const) {
      carriers[o + carrierRecord[unit]] = 1;
    }
  }
  return carriers;
}

/**
 * Velocity at which carriers leave a band into a metal, A* T^2/(q N) = sqrt(kT/(2 pi m)), the mass being
 * that of the density of states (C. R. Crowell, S. M. Sze, Solid-State Electron. 9, 1035 (1966)).
 *
 * @param temperature K
 * @param states effective density of states N, cm^-3
 * @returns cm/s
 * @example emissionVelocity(300, freeElectronStates(300)) // 2.690e6
 */
export function emissionVelocity(temperature: number, states: number): number {
  const mass = (states / freeElectronStates(temperature)) ** (2 / 3);
  return (richardson * mass * temperature ** 2) / (elementaryCharge * states);
}

const opposite = { electrons: 'holes', holes: 'electrons' } as const;

/**
 * Carrier that is collected in front: electrons where that end is neutral with more of them to a hole than the
 * other end, even if both are of one type, as a film of too little doping is. Ends alike collect what they have.
 */
function carrierInFront(problem: DeviceProblem, psi: Float64Array): 'electrons' | 'holes' {
  const density = { n: 0, p: 0 };
  const [front, rear] = [0, problem.nodes - 1].map((i) => {
    equilibriumDensities(problem, i, psi[i], density);
    return Math.log(density.n / density.p);
  });
  const surplus = front! === rear! ? front! : front! - rear!;
  return surplus >= 0 ? 'electrons' : 'holes';
}

function contactState(
  problem: DeviceProblem,
  contact: Contact,
  i: number,
  neutral: number,
  collects: ContactState['collects'],
): ContactState {
  const density = { n: 0, p: 0 };
  equilibriumDensities(problem, i, neutral, density);
  const majority = density.n >= density.p ? 'electrons' : 'holes';
  const vt = thermalVoltage(problem.temperature);
  let psi = neutral;
  let { electronVelocity, holeVelocity } = contact;
  if (contact.model === 'schottky' || contact.model === 'tunnel') {
    // The vacuum level of a metal lies its work function above the Fermi level: n = Nc
    // exp(-(W - affinity)/kT).
    psi = -(contact.workFunction ?? 0) / vt;
    if (contact.model === 'tunnel') psi = tunnelled(problem, contact, i, psi, neutral, majority);
    equilibriumDensities(problem, i, psi, density);
    electronVelocity ||= emissionVelocity(problem.temperature, Math.exp(problem.logStatesN[i]));
    holeVelocity ||= emissionVelocity(problem.temperature, Math.exp(problem.logStatesP[i]));
  }
  return {
    pinned: contact.model !== 'neutral',
    majority,
    collects,
    psi,
    offsetN: 0,
    offsetP: 0,
    electronFlux: electronVelocity * density.n,
    holeFlux: holeVelocity * density.p,
    srh: recombines({ electronVelocity, holeVelocity }),
    inverseElectronVelocity: 1 / electronVelocity,
    inverseHoleVelocity: 1 / holeVelocity,
    j0: contact.j0 ?? 0,
  };
}

/** Potential at a contact with the part of its depletion that carriers do not tunnel through. */
function tunnelled(
  problem: DeviceProblem,
  contact: Contact,
  i: number,
  psi: number,
  neutral: number,
  majority: 'electrons' | 'holes',
): number {
  const depletes = majority === 'holes' ? psi > neutral : psi < neutral;
  if (!depletes) return psi;
  const { layers } = problem.description;
  const layer = i === 0 ? layers[0]! : layers[layers.length - 1]!;
  const { permittivity } = layer.at(i === 0 ? 0 : layer.thickness);
  const { temperature } = problem;
  const energy = tunnellingEnergy(
    Math.abs(problem.doping[i]!),
    permittivity,
    contact.tunnelMass ?? defaultTunnelMass,
    temperature,
  );
  return neutral + ((psi - neutral) * thermalVoltage(temperature)) / energy;
}

/**
 * Space charge at a node in equilibrium, q cm^-3, for a given potential.
 */
export function equilibriumCharge(
  problem: DeviceProblem,
  i: number,
  psi: number,
  out: Float64Array,
): number {
  const density = { n: 0, p: 0 };
  equilibriumDensities(problem, i, psi, density);
  const { n, p } = density;
  const table = problem.defects[problem.defectOf[i]];
  let charge = p - n + problem.doping[i];
  if (problem.binds[i] === 1) {
    boundCharge(problem, i, n, p);
    charge += boundOut.charge;
  }
  if (table) {
    defectSums(table, n, p, out);
    charge += out[0];
  }
  return charge;
}

/** Whether a node has all that decides its charge in common with the one before. */
function isLikeBefore(problem: DeviceProblem, i: number): boolean {
  const { doping, thetaN, thetaP, degenerate, logStatesN, logStatesP, defectOf } = problem;
  const { boundN, boundP } = problem;
  return (
    i > 0 &&
    [boundN, boundP, doping, thetaN, thetaP, degenerate, logStatesN, logStatesP, defectOf].every(
      (property) => property[i] === property[i - 1],
    )
  );
}

/** Potential at which a node is neutral in equilibrium; the charge falls with psi. */
function neutralPotential(problem: DeviceProblem, i: number, out: Float64Array): number {
  const n0 = problem.thetaN[i];
  const p0 = problem.thetaP[i];
  // From p = 1e30 to n = 1e30 cm^-3.
  let low = p0 - 69;
  let high = 69 - n0;
  // Degenerate densities rise more slowly: leave them room.
  if (problem.degenerate[i] === 1) {
    low -= 60;
    high += 60;
  }
  for (let k = 0; k < 80; k++) {
    const middle = (low + high) / 2;
    if (equilibriumCharge(problem, i, middle, out) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Sets the bias of the rear contact against the front one, in kT/q. */
export function setRearPotential(state: DeviceState, equilibrium: number, rear: number): void {
  state.rear.psi = equilibrium + rear;
  // Each carrier is measured from the contact that collects it.
  state.shiftN = state.front.collects === 'electrons' ? 0 : rear;
  state.shiftP = state.front.collects === 'electrons' ? rear : 0;
  state.front.offsetN = state.shiftN;
  state.front.offsetP = state.shiftP;
  state.rear.offsetN = state.shiftN - rear;
  state.rear.offsetP = state.shiftP - rear;
}
