import { photonEnergyWavelength } from '../physics/constants.ts';
import type { Spectrum } from './spectrum.ts';

/** Current for light over wavelength; straight between its points, nothing beyond them. */
export interface SpectralResponse {
  /** nm, ascending. */
  readonly wavelength: ArrayLike<number>;
  /** A/W, or any multiple of it; for quantum efficiencies see `responseOfEfficiency`. */
  readonly response: ArrayLike<number>;
}

/**
 * Spectral response of a quantum efficiency, in A/W: efficiency times wavelength over 1239.84 nm.
 *
 * @param wavelength nm, ascending
 * @param efficiency electrons for each photon
 */
export function responseOfEfficiency(
  wavelength: ArrayLike<number>,
  efficiency: ArrayLike<number>,
): SpectralResponse {
  const response = Float64Array.from(
    efficiency,
    (electrons, i) => (electrons * wavelength[i]) / photonEnergyWavelength,
  );
  return { wavelength, response };
}

/**
 * Current density that a response gives in a spectrum. Both run straight between their points;
 * the product of two straight lines is integrated exactly on the union of their grids.
 *
 * @param spectrum W m^-2 nm^-1
 * @param response A/W
 * @returns A/m2
 */
export function spectralCurrent(spectrum: Spectrum, response: SpectralResponse): number {
  const light = { x: spectrum.wavelength, y: spectrum.irradiance };
  const device = { x: response.wavelength, y: response.response };
  const from = Math.max(light.x[0], device.x[0]);
  const to = Math.min(light.x[light.x.length - 1], device.x[device.x.length - 1]);
  let total = 0;
  let [i, j] = [1, 1];
  for (let x = from; x < to; ) {
    while (light.x[i] <= x) i++;
    while (device.x[j] <= x) j++;
    const next = Math.min(light.x[i], device.x[j], to);
    const [a, b] = [between(light, i, x), between(light, i, next)];
    const [c, d] = [between(device, j, x), between(device, j, next)];
    total += ((next - x) / 6) * (2 * a * c + a * d + b * c + 2 * b * d);
    x = next;
  }
  return total;
}

/**
 * Spectral mismatch factor: by how much the ratio of currents of a device and a reference in some
 * light differs from that in the reference spectrum. The current of the device there is that of
 * the reference spectrum times this factor times what the reference measures in suns.
 *
 * @param device of the cell under test
 * @param spectra the light that is there, and the one that ratings refer to
 * @param reference of the reference cell; left out, an instrument that takes all wavelengths
 *   alike (pyranometer), over all that each spectrum holds
 * @returns 1 where both spectra have one shape, or both devices one response
 * @throws RangeError where one of them gives no current
 * @see IEC 60904-7:2019; C. R. Osterwald, Sol. Cells 18, 269 (1986), doi:10.1016/0379-6787(86)90126-2
 * @example spectralMismatch(shj, { light: clearSky, reference: am15g }, perc) // 1.003
 */
export function spectralMismatch(
  device: SpectralResponse,
  spectra: { readonly light: Spectrum; readonly reference: Spectrum },
  reference?: SpectralResponse,
): number {
  const { light, reference: rated } = spectra;
  const meter = reference ?? allAlike(light, rated);
  const currents = [
    spectralCurrent(light, device),
    spectralCurrent(rated, meter),
    spectralCurrent(rated, device),
    spectralCurrent(light, meter),
  ] as const;
  if (!currents.every((current) => current > 0)) {
    throw new RangeError(
      `no current in the spectrum "${light.name}" or "${rated.name}": no mismatch factor`,
    );
  }
  return (currents[0] * currents[1]) / (currents[2] * currents[3]);
}

function allAlike(a: Spectrum, b: Spectrum): SpectralResponse {
  const from = Math.min(a.wavelength[0], b.wavelength[0]);
  const to = Math.max(a.wavelength[a.wavelength.length - 1], b.wavelength[b.wavelength.length - 1]);
  return { wavelength: Float64Array.of(from, to), response: Float64Array.of(1, 1) };
}

interface Line {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/** Value at `x` between the points i - 1 and i. */
function between({ x, y }: Line, i: number, at: number): number {
  return y[i - 1] + ((y[i] - y[i - 1]) * (at - x[i - 1])) / (x[i] - x[i - 1]);
}
