import type { OpticalConstants } from './opticalConstants.ts';

/** A coherent film. */
export interface OpticalFilm {
  readonly name: string;
  readonly constants: OpticalConstants;
  /** nm, perpendicular to the local surface (the facet of a pyramid). */
  readonly thickness: number;
}

/** One face of a wafer with its films. */
export interface OpticalSurface {
  readonly texture: 'planar' | 'random-pyramids';
  /**
   * In the order light from the front meets them: in front the outermost first, behind the one
   * on the wafer first.
   */
  readonly films: readonly OpticalFilm[];
  /** The medium outside: air or a metal. */
  readonly outside: OpticalConstants;
  /** `lambertian` in front: the ideal of an isotropic wafer, for limits. */
  readonly trapping?: 'specular' | 'lambertian';
}

/** A wafer between two surfaces, lit from the front along the normal. */
export interface OpticalCell {
  readonly front: OpticalSurface;
  readonly wafer: {
    readonly constants: OpticalConstants;
    /** cm. */
    readonly thickness: number;
  };
  readonly rear: OpticalSurface;
}
