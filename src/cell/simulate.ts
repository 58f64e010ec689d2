import { keyFigures, maximumPower } from '../circuit/keyFigures.ts';
import { type Circuit, terminalPoint } from '../circuit/terminal.ts';
import { Device } from '../device/device.ts';
import { photonFluxInBins } from '../light/photonFlux.ts';
import type { Spectrum } from '../light/spectrum.ts';
import { scaleSpectrum } from '../light/spectrum.ts';
import { photonBudget, waferGeneration } from '../optics/generation.ts';
import { emittedPhotonFlux, radiativeRecombination } from '../optics/radiative.ts';
import { type OpticalSolution, solveOptics } from '../optics/solveOptics.ts';
import { binEdges, defaultWavelengths } from '../optics/wavelengths.ts';
import { thermalVoltage, zeroCelsius } from '../physics/constants.ts';
import { siliconIntrinsicDensity } from '../physics/siliconStates.ts';
import { assembleDevice } from './assembleDevice.ts';
import { assembleOptics } from './assembleOptics.ts';
import { waferLayer } from './assembleWafer.ts';
import type { Cell, CellPhotons, CellResult, Conditions } from './cell.ts';

/** A cell at one temperature in one spectrum, ready for any irradiance. */
export interface CellSimulator {
  /** Key figures at an irradiance, W/m2. */
  at(irradiance: number): CellResult;
  /** Maximum power alone, without solving for the other figures. */
  mpp(irradiance: number): { readonly pmax_W_m2: number };
  /** Terminal voltages, V, and currents, mA/cm2, at given junction voltages, V. */
  jv(irradiance: number, junctionVoltages: ArrayLike<number>): TerminalCurve;
  /** The device with its last solution: bands, densities, convergence. */
  readonly device: Device;
  /** Where each photon ends, by wavelength. */
  readonly optics: OpticalSolution;
  /** What stands between the device and the terminals. */
  readonly circuit: Circuit;
  /** Incident photons of each wavelength's bin at a light of 1 (1000 W/m2), cm^-2 s^-1. */
  readonly photonFlux: Float64Array;
  /** Carriers in each node's box from incident photons, less those that the grid shades. */
  generation(photonFlux: Float64Array): Float64Array;
}

/** How a cell is put on its mesh. */
export interface SimulatorOptions {
  /** Divides every spacing of the mesh; 1 when left out. */
  readonly fineness?: number;
}

/** A J-V curve at the terminals; delivered current is positive. */
export interface TerminalCurve {
  readonly voltage_V: Float64Array;
  readonly current_mA_cm2: Float64Array;
}

/** Light for which the generation is worked out, W/m2; other irradiances scale it. */
export const unitIrradiance = 1000;

/**
 * Key figures of a cell from its layers: optics, then drift-diffusion, then the circuit.
 *
 * @param cell as `loadCell` returns it
 * @param conditions spectrum, irradiance in W/m2, cell temperature in degC
 * @returns key figures and the photon budget
 * @throws CalculationError when the device equations do not converge
 * @throws RangeError for an irradiance that is not positive or a temperature the laws of
 *   silicon do not cover
 * @example simulateCell(await loadCell('shj'), { spectrum: await loadSpectrum('am1.5g'),
 *   irradiance: 1000, temperature: 25 }).efficiency_pct
 */
export function simulateCell(cell: Cell, conditions: Conditions): CellResult {
  return cellSimulator(cell, conditions.spectrum, conditions.temperature).at(conditions.irradiance);
}

/**
 * Prepares a cell at a temperature, so that many irradiances share its optics and its mesh.
 *
 * @param cell as `loadCell` returns it
 * @param spectrum its shape counts; the irradiance is given to `at`
 * @param temperature cell temperature, degC
 * @param options fineness of the mesh
 * @returns the simulator
 */
export function cellSimulator(
  cell: Cell,
  spectrum: Spectrum,
  temperature: number,
  options: SimulatorOptions = {},
): CellSimulator {
  const kelvin = temperature + zeroCelsius;
  const opticalCell = assembleOptics(cell);
  const optics = solveOptics(opticalCell, defaultWavelengths, kelvin);
  const flux = photonFluxInBins(
    scaleSpectrum(spectrum, unitIrradiance),
    binEdges(defaultWavelengths),
  );
  const { circuit: given } = cell.description;
  const silicon = opticalCell.wafer;
  const device = new Device(
    assembleDevice(cell.description, kelvin, netRadiative(optics, silicon, kelvin), {
      ...(cell.doping ? { tables: cell.doping } : {}),
      ...options,
    }),
  );
  const lit = 1 - given.shading;
  const lightGeneration = (photons: Float64Array) =>
    generation(device, cell, optics, photons).map((g) => g * lit);
  device.setGeneration(lightGeneration(flux));
  const circuit: Circuit = {
    seriesResistance:
      given.series_resistance +
      cell.description.front.contact.resistivity +
      cell.description.rear.contact.resistivity,
    shuntResistance: given.shunt_resistance,
    ...(given.second_diode
      ? {
          secondDiode: {
            saturationCurrent: given.second_diode.saturation_current,
            ideality: given.second_diode.ideality,
          },
        }
      : {}),
  };
  const vt = thermalVoltage(kelvin);
  const photons = cellPhotons(cell, optics, flux);
  // What the last solution says of the next: where its maximum lay, and at which light.
  let start: number | undefined;
  let startLight = 1;
  let shortPerLight: number | undefined;
  const junction = (light: number) => (voltage: number) => {
    device.solve(voltage, light);
    return { voltage, current: device.current(), slope: device.conductance() };
  };
  const lightOf = (irradiance: number) => {
    if (!(irradiance > 0 && irradiance < 1e6)) {
      throw new RangeError(`irradiance ${irradiance} W/m2 is not between 0 and 1e6`);
    }
    return irradiance / unitIrradiance;
  };
  return {
    device,
    optics,
    circuit,
    photonFlux: flux,
    generation: lightGeneration,
    at(irradiance) {
      const light = lightOf(irradiance);
      const figures = keyFigures(junction(light), circuit, vt, start);
      start = figures.vmp + figures.jmp * circuit.seriesResistance;
      startLight = light;
      shortPerLight = figures.jsc / light;
      const power = figures.pmax * 1e4;
      return {
        voc_V: figures.voc,
        jsc_mA_cm2: figures.jsc * 1e3,
        ff_pct: figures.fillFactor * 100,
        efficiency_pct: (100 * power) / irradiance,
        vmp_V: figures.vmp,
        jmp_mA_cm2: figures.jmp * 1e3,
        pmax_W_m2: power,
        photons: scalePhotons(photons, light),
      };
    },
    mpp(irradiance) {
      const light = lightOf(irradiance);
      const solve = junction(light);
      if (shortPerLight === undefined) shortPerLight = solve(0).current / light;
      // Voltages rise with the logarithm of the light.
      const from = start && Math.max(0.05, start + vt * Math.log(light / startLight));
      const best = maximumPower(solve, circuit, vt, from, shortPerLight * light);
      start = best.junctionVoltage;
      startLight = light;
      return { pmax_W_m2: best.voltage * best.current * 1e4 };
    },
    jv(irradiance, junctionVoltages) {
      const light = lightOf(irradiance);
      const solve = junction(light);
      const points = Array.from(junctionVoltages, (voltage) =>
        terminalPoint(solve(voltage), circuit, vt),
      );
      return {
        voltage_V: Float64Array.from(points, (point) => point.voltage),
        current_mA_cm2: Float64Array.from(points, (point) => point.current * 1e3),
      };
    },
  };
}

/**
 * Radiative coefficient by detailed balance from the wafer's own n and k, less the share of
 * the emission that the wafer reabsorbs: what leaves is its absorptance times Planck's flux.
 */
export function netRadiative(
  optics: OpticalSolution,
  silicon: {
    readonly constants: Parameters<typeof radiativeRecombination>[0];
    readonly thickness: number;
  },
  temperature: number,
): number {
  const ni = siliconIntrinsicDensity(temperature);
  const emitted = radiativeRecombination(silicon.constants, temperature);
  const external = emittedPhotonFlux(optics.wafer, optics.wavelength, temperature);
  const leaves = Math.min(1, external / (emitted * silicon.thickness));
  return (emitted / (ni * ni)) * leaves;
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

/** Photon budget at the unit irradiance, with shading; a metal behind counts as a film. */
export function cellPhotons(cell: Cell, optics: OpticalSolution, flux: Float64Array): CellPhotons {
  const budget = photonBudget(optics, flux);
  const { rear, circuit } = cell.description;
  const lit = 1 - circuit.shading;
  const films: Record<string, number> = {};
  for (const [name, value] of Object.entries(budget.films)) films[name] = value * lit;
  const metal = rear.outside !== 'air';
  if (metal) films[`rear.${rear.outside}`] = budget.transmitted * lit;
  return {
    incident: budget.incident,
    shaded: budget.incident * circuit.shading,
    reflected: budget.reflected * lit,
    escaped: budget.escaped * lit,
    transmitted: metal ? 0 : budget.transmitted * lit,
    wafer: budget.wafer * lit,
    films,
  };
}

/** The photon budget at another irradiance of the same light. */
export function scalePhotons(photons: CellPhotons, factor: number): CellPhotons {
  const films: Record<string, number> = {};
  for (const [name, value] of Object.entries(photons.films)) films[name] = value * factor;
  return {
    incident: photons.incident * factor,
    shaded: photons.shaded * factor,
    reflected: photons.reflected * factor,
    escaped: photons.escaped * factor,
    transmitted: photons.transmitted * factor,
    wafer: photons.wafer * factor,
    films,
  };
}
