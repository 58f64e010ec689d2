/** Ambipolar Auger coefficient C such that R = C (n p - nie^2), cm^3/s. */

/** Enhancement constants of the low-injection terms (Richter 2012, eq. 18 ff.). */
export const richter = {
  electron: 2.5e-31,
  hole: 8.5e-32,
  injection: 3.0e-29,
  exponent: 0.92,
} as const;

/**
 * Density-independent part of Richter's Auger coefficient: the terms with the neutral
 * equilibrium densities, 2.5e-31 g_eeh n0 + 8.5e-32 g_ehh p0.
 *
 * @param n0 equilibrium electron density of the local doping, cm^-3
 * @param p0 equilibrium hole density of the local doping, cm^-3
 * @returns coefficient, cm^3/s (300 K; held constant over temperature)
 * @see A. Richter et al., Phys. Rev. B 86, 165202 (2012), doi:10.1103/PhysRevB.86.165202
 */
export function richterEquilibriumPart(n0: number, p0: number): number {
  const gElectron = 1 + 13 * (1 - Math.tanh((n0 / 3.3e17) ** 0.66));
  const gHole = 1 + 7.5 * (1 - Math.tanh((p0 / 7e17) ** 0.63));
  return richter.electron * gElectron * n0 + richter.hole * gHole * p0;
}

/**
 * Richter's Auger coefficient of silicon.
 *
 * @param n0 equilibrium electron density, cm^-3
 * @param p0 equilibrium hole density, cm^-3
 * @param excess excess (minority) density, cm^-3, not negative
 * @returns coefficient C with R = C (np - nie^2), cm^3/s
 * @see A. Richter et al., Phys. Rev. B 86, 165202 (2012), doi:10.1103/PhysRevB.86.165202
 * @example 1e15 / (richter2012(4.936e15, 1.9e4, 1e15) * (4.936e15 + 1e15) * 1e15) // 9.272e-3 (s)
 */
export function richter2012(n0: number, p0: number, excess: number): number {
  return richterEquilibriumPart(n0, p0) + richter.injection * excess ** richter.exponent;
}

/** Niewelt 2022, eq. 8 and 10, table 2. */
export const niewelt = {
  electron: 3.41e-31,
  hole: 1.17e-31,
  electronEnhancement: 3.38,
  holeEnhancement: 3.88,
  reference: 4e17,
} as const;

/**
 * Niewelt's Auger coefficient of silicon, a function of the local densities only.
 *
 * @param n electron density, cm^-3
 * @param p hole density, cm^-3
 * @returns coefficient C with R = C (np - nie^2), cm^3/s (300 K)
 * @see T. Niewelt et al., Sol. Energy Mater. Sol. Cells 235, 111467 (2022),
 *   doi:10.1016/j.solmat.2021.111467
 * @example 1e15 / (niewelt2022(5.936e15, 1e15) * 5.936e15 * 1e15) // 1.786e-2 (s)
 */
export function niewelt2022(n: number, p: number): number {
  const d = 1 + ((n + p) / niewelt.reference) ** 2;
  return (
    niewelt.electron * (1 + niewelt.electronEnhancement / d) * n +
    niewelt.hole * (1 + niewelt.holeEnhancement / d) * p
  );
}

/** Density at which the enhancement falls, cm^-3, and its exponents (Altermatt 1997). */
export const altermatt = { reference: 5e16, electron: 0.34, hole: 0.29 } as const;

/** Numbers of Altermatt's Auger coefficient at a temperature. */
export interface EnhancedAuger {
  /** Coefficients of free carriers, cm^6/s. */
  readonly electron: number;
  readonly hole: number;
  /** Largest enhancement less one. */
  readonly electronGain: number;
  readonly holeGain: number;
}

/**
 * Numbers of Altermatt's Auger coefficient at a temperature.
 *
 * @param temperature lattice temperature, K (70 to 400)
 */
export function enhancedAugerAt(temperature: number): EnhancedAuger {
  const t = temperature;
  return {
    electron: 2.8e-31,
    hole: 7.91e-32 - 4.13e-35 * t + 3.59e-37 * t * t,
    electronGain: 235548 * t ** -1.5013 - 1,
    holeGain: 564812 * t ** -1.6546 - 1,
  };
}

/**
 * Altermatt's Auger coefficient of silicon, whose enhancement by the attraction of electron and hole
 * falls with temperature. Fitted to lowly injected silicon.
 *
 * @param n electron density, cm^-3
 * @param p hole density, cm^-3
 * @param temperature lattice temperature, K (70 to 400)
 * @returns coefficient C with R = C (np - nie^2), cm^3/s
 * @see P. P. Altermatt, J. Schmidt, G. Heiser, A. G. Aberle, J. Appl. Phys. 82, 4938 (1997),
 *   doi:10.1063/1.366360
 * @example 1e9 / (altermatt1997(1e19, 1, 300) * 1e19) // 35.70 (ns)
 */
export function altermatt1997(n: number, p: number, temperature: number): number {
  const { electron, hole, electronGain, holeGain } = enhancedAugerAt(temperature);
  const share = (density: number, exponent: number) =>
    1 - Math.tanh((density / altermatt.reference) ** exponent);
  return (
    electron * (1 + electronGain * share(n, altermatt.electron)) * n +
    hole * (1 + holeGain * share(p, altermatt.hole)) * p
  );
}
