/**
 * Where photons end, over wavelength, as shares of the incident ones. The shares add up to 1.
 * Films and depths are those of the cell, from whichever side it is lit.
 */
export interface OpticalSolution {
  /** nm. */
  readonly wavelength: Float64Array;
  /** Side the light comes from. */
  readonly side: 'front' | 'rear';
  /** By the lit face, without entering the wafer. */
  readonly reflected: Float64Array;
  /** Out of the lit face after passing the wafer. */
  readonly escaped: Float64Array;
  readonly frontFilms: readonly Float64Array[];
  readonly rearFilms: readonly Float64Array[];
  /** Names of the films, front then rear. */
  readonly filmNames: readonly string[];
  /** Absorbed in the layers of covers. */
  readonly covers: readonly { readonly name: string; readonly absorbed: Float64Array }[];
  /** Absorbed in the wafer from band to band: carriers. */
  readonly wafer: Float64Array;
  /** Absorbed by free carriers of the wafer: warmth. */
  readonly freeCarriers: Float64Array;
  /** Out of the face that is not lit. */
  readonly transmitted: Float64Array;
  /**
   * Absorbed by metal on either face, from inside: a closed one, fingers, or what a stated
   * reflectance leaves.
   */
  readonly metal: { readonly front: Float64Array; readonly rear: Float64Array };
  /** How light crosses the wafer: what its depth profile is made of. */
  readonly passes: WaferProfile;
}

/** Light of one direction in the wafer, as set out from its faces, summed over all passes. */
export interface WaferBeam {
  /** 1 / cos of the direction. */
  readonly slant: Float64Array;
  /** From the front and from the rear. */
  readonly down: Float64Array;
  readonly up: Float64Array;
}

/** Intensities that set out from either face of the wafer, over wavelength. */
export interface WaferProfile {
  /** cm. */
  readonly thickness: number;
  /** Of band to band and free carriers together, cm^-1. */
  readonly absorption: Float64Array;
  /** Share of it that makes carriers. */
  readonly generating: Float64Array;
  readonly beams: readonly WaferBeam[];
  /** Isotropic light from the front and from the rear. */
  readonly diffuseDown: Float64Array;
  readonly diffuseUp: Float64Array;
}

/** A solution of the reversed cell, told of the cell itself. */
export function reversedSolution(solution: OpticalSolution): OpticalSolution {
  const { passes } = solution;
  const frontCount = solution.frontFilms.length;
  const names = solution.filmNames;
  return {
    ...solution,
    side: solution.side === 'front' ? 'rear' : 'front',
    frontFilms: solution.rearFilms.toReversed(),
    rearFilms: solution.frontFilms.toReversed(),
    metal: { front: solution.metal.rear, rear: solution.metal.front },
    filmNames: [
      ...names.slice(frontCount).toReversed(),
      ...names.slice(0, frontCount).toReversed(),
    ],
    passes: {
      ...passes,
      beams: passes.beams.map(({ slant, down, up }) => ({ slant, down: up, up: down })),
      diffuseDown: passes.diffuseUp,
      diffuseUp: passes.diffuseDown,
    },
  };
}
