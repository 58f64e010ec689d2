/**
 * Physical constants in the field's units (cm, s, V, A, K, eV).
 *
 * Exact values: SI 2019. Measured values: CODATA 2018.
 */

/** Elementary charge, C (exact). */
export const elementaryCharge = 1.602176634e-19;
/** Boltzmann constant, J/K (exact). */
export const boltzmannJoule = 1.380649e-23;
/** Boltzmann constant, eV/K (exact quotient). */
export const boltzmann = boltzmannJoule / elementaryCharge;
/** Planck constant, J s (exact). */
export const planck = 6.62607015e-34;
/** Speed of light in vacuum, cm/s (exact). */
export const lightSpeed = 2.99792458e10;
/** Vacuum permittivity, F/cm (CODATA 2018). */
export const vacuumPermittivity = 8.8541878128e-14;
/** Electron rest mass, kg (CODATA 2018). */
export const electronMass = 9.1093837015e-31;
/** 0 degC in K (exact, by definition of the Celsius scale). */
export const zeroCelsius = 273.15;
/** Photon energy times wavelength, eV nm (exact product h c / q). */
export const photonEnergyWavelength = (planck * lightSpeed * 1e7) / elementaryCharge;
/** Richardson constant of the free electron, A cm^-2 K^-2: 4 pi q m0 k^2 / h^3. */
export const richardson =
  (4 * Math.PI * elementaryCharge * electronMass * boltzmannJoule ** 2 * 1e-4) / planck ** 3;

/**
 * Thermal voltage kT/q.
 *
 * @param temperature lattice temperature, K
 * @returns thermal voltage, V
 * @example thermalVoltage(298.15) // 0.0256925791
 */
export function thermalVoltage(temperature: number): number {
  return boltzmann * temperature;
}
