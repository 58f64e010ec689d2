import { pc1dRadiative } from './pc1d.ts';

/** Polynomial of log10 B in log10 T, highest power first. */
const trupke = [-2.28765176, 17.94655444, -47.53455728, 28.07323491] as const;

/**
 * Coefficient of radiative recombination of lowly injected silicon, a fit to Trupke's table.
 *
 * @param temperature lattice temperature, K (77 to 300; above, the fit is continued)
 * @returns B in R = B (np - nie^2), cm^3/s, with nothing reabsorbed
 * @see T. Trupke et al., J. Appl. Phys. 94, 4930 (2003), doi:10.1063/1.1610231
 * @example trupkeCoefficient(300) // 4.727e-15
 */
export function trupkeCoefficient(temperature: number): number {
  const l = Math.log10(temperature);
  return 10 ** (((trupke[0] * l + trupke[1]) * l + trupke[2]) * l + trupke[3]);
}

/** What the optics of a wafer say of its emission. */
export interface WaferEmission {
  /** B by detailed balance with the wafer's own absorption, cm^3/s. */
  readonly coefficient: number;
  /** Share of the light emitted inside that leaves the wafer. */
  readonly leaves: number;
}

/** Coefficient B of radiative recombination less what the wafer absorbs again, cm^3/s. */
export const radiativeModels = {
  roosbroeck1954: {
    reference:
      'from the absorption of silicon, less what it absorbs again: W. van Roosbroeck, W. Shockley, Phys. Rev. 94, 1558 (1954), doi:10.1103/PhysRev.94.1558',
    law: (_temperature, { coefficient, leaves }) => coefficient * leaves,
  },
  trupke2003: {
    reference:
      'as measured, less the share that the wafer absorbs again: T. Trupke et al., J. Appl. Phys. 94, 4930 (2003), doi:10.1063/1.1610231',
    law: (temperature, { leaves }) => trupkeCoefficient(temperature) * leaves,
  },
  pc1d: {
    reference: 'PC1D 5.9, file Si.mat: 9.5e-15 cm3/s, all of it lost',
    law: () => pc1dRadiative,
  },
  none: { reference: '', law: () => 0 },
} as const satisfies Record<
  string,
  {
    readonly reference: string;
    readonly law: (temperature: number, wafer: WaferEmission) => number;
  }
>;
