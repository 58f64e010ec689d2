import { Device } from '../device/device.ts';
import { photonFluxInBins } from '../light/photonFlux.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { scaleSpectrum } from '../light/spectrum.ts';
import { photonBudget, waferGeneration } from '../optics/generation.ts';
import { encapsulated, type ModuleLayers } from '../optics/module.ts';
import { emittedPhotonFlux, radiativeRecombination } from '../optics/radiative.ts';
import type { SolveOptics } from '../optics/rememberedOptics.ts';
import { type OpticalSolution, solveOptics } from '../optics/solveOptics.ts';
import { binEdges, wavelengthsFor } from '../optics/wavelengths.ts';
import { thermalVoltage, zeroCelsius } from '../physics/constants.ts';
import { radiativeModels } from '../physics/radiativeCoefficient.ts';
import { siliconIntrinsicDensity } from '../physics/siliconStates.ts';
import { assembleDevice } from './assembleDevice.ts';
import { assembleOptics } from './assembleOptics.ts';
import { waferLayer } from './assembleWafer.ts';
import type { Cell, CellPhotons, CellResult, Conditions } from './cell.ts';
import { metalPlace, shadedShare } from './cellMetal.ts';
import type { Junction } from './junction.ts';
import { addPhotons, scalePhotons } from './photonSums.ts';
import { waferMiddle } from './places.ts';
import { keepingSolver, type SimulatorTrail, startFrom } from './simulatorTrail.ts';
import {
  cellCircuit,
  type TerminalFigures,
  terminalFigures,
  unitIrradiance,
} from './terminalFigures.ts';

export { unitIrradiance };

/** Light on one side of a cell. */
export interface SideLight {
  /** Where its photons end. */
  readonly optics: OpticalSolution;
  /** Its irradiance over that of the first side. */
  readonly share: number;
}

/** A cell at one temperature in one spectrum, ready for any irradiance. */
export interface CellSimulator extends TerminalFigures, Junction {
  /** The device with its last solution: bands, densities, convergence. */
  readonly device: Device;
  /** Where each photon of the side asked for ends, by wavelength. */
  readonly optics: OpticalSolution;
  /** That light, and the light on the other side where there is some. */
  readonly lights: readonly SideLight[];
  /** Incident photons of each wavelength's bin at a light of 1 (1000 W/m2), cm^-2 s^-1. */
  readonly photonFlux: Float64Array;
  /** Carriers in each node's box from incident photons, less those that the grid shades. */
  generation(photonFlux: Float64Array): Float64Array;
  /** What it leaves to a like cell. */
  trail(): SimulatorTrail;
}

/** How a cell is lit and put on its mesh. */
export interface SimulatorOptions {
  /** Parts that each interval of the mesh is divided into, a whole number; 1 when left out. */
  readonly fineness?: number;
  /** What the cell is laminated into; it stands in air when left out. */
  readonly module?: ModuleLayers;
  /** Side that the light falls on; `front` when left out. */
  readonly side?: 'front' | 'rear';
  /**
   * Light of the same spectrum on the other side as well: its irradiance over that of `side`; none
   * when left out. What is asked at an irradiance is asked at that of `side`.
   */
  readonly otherSide?: number;
  /** How its optics are solved: `rememberedOptics()` for many cells that share some. */
  readonly solveOptics?: SolveOptics;
  /** What a like cell left: the first searches start from there, whatever moved between them. */
  readonly trail?: SimulatorTrail;
}

/**
 * Key figures of a cell from its layers: optics, then drift-diffusion, then the circuit.
 *
 * @param cell as `loadCell` returns it
 * @param conditions spectrum, irradiance in W/m2 (and behind), cell temperature in degC
 * @returns key figures and the photon budget
 * @throws CalculationError when the device equations do not converge
 * @throws RangeError for an irradiance that is not positive or a temperature the laws of
 *   silicon do not cover
 * @example simulateCell(await loadCell('shj'), { spectrum: await loadSpectrum('am1.5g'),
 *   irradiance: 1000, temperature: 25 }).efficiency_pct
 */
export function simulateCell(cell: Cell, conditions: Conditions): CellResult {
  const { spectrum, irradiance, temperature, rearIrradiance = 0 } = conditions;
  const otherSide = rearIrradiance / irradiance;
  return cellSimulator(cell, spectrum, temperature, { otherSide }).at(irradiance);
}

/**
 * Prepares a cell at a temperature, so that many irradiances share its optics and its mesh.
 *
 * @param cell as `loadCell` returns it
 * @param spectrum its shape counts; the irradiance is given to `at`
 * @param temperature cell temperature, degC
 * @param options fineness of the mesh, module around the cell, lit side or sides
 * @returns the simulator
 * @throws RangeError for a share of light on the other side that is negative
 */
export function cellSimulator(
  cell: Cell,
  spectrum: Spectrum,
  temperature: number,
  options: SimulatorOptions = {},
): CellSimulator {
  const kelvin = temperature + zeroCelsius;
  const { module, side = 'front', otherSide = 0, trail } = options;
  const solved = options.solveOptics ?? solveOptics;
  if (!(otherSide >= 0)) {
    throw new RangeError(`light on the other side is ${otherSide} of this one`);
  }
  const inAir = assembleOptics(cell);
  const opticalCell = module === undefined ? inAir : encapsulated(inAir, module);
  const wavelength = wavelengthsFor(spectrum.wavelength);
  const optics = solved(opticalCell, wavelength, kelvin, { side });
  const flux = photonFluxInBins(scaleSpectrum(spectrum, unitIrradiance), binEdges(wavelength));
  const across = side === 'front' ? 'rear' : 'front';
  const lights: SideLight[] = [{ optics, share: 1 }];
  if (otherSide > 0) {
    const other = solved(opticalCell, wavelength, kelvin, { side: across });
    lights.push({ optics: other, share: otherSide });
  }
  // What a cell emits does not depend on where its light comes from.
  const emitting = side === 'front' ? optics : solved(opticalCell, wavelength, kelvin);
  const { circuit: given } = cell.description;
  const { radiative: law } = cell.description.wafer.models;
  const device = new Device(
    assembleDevice(
      cell.description,
      kelvin,
      netRadiative(emitting, opticalCell.wafer, kelvin, law),
      {
        ...(cell.doping ? { tables: cell.doping } : {}),
        ...(options.fineness === undefined ? {} : { fineness: options.fineness }),
      },
    ),
    trail === undefined ? 'at rest' : 'later',
  );
  const generationOf = (solution: OpticalSolution, photons: Float64Array) => {
    const lit = 1 - shadedShare(cell, solution.side);
    return generation(device, cell, solution, photons).map((g) => g * lit);
  };
  const made = new Float64Array(device.problem.nodes);
  for (const light of lights) {
    const more = generationOf(light.optics, flux);
    for (let i = 0; i < made.length; i++) made[i] += light.share * more[i];
  }
  device.setGeneration(made);
  const { front, rear } = cell.description;
  const circuit = cellCircuit(given, front.contact.resistivity + rear.contact.resistivity);
  const vt = thermalVoltage(kelvin);
  const middle = waferMiddle(device.problem);
  const generated = made.reduce((sum, perBox) => sum + perBox, 0);
  const scales = {
    thermalVoltage: vt,
    logIntrinsic: Math.log(device.problem.nie2[middle]),
    generated,
  };
  const { solve, solutions } = keepingSolver(device, trail?.solutions);
  const figures = terminalFigures(
    solve,
    circuit,
    vt,
    litPhotons(cell, flux, lights),
    trail && startFrom(trail, scales),
    1 + otherSide,
  );
  return {
    device,
    optics,
    lights,
    circuit,
    thermalVoltage: vt,
    generated,
    solve,
    impliedVoltage() {
      const { phiP, phiN, shiftP, shiftN } = device.state;
      return (phiP[middle] + shiftP - phiN[middle] - shiftN) * vt;
    },
    photonFlux: flux,
    generation: (photons) => generationOf(optics, photons),
    trail: () => ({ scales, found: figures.found(), solutions: solutions() }),
    ...figures,
  };
}

/**
 * Radiative coefficient of a wafer less the share of the emission that it reabsorbs, by the chosen
 * law. By detailed balance with its own n and k, what leaves is its absorptance times Planck's flux.
 *
 * @param optics of the wafer, lit from its front
 * @param silicon n and k, and the thickness, cm
 * @param temperature K
 * @param model law of the coefficient
 * @returns cm^3/s
 */
export function netRadiative(
  optics: OpticalSolution,
  silicon: {
    readonly constants: Parameters<typeof radiativeRecombination>[0];
    readonly thickness: number;
  },
  temperature: number,
  model: keyof typeof radiativeModels,
): number {
  const ni = siliconIntrinsicDensity(temperature);
  const emitted = radiativeRecombination(silicon.constants, temperature);
  const external = emittedPhotonFlux(optics.wafer, optics.wavelength, temperature);
  const leaves = Math.min(1, external / (emitted * silicon.thickness));
  const coefficient = emitted / (ni * ni);
  return radiativeModels[model].law(temperature, { coefficient, leaves });
}

/** Carriers in each node's box at the unit irradiance, without shading, cm^-2 s^-1. */
function generation(
  device: Device,
  cell: Cell,
  optics: OpticalSolution,
  flux: Float64Array,
): Float64Array {
  const { layers, x, box, nodes } = device.problem;
  const result = new Float64Array(nodes);
  const { front, rear } = cell.description;
  const waferIndex = layers.findIndex((layer) => layer.name === waferLayer);
  layers.forEach((layer, l) => {
    if (l === waferIndex) {
      // Exact integrals between the middles of the intervals.
      const edges = new Float64Array(layer.last - layer.first + 2);
      const thickness = x[layer.last] - x[layer.first];
      for (let i = layer.first; i < layer.last; i++) {
        edges[i - layer.first + 1] = (x[i] + x[i + 1]) / 2 - x[layer.first];
      }
      edges[edges.length - 1] = thickness;
      result.set(waferGeneration(optics, flux, edges), layer.first);
      return;
    }
    const side = l < waferIndex ? front : rear;
    const absorbed = l < waferIndex ? optics.frontFilms : optics.rearFilms;
    const index = side.layers.findIndex((film) => film.name === layer.name);
    const film = side.layers[index];
    if (!film || film.kind === 'coating' || film.collection === 0) return;
    let photons = 0;
    for (let k = 0; k < flux.length; k++) photons += absorbed[index][k] * flux[k];
    let length = 0;
    for (let i = layer.first; i <= layer.last; i++) length += box[i];
    for (let i = layer.first; i <= layer.last; i++) {
      result[i] = (film.collection * photons * box[i]) / length;
    }
  });
  return result;
}

/** Photon budget of a cell lit from one side or from both, at the unit irradiance of the first. */
export function litPhotons(
  cell: Cell,
  flux: Float64Array,
  lights: readonly SideLight[],
): CellPhotons {
  return lights
    .map(({ optics, share }) => scalePhotons(cellPhotons(cell, optics, flux), share))
    .reduce(addPhotons);
}

/** Photon budget at the unit irradiance, with shading; metal counts as a film. */
export function cellPhotons(cell: Cell, optics: OpticalSolution, flux: Float64Array): CellPhotons {
  const budget = photonBudget(optics, flux);
  const shaded = shadedShare(cell, optics.side);
  const lit = 1 - shaded;
  const films: Record<string, number> = {};
  for (const [name, value] of Object.entries(budget.films)) films[name] = value * lit;
  for (const side of ['front', 'rear'] as const) {
    const place = metalPlace(cell.description, side);
    if (place !== undefined) films[place] = budget.metal[side] * lit;
  }
  return {
    incident: budget.incident,
    shaded: budget.incident * shaded,
    reflected: budget.reflected * lit,
    escaped: budget.escaped * lit,
    transmitted: budget.transmitted * lit,
    wafer: budget.wafer * lit,
    films,
  };
}
