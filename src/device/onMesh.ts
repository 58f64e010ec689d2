import type { DeviceDescription } from './description.ts';
import { deviceProblem } from './deviceProblem.ts';
import { deviceState } from './deviceState.ts';
import { solveEquilibrium } from './equilibrium.ts';
import { fittedLayers } from './fittedMesh.ts';
import { divided, positionsOf } from './mesh.ts';
import type { DeviceProblem } from './problem.ts';
import type { DeviceState } from './state.ts';

/** A device on its mesh. */
export interface MeshedDevice {
  readonly problem: DeviceProblem;
  readonly state: DeviceState;
  /** Potentials of local neutrality, kT/q. */
  readonly neutral: Float64Array;
  /** Whether the state is that at rest; else it is neutral everywhere. */
  readonly rests: boolean;
}

/**
 * Puts a device on its mesh, made finer as its description asks.
 *
 * @param description layers, interfaces, contacts, temperature
 * @throws RangeError when the numbers of layers and interfaces do not fit
 * @throws CalculationError when there is no equilibrium to fit the mesh to
 */
export function onMesh(description: DeviceDescription): MeshedDevice {
  const given = asGiven(description);
  const { refinement } = description;
  if (!refinement) return given;
  const { current, fineness = 1 } = refinement;
  let { layers } = description;
  let { rests } = given;
  if (current > 0) {
    solveEquilibrium(given.problem, given.state);
    rests = true;
    layers = fittedLayers(given.problem, given.state, current) ?? layers;
  }
  if (fineness !== 1) {
    layers = layers.map((layer) => ({
      ...layer,
      spacing: { positions: divided(positionsOf(layer), fineness) },
    }));
  }
  return layers === description.layers ? { ...given, rests } : asGiven({ ...description, layers });
}

function asGiven(description: DeviceDescription): MeshedDevice {
  const problem = deviceProblem(description);
  const state = deviceState(problem);
  return { problem, state, neutral: state.psi.slice(), rests: false };
}
