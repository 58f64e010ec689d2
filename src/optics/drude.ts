import {
  electronMass,
  elementaryCharge,
  lightSpeed,
  vacuumPermittivity,
} from '../physics/constants.ts';

/** Free electrons of a transparent electrode. */
export interface DrudeCarriers {
  /** cm^-3. */
  readonly density: number;
  /** Optical mobility, cm^2/(V s). */
  readonly mobility: number;
  /** In units of the free electron's mass. */
  readonly effectiveMass: number;
}

/**
 * Dielectric function of free carriers by Drude, in the convention exp(-i omega t):
 * eps = -wp^2 / (w^2 + i w g), wp^2 = N q^2/(eps0 m), g = q/(m mu).
 *
 * @param carriers density, mobility, mass
 * @param wavelength nm
 * @returns real and imaginary part, to be added to those of the bound electrons
 * @see P. Drude, Ann. Phys. 306, 566 (1900), doi:10.1002/andp.19003060312; for electrodes of
 *   solar cells Z. C. Holman et al., J. Appl. Phys. 113, 013107 (2013), doi:10.1063/1.4772975
 * @example drudePermittivity({ density: 2e20, mobility: 50, effectiveMass: 0.3 }, 1200)
 *   // [-0.8603, 0.0640]
 */
export function drudePermittivity(
  carriers: DrudeCarriers,
  wavelength: number,
): readonly [number, number] {
  const mass = carriers.effectiveMass * electronMass;
  const omega = (2 * Math.PI * lightSpeed) / (wavelength * 1e-7);
  // 1e4: cm^-3 and F/cm to m^-3 and F/m.
  const plasma2 = (carriers.density * 1e4 * elementaryCharge ** 2) / (vacuumPermittivity * mass);
  const damping = elementaryCharge / (mass * carriers.mobility * 1e-4);
  const scale = plasma2 / (omega * omega + damping * damping);
  return [-scale, (scale * damping) / omega];
}
