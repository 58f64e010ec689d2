import {
  type OpticalConstants,
  type SampledConstants,
  sampleConstants,
} from './opticalConstants.ts';

/** Where and at which temperature was asked last, and what is known of materials there. */
let wavelengths = new Float64Array(0);
let kelvin = Number.NaN;
let known = new WeakMap<OpticalConstants, SampledConstants>();

/**
 * n and k as `sampleConstants` gives them, worked out once while wavelengths and temperature stay: a
 * stack meets its materials several times, from inside and from outside. Not to be written to.
 *
 * @param constants the material
 * @param wavelength nm
 * @param temperature K
 * @throws RangeError outside the table of the material
 */
export function sampledOnce(
  constants: OpticalConstants,
  wavelength: Float64Array,
  temperature: number,
): SampledConstants {
  if (temperature !== kelvin || !alike(wavelength)) {
    wavelengths = wavelength.slice();
    kelvin = temperature;
    known = new WeakMap();
  }
  const found = known.get(constants);
  if (found !== undefined) return found;
  const sampled = sampleConstants(constants, wavelength, temperature);
  known.set(constants, sampled);
  return sampled;
}

function alike(wavelength: Float64Array): boolean {
  if (wavelength.length !== wavelengths.length) return false;
  for (let w = 0; w < wavelength.length; w++) if (wavelength[w] !== wavelengths[w]) return false;
  return true;
}
