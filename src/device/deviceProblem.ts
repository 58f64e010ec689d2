import { enhancedAugerAt, richter, richterEquilibriumPart } from '../physics/auger.ts';
import {
  boltzmann,
  elementaryCharge,
  richardson,
  thermalVoltage,
  vacuumPermittivity,
} from '../physics/constants.ts';
import { type InjectionTable, injectionTable } from '../physics/injectedSilicon.ts';
import type { BoundDopants } from '../physics/ionisation.ts';
import { relativeEmissionAt } from '../physics/radiativeScreening.ts';
import { freeElectronStates } from '../physics/siliconStates.ts';
import { fieldEnhancementAt } from '../physics/trapAssistedTunnelling.ts';
import { type DefectTable, defectTable } from './defectTable.ts';
import type {
  DeviceDescription,
  DeviceLayer,
  Interface,
  NodeProperties,
  SurfaceRecombination,
} from './description.ts';
import { emissionFactor } from './emissionModels.ts';
import { positionsOf } from './mesh.ts';
import { edgeInput, nodeInput, packInputs } from './packedInputs.ts';
import { augerCode, type DeviceProblem } from './problem.ts';
import { recombines } from './surfaceTerms.ts';

/**
 * Separation that stands for the two faces of an abrupt interface in Poisson's equation,
 * cm. At 1e6 V/cm it drops 1 uV; being 1e4 times below the finest mesh it costs 4 of the 16
 * digits of a neighbour's field.
 */
const interfaceGap = 1e-12;

/** Node position, the layer it belongs to and its depth there. */
interface Node {
  readonly layer: number;
  readonly depth: number;
}

/**
 * Puts a device on its mesh.
 *
 * @param description layers, interfaces, contacts, temperature
 * @returns arrays for the solver
 * @throws RangeError when the numbers of layers and interfaces do not fit
 */
export function deviceProblem(description: DeviceDescription): DeviceProblem {
  const { layers, interfaces, temperature } = description;
  if (layers.length === 0) throw new RangeError('a device needs at least one layer');
  if (interfaces.length !== layers.length - 1) {
    throw new RangeError(`${layers.length} layers need ${layers.length - 1} interfaces`);
  }
  const meshes = layers.map(positionsOf);
  const list: Node[] = [];
  const ranges: { name: string; first: number; last: number }[] = [];
  layers.forEach((layer, l) => {
    const mesh = meshes[l];
    const joined = l > 0 && interfaces[l - 1]?.kind === 'joined';
    const first = joined ? list.length - 1 : list.length;
    for (let k = joined ? 1 : 0; k < mesh.length; k++) {
      list.push({ layer: l, depth: mesh[k] });
    }
    ranges.push({ name: layer.name, first, last: list.length - 1 });
  });

  const nodes = list.length;
  const properties = list.map((node) => layers[node.layer].at(node.depth));
  const tunnelsAnywhere = properties.some(({ tunnels }) => tunnels);
  const problem = allocate(nodes, ranges, description, tunnelsAnywhere);
  const starts = layerStarts(layers);
  const vt = thermalVoltage(temperature);
  const tables = problem.defects;
  const tableOfLayer = layers.map((layer, l) => {
    if (!layer.defects) return -1;
    const first = properties[ranges[l].first as number];
    tables.push(
      defectTable(
        layer.defects,
        first.gap,
        first.conductionStates,
        first.valenceStates,
        temperature,
      ),
    );
    return tables.length - 1;
  });

  for (let i = 0; i < nodes; i++) {
    const node = list[i];
    problem.x[i] = starts[node.layer] + node.depth;
    fillNode(problem, i, properties[i], vt);
    problem.defectOf[i] = tableOfLayer[node.layer];
  }
  for (let i = 0; i < nodes - 1; i++) {
    const a = properties[i];
    const b = properties[i + 1];
    const h = problem.x[i + 1] - problem.x[i];
    const between = interfaces[list[i].layer];
    if (list[i].layer !== list[i + 1].layer && between?.kind === 'abrupt') {
      fillInterface(problem, i, a, b, between, temperature);
    } else {
      fillEdge(problem, i, a, b, h, vt);
      problem.box[i] = problem.box[i] + h / 2;
      problem.box[i + 1] = problem.box[i + 1] + h / 2;
    }
  }
  joinDoping(problem, layers, interfaces, ranges);
  fillInjections(problem, properties);
  packInputs(problem);
  return problem;
}

/** A device whose lists are still being filled. */
interface OpenProblem extends DeviceProblem {
  readonly injections: InjectionTable[];
  readonly defects: DefectTable[];
}

/** Tables of the nodes that follow injection, one for each doping. */
function fillInjections(problem: OpenProblem, properties: readonly NodeProperties[]): void {
  const { injections } = problem;
  const known = new Map<string, number>();
  let index: number | undefined;
  properties.forEach(({ injected }, i) => {
    if (!injected) return;
    // Most nodes share what the one before is made of.
    if (index === undefined || injected !== properties[i - 1]?.injected) {
      const key = `${injected.donors} ${injected.acceptors}`;
      index = known.get(key) ?? injections.push(injectionTable(injected)) - 1;
      known.set(key, index);
    }
    problem.injectionOf[i] = index;
    problem.variable[i] = 1;
    if (injected.emission === undefined) return;
    problem.radiative[i] = injected.emission;
    problem.emits[i] = 1;
  });
}

function layerStarts(layers: readonly DeviceLayer[]): number[] {
  let start = 0;
  return layers.map((layer) => {
    const here = start;
    start += layer.thickness;
    return here;
  });
}

/**
 * All of a device in one expression: devices then have one layout in memory, for which the inner loops
 * are compiled; one that is put together from parts has its own, and they run at half their speed.
 */
function allocate(
  nodes: number,
  layers: DeviceProblem['layers'],
  description: DeviceDescription,
  tunnelsAnywhere: boolean,
): OpenProblem {
  const array = () => new Float64Array(nodes);
  return {
    temperature: description.temperature,
    nodes,
    x: array(),
    layers,
    box: array(),
    thetaN: array(),
    thetaP: array(),
    degenerate: new Uint8Array(nodes),
    logStatesN: array(),
    logStatesP: array(),
    nie2: array(),
    variable: new Uint8Array(nodes),
    injectionOf: new Int16Array(nodes).fill(-1),
    injections: [],
    doping: array(),
    binds: new Uint8Array(nodes),
    boundN: array(),
    halfN: array(),
    boundP: array(),
    halfP: array(),
    sheet: array(),
    dipole: array(),
    displacement: array(),
    electronVelocity: array(),
    holeVelocity: array(),
    emission: new Uint8Array(nodes),
    srh: new Uint8Array(nodes),
    tauN: array(),
    tauP: array(),
    n1: array(),
    p1: array(),
    tunnels: new Uint8Array(nodes),
    tunnelsAnywhere,
    enhancement: fieldEnhancementAt(description.temperature),
    radiative: array(),
    emits: new Uint8Array(nodes),
    screened: new Uint8Array(nodes),
    screening: relativeEmissionAt(description.temperature),
    auger: new Uint8Array(nodes),
    augerA: array(),
    augerB: array(),
    enhancedAuger: enhancedAugerAt(description.temperature),
    surface: new Uint8Array(nodes),
    surfaceN: array(),
    surfaceP: array(),
    defectOf: new Int16Array(nodes).fill(-1),
    defects: [],
    nodeInputs: new Float64Array(nodeInput.length * nodes),
    nodeTraits: new Uint16Array(nodes),
    edgeInputs: new Float64Array(edgeInput.length * (nodes - 1)),
    edgeKinds: new Uint8Array(nodes - 1),
    description,
    affinity: array(),
    gap: array(),
  };
}

function fillNode(problem: DeviceProblem, i: number, node: NodeProperties, vt: number): void {
  problem.affinity[i] = node.affinity;
  problem.gap[i] = node.gap;
  const thetaN = node.affinity / vt + Math.log(node.conductionStates);
  const thetaP = -(node.affinity + node.gap) / vt + Math.log(node.valenceStates);
  problem.degenerate[i] = node.degenerate ? 1 : 0;
  problem.variable[i] = node.degenerate ? 1 : 0;
  problem.logStatesN[i] = Math.log(node.conductionStates);
  problem.logStatesP[i] = Math.log(node.valenceStates);
  problem.thetaN[i] = thetaN;
  problem.thetaP[i] = thetaP;
  const nie2 = Math.exp(thetaN + thetaP);
  problem.nie2[i] = nie2;
  problem.doping[i] = node.netDoping;
  if (node.bound) {
    problem.binds[i] = 1;
    problem.boundN[i] = node.bound.donors.density;
    problem.halfN[i] = node.bound.donors.half;
    problem.boundP[i] = node.bound.acceptors.density;
    problem.halfP[i] = node.bound.acceptors.half;
  }
  problem.radiative[i] = node.radiative;
  problem.screened[i] = node.screened ? 1 : 0;
  const nie = Math.sqrt(nie2);
  problem.n1[i] = nie * Math.exp(node.trapLevel / vt);
  problem.p1[i] = nie * Math.exp(-node.trapLevel / vt);
  const hasSrh = Number.isFinite(node.electronLifetime) && Number.isFinite(node.holeLifetime);
  problem.srh[i] = hasSrh ? 1 : 0;
  problem.tunnels[i] = hasSrh && node.tunnels ? 1 : 0;
  problem.tauN[i] = hasSrh ? node.electronLifetime : 0;
  problem.tauP[i] = hasSrh ? node.holeLifetime : 0;
  const law = node.auger;
  problem.auger[i] = augerCode[law.model];
  if (law.model === 'constant') {
    problem.augerA[i] = law.electron;
    problem.augerB[i] = law.hole;
  } else if (law.model === 'pc1d') {
    problem.augerA[i] = law.donors;
    problem.augerB[i] = law.acceptors;
  } else if (law.model === 'richter2012') {
    problem.augerA[i] = richterEquilibriumPart(law.n0, law.p0);
    // The excess density is the minority's: holes where donors prevail.
    problem.augerB[i] = law.n0 >= law.p0 ? richter.injection : -richter.injection;
  }
}

/** Flux between two nodes of one layer; mobility is the harmonic mean (series resistance). */
function fillEdge(
  problem: DeviceProblem,
  i: number,
  a: NodeProperties,
  b: NodeProperties,
  h: number,
  vt: number,
): void {
  const unit = (vacuumPermittivity * vt) / elementaryCharge;
  problem.displacement[i] = (unit * 0.5 * (a.permittivity + b.permittivity)) / h;
  problem.electronVelocity[i] = (vt * harmonicMean(a.electronMobility, b.electronMobility)) / h;
  problem.holeVelocity[i] = (vt * harmonicMean(a.holeMobility, b.holeMobility)) / h;
}

function harmonicMean(a: number, b: number): number {
  return 2 / (1 / a + 1 / b);
}

/**
 * Thermionic emission over the step of each band. With Em the higher conduction band edge,
 * the flux is (A* T^2/q) exp(-(Em - Ec)/kT) (n/Nc) (1 - exp(-delta phi)), with the Richardson
 * constant of the law of emission.
 */
function fillInterface(
  problem: DeviceProblem,
  i: number,
  a: NodeProperties,
  b: NodeProperties,
  between: Extract<Interface, { kind: 'abrupt' }>,
  temperature: number,
): void {
  const vt = boltzmann * temperature;
  const unit = (vacuumPermittivity * vt) / elementaryCharge;
  const free = freeElectronStates(temperature);
  const base = (richardson * temperature ** 2) / elementaryCharge;
  problem.emission[i] = 1;
  // Half on either face: they lie at one place.
  problem.sheet[i] += 0.5 * (between.charge ?? 0);
  problem.sheet[i + 1] += 0.5 * (between.charge ?? 0);
  problem.dipole[i] = (between.dipole ?? 0) / vt;
  problem.displacement[i] = (unit * 0.5 * (a.permittivity + b.permittivity)) / interfaceGap;
  const dipole = between.dipole ?? 0;
  const law = between.emission ?? 'wu1979';
  const massN = emissionFactor(
    law,
    { states: a.conductionStates / free, edge: -a.affinity + dipole },
    { states: b.conductionStates / free, edge: -b.affinity },
  );
  const massP = emissionFactor(
    law,
    { states: a.valenceStates / free, edge: a.affinity + a.gap - dipole },
    { states: b.valenceStates / free, edge: b.affinity + b.gap },
  );
  const stepN = Math.max(0, a.affinity - b.affinity - dipole);
  const stepP = Math.max(0, b.affinity + b.gap - a.affinity - a.gap + dipole);
  problem.electronVelocity[i] =
    ((between.electronTransmission ?? 1) * base * massN * Math.exp(-stepN / vt)) /
    a.conductionStates;
  problem.holeVelocity[i] =
    ((between.holeTransmission ?? 1) * base * massP * Math.exp(-stepP / vt)) / a.valenceStates;
  if (between.front) fillSurface(problem, i, between.front);
  if (between.rear) fillSurface(problem, i + 1, between.rear);
}

function fillSurface(problem: DeviceProblem, i: number, surface: SurfaceRecombination): void {
  if (!recombines(surface)) return;
  problem.surface[i] = 1;
  problem.surfaceN[i] = 1 / surface.electronVelocity;
  problem.surfaceP[i] = 1 / surface.holeVelocity;
}

/** The box of a joined node holds both dopings. */
function joinDoping(
  problem: DeviceProblem,
  layers: readonly DeviceLayer[],
  interfaces: readonly Interface[],
  ranges: DeviceProblem['layers'],
): void {
  interfaces.forEach((between, l) => {
    if (between.kind !== 'joined') return;
    const i = ranges[l].last as number;
    const before = problem.x[i] - problem.x[i - 1];
    const after = problem.x[i + 1] - problem.x[i];
    const mean = (front: number, rear: number) =>
      (front * before + rear * after) / (before + after);
    const { netDoping, bound } = layers[l + 1].at(0);
    problem.doping[i] = mean(problem.doping[i], netDoping);
    if (problem.binds[i] === 0 && !bound) return;
    problem.binds[i] = 1;
    // Two levels are summed up as the one of the side with more dopants.
    const join = (density: Float64Array, half: Float64Array, rear?: BoundDopants) => {
      const here = density[i]! * before;
      if (rear && rear.density * after > here) half[i] = rear.half;
      density[i] = mean(density[i]!, rear?.density ?? 0);
    };
    join(problem.boundN, problem.halfN, bound?.donors);
    join(problem.boundP, problem.halfP, bound?.acceptors);
  });
}
