import { boltzmann, boltzmannJoule, electronMass, elementaryCharge, planck } from './constants.ts';
import { siliconGap } from './siliconGap.ts';

/** Whether carriers tunnel to and from the centres of recombination in a field. */
export const tunnellingModels = {
  none: { reference: '' },
  hurkx1992: {
    reference:
      'lifetimes fall in a field, local form: G. A. M. Hurkx, D. B. M. Klaassen, M. P. G. Knuvers, IEEE Trans. Electron Devices 39, 331 (1992), doi:10.1109/16.121690',
  },
} as const;

/** Mass of tunnelling, in masses of a free electron (Hurkx 1992, and PC1D). */
const tunnellingMass = 0.25;

/** Numbers of trap-assisted tunnelling at a temperature. */
export interface FieldEnhancement {
  /** F_G, V/cm. */
  readonly field: number;
  /** F/F_G up to which the exponent grows. */
  readonly strongest: number;
}

/** 2 sqrt(3 pi). */
export const enhancementFactor = 2 * Math.sqrt(3 * Math.PI);

/**
 * Numbers of trap-assisted tunnelling at a temperature.
 *
 * The local form stands for an integral over energies between a centre and its band. With
 * F/F_G = sqrt(E/3kT) the path that counts most reaches the centre, E below the band; beyond, the form
 * knows no end, and its exponent is held. A centre lies half a gap deep: this happens at 1e6 V/cm.
 *
 * @param temperature lattice temperature, K
 */
export function fieldEnhancementAt(temperature: number): FieldEnhancement {
  const kT = boltzmannJoule * temperature;
  const hbar = planck / (2 * Math.PI);
  // V/m in SI.
  const field = Math.sqrt(24 * tunnellingMass * electronMass * kT ** 3) / (elementaryCharge * hbar);
  return {
    field: field / 100,
    strongest: Math.sqrt(siliconGap(temperature) / (6 * boltzmann * temperature)),
  };
}

/**
 * Factor less one by which tunnelling shortens the lifetimes of Shockley-Read-Hall recombination.
 *
 * @param field V/cm
 * @param temperature lattice temperature, K
 * @returns G in tau / (1 + G): 2 sqrt(3 pi) (F/F_G) exp((F/F_G)^2), F_G = sqrt(24 m (kT)^3)/(q hbar)
 * @see G. A. M. Hurkx et al., IEEE Trans. Electron Devices 39, 331 (1992), doi:10.1109/16.121690
 * @example trapAssistedTunnelling(5e5, 300) // 52.28
 */
export function trapAssistedTunnelling(field: number, temperature: number): number {
  const { field: unit, strongest } = fieldEnhancementAt(temperature);
  const ratio = Math.abs(field) / unit;
  return enhancementFactor * ratio * Math.exp(Math.min(ratio, strongest) ** 2);
}
