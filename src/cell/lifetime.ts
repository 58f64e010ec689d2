import { powerFlow } from '../device/powerFlow.ts';
import { mechanisms, recombinationRates } from '../device/recombination.ts';
import { elementaryCharge, thermalVoltage } from '../physics/constants.ts';
import { waferLayer } from './assembleWafer.ts';
import { openCircuitVoltage } from './openCircuit.ts';
import { places, surfacePlaces, waferDoping } from './places.ts';
import { type CellSimulator, unitIrradiance } from './simulate.ts';

/** Recombination at one injection. */
export interface LifetimeRow {
  /** Light over that of the conditions. */
  readonly suns: number;
  /** Excess minority density, averaged over the neutral part of the wafer. */
  readonly injection_cm3: number;
  /** Excess carriers of the wafer over all recombination. */
  readonly lifetime_s: number;
  /** The same with the recombination inside the wafer alone. */
  readonly bulk_lifetime_s: number;
  /** Of all that is not the wafer: diffusions, interfaces, films, contacts. */
  readonly j0_fA_cm2: number;
  readonly j0_front_fA_cm2: number;
  readonly j0_rear_fA_cm2: number;
  readonly implied_voc_V: number;
}

/** Charge over carriers up to which a place counts as neutral. */
const neutralShare = 0.01;

/** Lights of the table, over that of the conditions. */
const lights = [1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/**
 * Effective lifetime and J0 against injection, as a lifetime measurement at open circuit sees
 * them; neither shunt nor second diode takes part.
 *
 * J0 is the recombination outside the wafer over exp(split) - 1, with the splitting of the
 * quasi-Fermi levels in the middle of the wafer.
 *
 * @param simulator cell at a temperature
 * @param irradiance of one sun, W/m2
 * @returns rows from low to high injection
 * @throws CalculationError when the device does not converge
 */
export function lifetimeTable(simulator: CellSimulator, irradiance: number): LifetimeRow[] {
  const { device } = simulator;
  const { problem } = device;
  const where = places(problem);
  const surfaces = surfacePlaces(problem);
  const { first, last } = problem.layers.find((layer) => layer.name === waferLayer)!;
  const thickness = problem.x[last]! - problem.x[first]!;
  const mean = () => {
    const { electrons, holes } = device.state;
    const minority = waferDoping(problem) >= 0 ? holes : electrons;
    let sum = 0;
    let length = 0;
    for (let i = first; i <= last; i++) {
      // Space charge at the faces holds carriers that are no injection.
      const n = electrons[i]!;
      const p = holes[i]!;
      if (where[i] !== waferLayer) continue;
      if (Math.abs(device.chargeDensity(i)) > neutralShare * (n + p)) continue;
      sum += minority[i]! * problem.box[i]!;
      length += problem.box[i]!;
    }
    return sum / length;
  };
  device.solve(0, 0);
  const dark = mean();
  const bare = {
    ...simulator,
    circuit: { seriesResistance: 0, shuntResistance: Number.POSITIVE_INFINITY },
  };
  let start = 0.4;
  return lights.map((suns) => {
    start = openCircuitVoltage(bare, irradiance * suns, start);
    const generated =
      (device.state.generation.reduce((sum, value) => sum + value, 0) * irradiance * suns) /
      unitIrradiance;
    const rates = recombinationRates(device);
    let bulk = 0;
    let front = 0;
    for (let i = 0; i < problem.nodes; i++) {
      for (const way of mechanisms) {
        const place = way === 'surface' ? surfaces[i]! : where[i]!;
        if (place === waferLayer) bulk += rates[way][i]!;
        else if (place.startsWith('front') || place === 'wafer.front_surface') {
          front += rates[way][i]!;
        }
      }
    }
    front += powerFlow(device).front.lost;
    const outside = generated - bulk;
    const implied = simulator.impliedVoltage();
    const injection = mean() - dark;
    const pairs = Math.expm1(implied / thermalVoltage(problem.temperature));
    const j0 = (rate: number) => (1e15 * elementaryCharge * rate) / pairs;
    return {
      suns,
      injection_cm3: injection,
      lifetime_s: (injection * thickness) / generated,
      bulk_lifetime_s: (injection * thickness) / bulk,
      j0_fA_cm2: j0(outside),
      j0_front_fA_cm2: j0(front),
      j0_rear_fA_cm2: j0(outside - front),
      implied_voc_V: implied,
    };
  });
}
