import { boltzmann, boltzmannJoule, electronMass, planck } from './constants.ts';
import { siliconGap } from './siliconGap.ts';

/**
 * Effective density of states of a band with the free-electron mass.
 *
 * @param temperature lattice temperature, K
 * @returns 2 (2 pi m0 kT / h^2)^1.5, cm^-3
 * @example freeElectronStates(300) // 2.509412e19
 */
export function freeElectronStates(temperature: number): number {
  return (
    2 * ((2 * Math.PI * electronMass * boltzmannJoule * temperature) / planck ** 2) ** 1.5 * 1e-6
  );
}

/**
 * Intrinsic carrier density of crystalline silicon, without narrowing.
 *
 * @param temperature lattice temperature, K (fitted for 77 to 375)
 * @returns ni, cm^-3
 * @see R. Couderc, M. Amara, M. Lemiti, J. Appl. Phys. 115, 093705 (2014),
 *   doi:10.1063/1.4867776
 * @example siliconIntrinsicDensity(300) // 9.6847e9
 */
export function siliconIntrinsicDensity(temperature: number): number {
  const kT = boltzmann * temperature;
  return 1.541e15 * temperature ** 1.712 * Math.exp(-siliconGap(temperature) / (2 * kT));
}

/**
 * Intrinsic carrier density of crystalline silicon by Green's densities of states, without narrowing.
 *
 * @param temperature lattice temperature, K (200 to 500)
 * @returns ni, cm^-3
 * @see M. A. Green, J. Appl. Phys. 67, 2944 (1990), doi:10.1063/1.345414
 * @example greenIntrinsicDensity(300) // 1.075e10
 */
export function greenIntrinsicDensity(temperature: number): number {
  const tn = temperature / 300;
  const states = Math.sqrt(2.86e19 * tn ** 1.58 * 3.1e19 * tn ** 1.85);
  return states * Math.exp(-siliconGap(temperature) / (2 * boltzmann * temperature));
}

/**
 * Effective densities of states of silicon: the conduction band from the mass
 * polynomial, the valence band such that the product gives the intrinsic density
 * exactly. (The published valence-band polynomial differs by 0.3 %; two laws that
 * contradict each other by that much would show up in every saturation current.)
 *
 * @param temperature lattice temperature, K (77 to 375)
 * @param ni intrinsic density that the product shall give, cm^-3
 * @param gap that goes with them, eV
 * @returns conduction and valence, cm^-3
 * @see R. Couderc et al., J. Appl. Phys. 115, 093705 (2014), doi:10.1063/1.4867776
 * @example siliconStates(300).conduction // 2.8567e19
 */
export function siliconStates(
  temperature: number,
  ni = siliconIntrinsicDensity(temperature),
  gap = siliconGap(temperature),
): { conduction: number; valence: number } {
  const t = temperature;
  const massFactor = ((-4.609e-10 * t + 6.7523e-7) * t - 1.312e-5) * t + 1.094;
  const conduction = freeElectronStates(t) * massFactor;
  const valence = (ni * ni * Math.exp(gap / (boltzmann * t))) / conduction;
  return { conduction, valence };
}
