/** n and k of a material over wavelength. */
export interface OpticalConstants {
  readonly name: string;
  /** nm, ascending. */
  readonly wavelength: Float64Array;
  readonly n: Float64Array;
  readonly k: Float64Array;
  readonly source?: string;
  /**
   * Change with temperature, x(T) = x(T0) (T/T0)^(c T0) with c in 1/K, as Green 2008 gives it.
   */
  readonly temperature?: {
    /** T0, K. */
    readonly reference: number;
    readonly cn: Float64Array;
    readonly ck: Float64Array;
  };
  /** Beyond the longest wavelength n keeps its last value and k is 0. */
  readonly transparentBeyond?: boolean;
}

/** Air, n = 1 (the refractivity of 2.8e-4 is far below what coatings are known to). */
export const air: OpticalConstants = {
  name: 'air',
  wavelength: Float64Array.of(1, 1e6),
  n: Float64Array.of(1, 1),
  k: Float64Array.of(0, 0),
};

/** k/n above which a medium is a metal: no light of any use comes through it. */
const metallic = 0.1;

/** Whether a medium of this index is a metal. */
export function isMetal(n: number, k: number): boolean {
  return k > metallic * n;
}

/** n and k at chosen wavelengths. */
export interface SampledConstants {
  readonly n: Float64Array;
  readonly k: Float64Array;
}

/**
 * n and k at wavelengths and a temperature. n is interpolated linearly, k in its logarithm
 * (absorption edges are exponential), linearly where a neighbour is 0.
 *
 * @param constants the material
 * @param wavelength nm, ascending or not
 * @param temperature K; counts where the material has coefficients
 * @returns n and k
 * @throws RangeError outside the table, naming material and range
 * @see M. A. Green, Sol. Energy Mater. Sol. Cells 92, 1305 (2008),
 *   doi:10.1016/j.solmat.2008.06.009, for the form of the temperature law
 */
export function sampleConstants(
  constants: OpticalConstants,
  wavelength: ArrayLike<number>,
  temperature: number,
): SampledConstants {
  const { wavelength: table, n, k, temperature: law } = constants;
  const last = table.length - 1;
  const sampled = {
    n: new Float64Array(wavelength.length),
    k: new Float64Array(wavelength.length),
  };
  let row = 0;
  for (let i = 0; i < wavelength.length; i++) {
    const at = wavelength[i];
    if (at > table[last] && constants.transparentBeyond) {
      sampled.n[i] = n[last];
      continue;
    }
    if (!(at >= table[0] && at <= table[last])) {
      throw new RangeError(
        `optical constants "${constants.name}" reach from ${table[0]} to ${table[last]} nm, not to ${at} nm`,
      );
    }
    while (row > 0 && table[row] > at) row--;
    while (row < last - 1 && table[row + 1] < at) row++;
    const share = (at - table[row]) / (table[row + 1] - table[row]);
    let index = n[row] + share * (n[row + 1] - n[row]);
    const [k0, k1] = [k[row], k[row + 1]];
    let absorption = k0 > 0 && k1 > 0 ? k0 * (k1 / k0) ** share : k0 + share * (k1 - k0);
    if (law) {
      const scale = Math.log(temperature / law.reference) * law.reference;
      const cn = law.cn[row] + share * (law.cn[row + 1] - law.cn[row]);
      const ck = law.ck[row] + share * (law.ck[row + 1] - law.ck[row]);
      index *= Math.exp(cn * scale);
      absorption *= Math.exp(ck * scale);
    }
    sampled.n[i] = index;
    sampled.k[i] = absorption;
  }
  return sampled;
}

/**
 * Absorption coefficient 4 pi k / lambda.
 *
 * @param k extinction coefficient
 * @param wavelength nm
 * @returns cm^-1
 * @example absorptionCoefficient(5.09e-4, 1000) // 64
 */
export function absorptionCoefficient(k: number, wavelength: number): number {
  return (4 * Math.PI * k) / (wavelength * 1e-7);
}
