import { photonFluxInBins } from '../light/photonFlux.ts';
import type { Spectrum } from '../light/spectrum.ts';
import {
  elementaryCharge,
  lightSpeed,
  photonEnergyWavelength,
  planck,
  thermalVoltage,
} from '../physics/constants.ts';
import { type LimitFigures, limitFigures } from './limitFigures.ts';

/**
 * Detailed-balance limit of one junction: every photon above the gap makes one pair, and the
 * only loss is the light that the cell emits through its front (the rear reflects).
 *
 * @param gap eV, 0.3 to 4
 * @param spectrum as it shines
 * @param temperature of the cell, K
 * @param irradiance that the efficiency refers to, W/m2
 * @returns key figures
 * @throws RangeError when the spectrum has nothing above the gap
 * @see W. Shockley, H. J. Queisser, J. Appl. Phys. 32, 510 (1961), doi:10.1063/1.1736034
 * @example detailedBalanceLimit(1.34, am15g, 298.15, 1000).efficiency_pct // 33.77
 */
export function detailedBalanceLimit(
  gap: number,
  spectrum: Spectrum,
  temperature: number,
  irradiance: number,
): LimitFigures {
  const edges = [spectrum.wavelength[0]!, photonEnergyWavelength / gap];
  const photons = edges[1]! > edges[0]! ? photonFluxInBins(spectrum, edges)[0]! : 0;
  if (!(photons > 0)) {
    throw new RangeError(`spectrum "${spectrum.name}" has no photons above ${gap} eV`);
  }
  const vt = thermalVoltage(temperature);
  const j0 = elementaryCharge * emittedAbove(gap, temperature);
  return limitFigures(
    elementaryCharge * photons,
    (voltage) => j0 * Math.expm1(voltage / vt),
    temperature,
    irradiance,
  );
}

/**
 * Photons that a black body emits above an energy into a hemisphere, in Boltzmann's tail:
 * 2 pi / (h^3 c^2) times the integral of E^2 exp(-E/kT), in closed form.
 *
 * @param energy eV, far above kT
 * @param temperature K
 * @returns photons cm^-2 s^-1
 */
export function emittedAbove(energy: number, temperature: number): number {
  const kT = thermalVoltage(temperature) * elementaryCharge;
  const e = energy * elementaryCharge;
  const integral = kT * (e * e + 2 * kT * e + 2 * kT * kT) * Math.exp(-e / kT);
  return ((2 * Math.PI) / (planck ** 3 * lightSpeed ** 2)) * integral;
}
