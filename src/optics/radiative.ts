import {
  boltzmann,
  elementaryCharge,
  lightSpeed,
  photonEnergyWavelength,
  planck,
} from '../physics/constants.ts';
import {
  absorptionCoefficient,
  type OpticalConstants,
  sampleConstants,
} from './opticalConstants.ts';
import { rememberedLast } from './rememberedLast.ts';

/** Step of the integral over wavelength, nm. */
const step = 1;

/**
 * Radiative recombination of a semiconductor in equilibrium, from its absorption by detailed
 * balance: B ni^2 = integral of 8 pi n^2 alpha E^2 exp(-E/kT) / (h^3 c^2) dE.
 *
 * @param constants n and k, band-to-band only
 * @param temperature K
 * @returns B ni^2, cm^-3 s^-1
 * @see W. van Roosbroeck, W. Shockley, Phys. Rev. 94, 1558 (1954), doi:10.1103/PhysRev.94.1558
 * @example radiativeRecombination(silicon, 300) // 4.42e5 with Green 2008
 */
export function radiativeRecombination(constants: OpticalConstants, temperature: number): number {
  let at = remembered.get(constants);
  if (at === undefined) {
    at = rememberedLast(keptTemperatures, String, (kelvin) => emission(constants, kelvin));
    remembered.set(constants, at);
  }
  return at(temperature);
}

/** Temperatures of each material that are kept: the cells of a sweep or of a year ask for them again. */
const keptTemperatures = 64;
const remembered = new WeakMap<OpticalConstants, (temperature: number) => number>();

function emission(constants: OpticalConstants, temperature: number): number {
  const { wavelength: table } = constants;
  const shortest = Math.ceil(table[0]);
  const count = Math.floor((table[table.length - 1] - shortest) / step) + 1;
  const wavelength = Float64Array.from({ length: count }, (_, i) => shortest + i * step);
  const { n, k } = sampleConstants(constants, wavelength, temperature);
  const kT = boltzmann * temperature;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const energy = photonEnergyWavelength / wavelength[i];
    const alpha = absorptionCoefficient(k[i], wavelength[i]);
    const joule = energy * elementaryCharge;
    const density =
      (8 * Math.PI * n[i] ** 2 * alpha * joule ** 2 * Math.exp(-energy / kT)) /
      (planck ** 3 * lightSpeed ** 2);
    const width = (joule / wavelength[i]) * step;
    total += density * width * (i === 0 || i === count - 1 ? 0.5 : 1);
  }
  return total;
}

/**
 * Photons a cell emits in equilibrium through its front: its absorptance times Planck's flux
 * into the hemisphere.
 *
 * @param absorptance of the wafer, over wavelength
 * @param wavelength nm, ascending
 * @param temperature K
 * @returns photons cm^-2 s^-1 (J0,rad over q)
 * @see P. Würfel, J. Phys. C 15, 3967 (1982), doi:10.1088/0022-3719/15/18/012
 */
export function emittedPhotonFlux(
  absorptance: Float64Array,
  wavelength: Float64Array,
  temperature: number,
): number {
  const kT = boltzmann * temperature;
  const at = (i: number) => {
    const lambda = wavelength[i] * 1e-7;
    const exponent = photonEnergyWavelength / wavelength[i] / kT;
    return (absorptance[i] * 2 * Math.PI * lightSpeed) / (lambda ** 4 * Math.expm1(exponent));
  };
  let total = 0;
  for (let i = 1; i < wavelength.length; i++) {
    total += 0.5 * (at(i) + at(i - 1)) * (wavelength[i] - wavelength[i - 1]) * 1e-7;
  }
  return total;
}
