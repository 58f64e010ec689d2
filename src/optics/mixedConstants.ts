import { bruggeman } from './bruggeman.ts';
import { type OpticalConstants, sampleConstants } from './opticalConstants.ts';

/** A material of a mixture and its share of the volume. */
export interface MixedPart {
  readonly share: number;
  readonly constants: OpticalConstants;
}

/** Temperature at which parts with coefficients enter, K: that of their tables. */
const roomTemperature = 300;

/**
 * Optical constants of a mixture by Bruggeman's effective medium, at every wavelength where one
 * of its parts is tabulated and all are known. Coefficients of temperature are left out.
 *
 * @param parts materials and shares, which are made to add up to 1
 * @throws RangeError when the parts share no range of wavelengths
 * @see bruggeman
 * @example mixedConstants([{ share: 0.7, constants: silicon }, { share: 0.3, constants: oxide }])
 */
export function mixedConstants(parts: readonly MixedPart[]): OpticalConstants {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  const name = parts
    .map(({ share, constants }) => `${+((100 * share) / total).toPrecision(4)} % ${constants.name}`)
    .join(' + ');
  const wavelength = commonWavelengths(parts.map(({ constants }) => constants));
  if (wavelength.length < 2)
    throw new RangeError(`the materials of "${name}" share no range of wavelengths`);
  const sampled = parts.map(({ constants }) =>
    sampleConstants(constants, wavelength, constants.temperature?.reference ?? roomTemperature),
  );
  const n = new Float64Array(wavelength.length);
  const k = new Float64Array(wavelength.length);
  for (let i = 0; i < wavelength.length; i++) {
    const [re, im] = bruggeman(
      sampled.map((at, j) => ({
        share: parts[j].share / total,
        permittivity: [at.n[i] ** 2 - at.k[i] ** 2, 2 * at.n[i] * at.k[i]],
      })),
    );
    // Re sqrt(e) from the sum where it does not cancel, k from n k = Im e / 2.
    const size = Math.hypot(re, im);
    n[i] = re >= 0 ? Math.sqrt((size + re) / 2) : im / Math.sqrt(2 * (size - re));
    k[i] = re >= 0 ? im / (2 * n[i]) : Math.sqrt((size - re) / 2);
  }
  const transparent = parts.every(({ constants }) => constants.transparentBeyond);
  return { name, wavelength, n, k, ...(transparent ? { transparentBeyond: true } : {}) };
}

/** Places of every table within the range that all of them cover, ascending. */
function commonWavelengths(materials: readonly OpticalConstants[]): Float64Array {
  const first = Math.max(...materials.map(({ wavelength }) => wavelength[0]));
  const last = Math.min(
    ...materials.map(({ wavelength, transparentBeyond }) =>
      transparentBeyond ? Number.POSITIVE_INFINITY : wavelength[wavelength.length - 1],
    ),
  );
  const places = materials.flatMap(({ wavelength }) => [...wavelength]);
  const inside = places.filter((at) => at >= first && at <= last);
  return Float64Array.from([...new Set(inside)].sort((a, b) => a - b));
}
