/** Laws of thermionic emission over a step of a band, by name; the first is the default. */
export const emissionModels = {
  wu1979: {
    reference:
      'what the side of the lighter mass sends: C. M. Wu, E. S. Yang, Solid-State Electron. 22, 241 (1979)',
  },
  schroeder1994: {
    reference:
      "twice what the upper side's density of states sends: D. Schroeder, Modelling of Interface Carrier Transport for Device Simulation, Springer (1994); as Sentaurus does by default",
  },
} as const;

/** Name of a law of emission. */
export type EmissionModel = keyof typeof emissionModels;

/** States of one side, in those of a free electron, and the edge that carriers must reach there. */
export interface EmittingSide {
  readonly states: number;
  /** Energy of a carrier at the edge of its band, eV: that of holes grows downwards. */
  readonly edge: number;
}

/**
 * Factor on the Richardson constant of the free electron for emission over a step.
 *
 * @param model law
 * @param a one side
 * @param b other side
 * @returns the factor: a mass, in masses of a free electron, twice it with `schroeder1994`
 */
export function emissionFactor(model: EmissionModel, a: EmittingSide, b: EmittingSide): number {
  if (model === 'wu1979') return Math.min(a.states, b.states) ** (2 / 3);
  const upper = a.edge > b.edge ? a : b;
  return 2 * upper.states ** (2 / 3);
}
