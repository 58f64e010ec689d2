import type { NodeProperties } from './description.ts';

/** Amorphous silicon as a cell file gives it, at 300 K (cm, eV, cm^-3). */
export interface AmorphousInput {
  readonly gap: number;
  readonly affinity: number;
  readonly permittivity: number;
  readonly conductionStates: number;
  readonly valenceStates: number;
  readonly electronMobility: number;
  readonly holeMobility: number;
  /** Ionised donors minus acceptors. */
  readonly netDoping: number;
}

/**
 * Properties of hydrogenated amorphous silicon at a temperature.
 *
 * The gap follows Varshni's law with 0.473 meV/K and 636 K, states T^1.5, mobilities T^-2.5
 * and T^-2.2. Recombination is that of the gap states (`DefectDistribution`).
 *
 * @param input values at 300 K
 * @param temperature lattice temperature, K
 * @returns the node's properties, the same throughout the layer
 * @see Z. P. Ling et al., AIP Advances 5, 077124 (2015), doi:10.1063/1.4926809, table I, as
 *   implemented in the Unified Solar Cell Simulation templates (MIT)
 */
export function amorphousSilicon(input: AmorphousInput, temperature: number): NodeProperties {
  const ratio = temperature / 300;
  return {
    permittivity: input.permittivity,
    affinity: input.affinity,
    gap: input.gap + varshni(300) - varshni(temperature),
    conductionStates: input.conductionStates * ratio ** 1.5,
    valenceStates: input.valenceStates * ratio ** 1.5,
    netDoping: input.netDoping,
    electronMobility: input.electronMobility * ratio ** -2.5,
    holeMobility: input.holeMobility * ratio ** -2.2,
    electronLifetime: Number.POSITIVE_INFINITY,
    holeLifetime: Number.POSITIVE_INFINITY,
    trapLevel: 0,
    radiative: 0,
    auger: { model: 'none' },
  };
}

/** Lowering of the gap from 0 K, eV. */
function varshni(temperature: number): number {
  return (4.73e-4 * temperature ** 2) / (temperature + 636);
}
