import { boltzmann, electronMass, elementaryCharge, planck } from './constants.ts';

/** A barrier whose edge runs straight from front to rear. */
export interface Barrier {
  /** Height above the band edge at either end, eV; below 0 there is no barrier. */
  readonly front: number;
  readonly rear: number;
  /** cm. */
  readonly thickness: number;
  /** Mass of tunnelling, in masses of a free electron. */
  readonly mass: number;
}

/**
 * Share of carriers at a band edge that tunnel through a barrier, by WKB:
 * exp(-2 integral of sqrt(2 m (V - E)) dx / hbar).
 *
 * @param barrier heights at both ends, thickness, mass
 * @param energy of the carriers above the band edge, eV
 * @returns 0 to 1; 1 above the barrier
 * @see G. Wentzel, Z. Phys. 38, 518 (1926), doi:10.1007/BF01397171
 * @example // 0.3 eV falling to 0 in 2e6 V/cm, 0.1 m0
 * barrierTransmission({ front: 0.3, rear: 0, thickness: 1.5e-7, mass: 0.1 }) // 0.16953
 */
export function barrierTransmission(barrier: Barrier, energy = 0): number {
  const { thickness, mass } = barrier;
  const high = Math.max(barrier.front, barrier.rear) - energy;
  const low = Math.min(barrier.front, barrier.rear) - energy;
  if (high <= 0) return 1;
  // Mean of sqrt(V - E) over the thickness; what lies below the energy counts 0.
  const rest = Math.max(low, 0);
  const mean =
    high - low < 1e-9 * high
      ? Math.sqrt(high)
      : ((2 / 3) * (high ** 1.5 - rest ** 1.5)) / (high - low);
  const hbar = planck / (2 * Math.PI);
  const wave = Math.sqrt(2 * mass * electronMass * elementaryCharge) / hbar; // per m and sqrt(eV)
  return Math.exp(-2 * wave * mean * thickness * 1e-2);
}

/** Steps of the integral over energy, and how far it goes, kT. */
const steps = 200;
const farthest = 20;

/**
 * The same for carriers of a band in thermal equilibrium: the factor of the barrier on their
 * thermionic emission, the mean over exp(-E/kT).
 *
 * @param barrier heights at both ends, thickness, mass
 * @param temperature K
 * @returns 0 to 1
 * @example // 1.5 nm of SiO2 for electrons
 * thermalTransmission({ front: 3.1, rear: 3.1, thickness: 1.5e-7, mass: 0.4 }, 300) // 3.976e-8
 */
export function thermalTransmission(barrier: Barrier, temperature: number): number {
  const kT = boltzmann * temperature;
  const step = farthest / steps;
  let sum = 0;
  let all = 0;
  // Simpson's rule.
  for (let k = 0; k <= steps; k++) {
    const weight = k === 0 || k === steps ? 1 : k % 2 === 0 ? 2 : 4;
    const carriers = weight * Math.exp(-k * step);
    sum += carriers * barrierTransmission(barrier, k * step * kT);
    all += carriers;
  }
  // Carriers beyond 20 kT are left out, 2e-9 of them.
  return sum / all;
}
