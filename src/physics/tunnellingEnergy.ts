import { boltzmann, electronMass, planck, vacuumPermittivity } from './constants.ts';

/**
 * Energy over which carriers cross a depleted barrier, eV: kT where they climb it, more where they
 * tunnel through its upper part (thermionic field emission),
 *
 *     E00 = (q hbar/2) sqrt(N/(m eps)),   E0 = E00 coth(E00/kT).
 *
 * @param density charged dopants in the barrier, cm^-3
 * @param permittivity relative
 * @param mass of tunnelling, in masses of a free electron
 * @param temperature K
 * @returns E0
 * @see F. A. Padovani, R. Stratton, Solid-State Electron. 9, 695 (1966),
 *   doi:10.1016/0038-1101(66)90097-9
 * @example tunnellingEnergy(1e19, 11.9, 0.1, 300) // 0.05552
 */
export function tunnellingEnergy(
  density: number,
  permittivity: number,
  mass: number,
  temperature: number,
): number {
  const kT = boltzmann * temperature;
  // SI inside: m^-3 and F/m. A charge of q turns joules into electronvolts.
  const perVolume =
    (density * 1e6) / (mass * electronMass * permittivity * vacuumPermittivity * 100);
  const e00 = (planck / (4 * Math.PI)) * Math.sqrt(perVolume);
  return e00 > 0 ? e00 / Math.tanh(e00 / kT) : kT;
}
