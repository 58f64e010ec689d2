import type { DeviceProblem } from './problem.ts';

/**
 * What the inner loops read of a node, side by side in `nodeInputs`: one array in place of fifteen,
 * whose kind and length are looked at once a node.
 */
export const nodeInput = {
  box: 0,
  doping: 1,
  sheet: 2,
  nie2: 3,
  radiative: 4,
  tauN: 5,
  tauP: 6,
  n1: 7,
  p1: 8,
  augerA: 9,
  augerB: 10,
  surfaceN: 11,
  surfaceP: 12,
  length: 13,
} as const;

/** The same of an edge, in `edgeInputs`. */
export const edgeInput = {
  /** Steps of thetaN and -thetaP to the right end. */
  stepN: 0,
  stepP: 1,
  electronVelocity: 2,
  holeVelocity: 3,
  displacement: 4,
  dipole: 5,
  length: 6,
} as const;

/** What there is to be worked out at a node: flags of `nodeTraits`, below its Auger law. */
export const nodeTrait = {
  variable: 1,
  injected: 2,
  srh: 4,
  surface: 8,
  defects: 16,
  emits: 32,
  screened: 64,
  tunnels: 128,
  binds: 256,
} as const;
/** The Auger law in `nodeTraits`, times this. */
export const augerUnit = 512;

/** How an edge carries: freely, with mobilities that follow the injection, by emission. */
export const edgeKind = { plain: 0, injected: 1, emission: 2 } as const;

/**
 * Packs what the inner loops read: fills `nodeInputs`, `nodeTraits`, `edgeInputs` and `edgeKinds`.
 *
 * @param problem the device, its properties filled in
 */
export function packInputs(problem: DeviceProblem): void {
  const { nodes, thetaN, thetaP, emission, injectionOf } = problem;
  const { nodeInputs, nodeTraits, edgeInputs, edgeKinds } = problem;
  for (let i = 0; i < nodes; i++) {
    const o = nodeInput.length * i;
    nodeInputs[o + nodeInput.box] = problem.box[i]!;
    nodeInputs[o + nodeInput.doping] = problem.doping[i]!;
    nodeInputs[o + nodeInput.sheet] = problem.sheet[i]!;
    nodeInputs[o + nodeInput.nie2] = problem.nie2[i]!;
    nodeInputs[o + nodeInput.radiative] = problem.radiative[i]!;
    nodeInputs[o + nodeInput.tauN] = problem.tauN[i]!;
    nodeInputs[o + nodeInput.tauP] = problem.tauP[i]!;
    nodeInputs[o + nodeInput.n1] = problem.n1[i]!;
    nodeInputs[o + nodeInput.p1] = problem.p1[i]!;
    nodeInputs[o + nodeInput.augerA] = problem.augerA[i]!;
    nodeInputs[o + nodeInput.augerB] = problem.augerB[i]!;
    nodeInputs[o + nodeInput.surfaceN] = problem.surfaceN[i]!;
    nodeInputs[o + nodeInput.surfaceP] = problem.surfaceP[i]!;
    nodeTraits[i] =
      (problem.variable[i] === 1 ? nodeTrait.variable : 0) +
      (injectionOf[i]! >= 0 ? nodeTrait.injected : 0) +
      (problem.srh[i] === 1 ? nodeTrait.srh : 0) +
      (problem.surface[i] === 1 ? nodeTrait.surface : 0) +
      (problem.defectOf[i]! >= 0 ? nodeTrait.defects : 0) +
      (problem.emits[i] === 1 ? nodeTrait.emits : 0) +
      (problem.screened[i] === 1 ? nodeTrait.screened : 0) +
      (problem.tunnels[i] === 1 ? nodeTrait.tunnels : 0) +
      (problem.binds[i] === 1 ? nodeTrait.binds : 0) +
      augerUnit * problem.auger[i]!;
  }
  for (let i = 0; i < nodes - 1; i++) {
    const o = edgeInput.length * i;
    edgeInputs[o + edgeInput.stepN] = thetaN[i + 1]! - thetaN[i]!;
    edgeInputs[o + edgeInput.stepP] = thetaP[i]! - thetaP[i + 1]!;
    edgeInputs[o + edgeInput.electronVelocity] = problem.electronVelocity[i]!;
    edgeInputs[o + edgeInput.holeVelocity] = problem.holeVelocity[i]!;
    edgeInputs[o + edgeInput.displacement] = problem.displacement[i]!;
    edgeInputs[o + edgeInput.dipole] = problem.dipole[i]!;
    const injected = injectionOf[i]! >= 0 || injectionOf[i + 1]! >= 0;
    if (emission[i] === 1) edgeKinds[i] = edgeKind.emission;
    else if (injected) edgeKinds[i] = edgeKind.injected;
  }
}
