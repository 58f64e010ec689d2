/**
 * Recombination centres of silicon wafers that are named in the literature: level and ratio of
 * the capture cross-sections. A lifetime of the minority carrier and the ratio give both SRH
 * lifetimes: k = tau_p0 / tau_n0 = sigma_n / sigma_p (thermal velocities taken as equal).
 */
export interface KnownDefect {
  /** Level above the intrinsic level, eV. */
  readonly level: number;
  /** sigma_n / sigma_p. */
  readonly ratio: number;
  readonly reference: string;
}

/** Half the gap at 300 K, eV: levels below are quoted from a band edge. */
const half = 0.562;

/** Centres a cell file may name. */
export const knownDefects = {
  'boron-oxygen': {
    level: half - 0.41,
    ratio: 9.3,
    reference:
      'slow recombination centre of light-induced degradation, Ec - 0.41 eV, sigma_n/sigma_p = 9.3: K. Bothe, J. Schmidt, J. Appl. Phys. 99, 013701 (2006), doi:10.1063/1.2140584',
  },
  'iron-interstitial': {
    level: 0.38 - half,
    ratio: 37,
    reference:
      'Fe_i, Ev + 0.38 eV, sigma_n/sigma_p = 37: A. A. Istratov, H. Hieslmair, E. R. Weber, Appl. Phys. A 69, 13 (1999), doi:10.1007/s003390050968',
  },
  'iron-boron': {
    level: half - 0.23,
    ratio: 10,
    reference:
      'FeB pair, Ec - 0.23 eV, sigma_n/sigma_p = 10: D. H. Macdonald, L. J. Geerligs, A. Azzizi, J. Appl. Phys. 95, 1021 (2004), doi:10.1063/1.1637136',
  },
  midgap: { level: 0, ratio: 1, reference: 'a centre at the intrinsic level with equal capture' },
} as const satisfies Record<string, KnownDefect>;

/**
 * SRH lifetimes of a named centre from the lifetime of one minority carrier in low injection.
 *
 * @param defect name
 * @param minority lifetime of the minority carrier, s
 * @param type doping of the wafer
 * @returns lifetimes of both carriers, s, and the level above the intrinsic level, eV
 * @example defectLifetimes('iron-interstitial', 1e-4, 'p').hole // 3.7e-3
 */
export function defectLifetimes(
  defect: keyof typeof knownDefects,
  minority: number,
  type: 'n' | 'p',
): { electron: number; hole: number; level: number } {
  const { level, ratio } = knownDefects[defect];
  return type === 'p'
    ? { electron: minority, hole: minority * ratio, level }
    : { electron: minority / ratio, hole: minority, level };
}
