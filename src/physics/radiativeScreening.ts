/**
 * What carriers do to radiative recombination by screening the attraction of electron and hole.
 */
export const screeningModels = {
  fell2021: {
    reference:
      'narrowing moves the levels and emits no light of its own, B ni^2 (exp(split) - 1): A. Fell et al., Sol. Energy Mater. Sol. Cells 230, 111198 (2021), doi:10.1016/j.solmat.2021.111198',
  },
  altermatt2005: {
    reference:
      'B falls with the carriers, by np - nie^2: P. P. Altermatt et al., 5th NUSOD (2005), doi:10.1109/NUSOD.2005.1518128',
  },
  none: { reference: 'B as it is, by np - nie^2' },
} as const;

/** Numbers of the relative coefficient at a temperature. */
export interface RelativeEmission {
  /** What is left among endless carriers. */
  readonly least: number;
  /** Twice the densities b1 and b3, cm^-3. */
  readonly first: number;
  readonly second: number;
}

/** Exponents of both terms. */
export const screeningExponents = { first: 0.54, second: 1.25 } as const;

/**
 * Numbers of the relative radiative coefficient at a temperature.
 *
 * @param temperature lattice temperature, K
 */
export function relativeEmissionAt(temperature: number): RelativeEmission {
  const between = (low: number, high: number, reference: number, exponent: number) =>
    high + (low - high) / (1 + (temperature / reference) ** exponent);
  return {
    least: between(0, 0.2, 320, 2.5),
    first: 2 * between(1e7, 1.5e18, 550, 3),
    second: 2 * between(1e9, 4e18, 365, 3.54),
  };
}

/**
 * Radiative coefficient over that of low injection: carriers screen the attraction between
 * electron and hole, which emit less often then.
 *
 * @param carriers electrons and holes together, cm^-3
 * @param temperature lattice temperature, K (77 to 300)
 * @returns B over its value without carriers, 0 to 1
 * @see P. P. Altermatt et al., Proc. 5th Int. Conf. on Numerical Simulation of Optoelectronic
 *   Devices, 47 (2005), doi:10.1109/NUSOD.2005.1518128
 * @example relativeEmission(3.5e15, 300) // 0.93607
 */
export function relativeEmission(carriers: number, temperature: number): number {
  const { least, first, second } = relativeEmissionAt(temperature);
  const { first: a, second: b } = screeningExponents;
  return least + (1 - least) / (1 + (carriers / first) ** a + (carriers / second) ** b);
}
