import type { Spectrum } from '../light/spectrum.ts';
import { boltzmann, elementaryCharge, thermalVoltage, zeroCelsius } from '../physics/constants.ts';
import { densityModels } from '../physics/siliconModels.ts';
import { waferLayer } from './assembleWafer.ts';
import type { Cell } from './cell.ts';
import { excessAt, pairsAt, sideNarrows } from './lumpedInjection.ts';
import { neutralSilicon } from './lumpedRecombination.ts';
import { type CellSimulator, cellSimulator, unitIrradiance } from './simulate.ts';
import type { Skin, Skins } from './skin.ts';
import {
  edgeDepth,
  edgesNear,
  type SideState,
  sheetResistance,
  sideState,
  skinEdges,
} from './skinState.ts';

/**
 * Both sides of a cell as skins, from its detailed solution.
 *
 * J0, contact resistivity and depth are those at the maximum-power point, the collection is that
 * at short circuit, the ideality spans the maximum-power point and open circuit.
 *
 * @param cell as `loadCell` returns it
 * @param spectrum light
 * @param temperature of the cell, degC
 * @param irradiance W/m2
 * @returns front and rear
 * @throws CalculationError when the device equations do not converge
 * @throws RangeError for a cell that delivers no power
 * @throws RangeError where the wafer is nowhere neutral
 * @example computeSkins(await loadCell('perc'), am15g, 25).rear.j0_fA_cm2
 */
export function computeSkins(
  cell: Cell,
  spectrum: Spectrum,
  temperature: number,
  irradiance = 1000,
): Skins {
  const at = (T: number, ends?: Skins) =>
    skinsOf(cellSimulator(cell, spectrum, T), cell, T, irradiance, ends);
  const here = at(temperature);
  const other = temperature + (temperature > warmest - driftStep ? -driftStep : driftStep);
  // The neutral wafer keeps its ends, or the light between them would count as drift.
  const there = at(other, here);
  const ni = densityModels[cell.description.wafer.models.density].law;
  const growth = ni(other + zeroCelsius) / ni(temperature + zeroCelsius);
  return {
    front: withDrift(here.front, there.front, growth),
    rear: withDrift(here.rear, there.rear, growth),
  };
}

/** Between the temperatures that tell how a skin changes, K. */
const driftStep = 25;
/** End of the laws of silicon, degC. */
const warmest = 176;

/**
 * Rise of the splitting from short circuit to maximum power on either side, kT/q, that tells a diode from light
 * lost. Behind a contact that blocks, carriers stay in the wafer at short circuit too.
 */
const leastRise = 1;

/** A skin with its drift, from itself at another temperature. */
function withDrift(here: Skin, there: Skin, densityGrowth: number): Skin {
  const T0 = here.temperature_C + zeroCelsius;
  const T = there.temperature_C + zeroCelsius;
  const ratio = (a: number, b: number) => (a > 0 && b > 0 ? Math.log(a / b) : 0);
  const beyond = ratio(there.j0_fA_cm2, here.j0_fA_cm2) - 2 * Math.log(densityGrowth);
  const resistivity = ratio(there.contact_resistivity_ohm_cm2, here.contact_resistivity_ohm_cm2);
  return {
    ...here,
    drift: {
      j0_exponent: here.j0_fA_cm2 > 0 ? beyond / Math.log(T / T0) : 0,
      contact_activation_eV: (boltzmann * resistivity) / (1 / T - 1 / T0),
      collection_pct_K: (there.collection_pct - here.collection_pct) / (T - T0),
    },
  };
}

/**
 * Skins at one temperature, without drift; the device of the simulator ends up in the dark. They end where
 * the wafer begins to be neutral, or where those of `ends` do.
 */
export function skinsOf(
  simulator: CellSimulator,
  cell: Cell,
  temperature: number,
  irradiance: number,
  ends?: Skins,
): Skins {
  const { device, circuit } = simulator;
  const { problem, state } = device;
  const light = irradiance / unitIrradiance;
  const figures = simulator.at(irradiance);
  const best = figures.vmp_V + figures.jmp_mA_cm2 * 1e-3 * circuit.seriesResistance;
  device.solve(best, light);
  const edges = ends
    ? edgesNear(problem, ends.front.depth_nm / 1e7, ends.rear.depth_nm / 1e7)
    : skinEdges(device);
  const at = (voltage: number) => {
    device.solve(voltage, light);
    const current = device.current();
    return {
      current,
      front: sideState(device, edges, 'front'),
      rear: sideState(device, edges, 'rear'),
    };
  };
  const points = { short: at(0), best: at(best), open: at(figures.voc_V) };
  device.solve(0, 0);
  const vt = thermalVoltage(temperature + zeroCelsius);
  const layer = problem.layers.findIndex(({ name }) => name === waferLayer);
  const bulk = problem.description.layers[layer]!;
  const silicon = neutralSilicon(bulk.at(bulk.thickness / 2), vt);
  const rise = (side: 'front' | 'rear') => points.best[side].split - points.short[side].split;
  const blocked = !(Math.max(rise('front'), rise('rear')) > leastRise);
  const skin = (side: 'front' | 'rear'): Skin => {
    const { short, best: mpp, open } = points;
    const narrows = sideNarrows(cell.description, side, bulk);
    const size = ({ split }: SideState) => (narrows ? pairsAt(silicon, split) : split);
    const { lost, ideality } = diode(
      { lost: short[side].lost, size: size(short[side]) },
      { lost: mpp[side].lost, size: size(mpp[side]) },
      { lost: open[side].lost, size: size(open[side]) },
    );
    const pairs = Math.expm1(mpp[side].split);
    const { generated } = short[side];
    const depth = edgeDepth(problem, edges[side]);
    const given = cell.description[side].contact.resistivity;
    const j0_fA_cm2 = (1e15 * elementaryCharge * (mpp[side].lost - lost)) / pairs;
    if (!Number.isFinite(j0_fA_cm2) || blocked) {
      throw new RangeError(
        'a contact blocks the carriers: a cell that delivers no power, or next to none, has no skins',
      );
    }
    return {
      collects: state[side].collects,
      j0_fA_cm2,
      ideality,
      injection_cm3: excessAt(silicon, mpp[side].split),
      temperature_C: temperature,
      collection_pct: generated > 0 ? 100 * (1 - lost / generated) : 100,
      contact_resistivity_ohm_cm2: Math.max(0, mpp[side].drop / mpp.current) + given,
      sheet_resistance_ohm: sheetResistance(device, edges, side),
      depth_nm: 1e7 * (side === 'front' ? depth : bulk.thickness - depth),
    };
  };
  return { front: skin('front'), rear: skin('rear') };
}

/** Recombination of a side, and the logarithm of what drives it (`sideNarrows`). */
interface SidePoint {
  readonly lost: number;
  readonly size: number;
}

/**
 * Light lost in a skin, and the ideality of the rest of its recombination.
 */
function diode(
  short: SidePoint,
  best: SidePoint,
  open: SidePoint,
): { lost: number; ideality: number } {
  let lost = Math.max(0, short.lost);
  let ideality = 1;
  // What recombines at short circuit is lost light and a little of the diode.
  for (let round = 0; round < 20; round++) {
    const rise = Math.log((open.lost - lost) / (best.lost - lost));
    ideality = (open.size - best.size) / rise;
    const diodeAtShort = (best.lost - lost) * Math.exp((short.size - best.size) / ideality);
    // Where next to nothing is lost, the difference is rounding.
    lost = Math.max(0, short.lost - diodeAtShort);
  }
  return { lost, ideality };
}
