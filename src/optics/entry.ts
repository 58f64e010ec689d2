import { angleBins } from './angleBins.ts';
import type { Texture } from './opticalCell.ts';
import type { PyramidTexture } from './pyramidField.ts';
import type { StackArrays } from './transferMatrix.ts';

/** Polarisation of the incident light, of its plane of incidence on the cell. */
export type Polarisation = 's' | 'p' | 'unpolarised';

/** How light comes to a cell. */
export interface Incidence {
  readonly texture: Texture;
  /** Sine of the angle of incidence outside. */
  readonly sine: number;
  readonly polarisation: Polarisation;
  /** Width of the base of a pyramid, cm; `usualBase` when left out. */
  readonly base?: number;
  /** Path classes of random pyramids at normal incidence, each bounce unpolarised: `basore`. */
  readonly classes: boolean;
}

/** Light that enters a wafer at one wavelength. */
export interface Entry {
  /** R, A of each film, T of the face. */
  readonly shares: Float64Array;
  /** Directions that light enters in: by the facet it met first, second, or later, or across ridges. */
  readonly beams: number;
  /** Where R goes, by angle bin outside. */
  readonly away: Float64Array;
  /** Light of each direction; together T. */
  readonly entered: Float64Array;
  /** 1 / cos of each direction. */
  readonly slant: Float64Array;
  /** Facets that the light of each direction entered through, where it did. */
  readonly facets?: { readonly texture: PyramidTexture; readonly sine: number };
  /** Share absorbed by the wafer before that, on the way through ridges: one number. */
  readonly ridges: Float64Array;
  /** Works these out for a stack whose substrate is the wafer. */
  at(stack: StackArrays, n0: number, wavelength: number): void;
}

/**
 * @param films of the face
 * @param beams directions that light enters in
 */
export function emptyEntry(films: number, beams: number): Omit<Entry, 'at'> {
  return {
    shares: new Float64Array(films + 2),
    beams,
    away: new Float64Array(angleBins.count),
    entered: new Float64Array(beams),
    slant: new Float64Array(beams).fill(1),
    ridges: new Float64Array(1),
  };
}

/** Share of s light in what comes. */
export function shareOfS(polarisation: Polarisation): number {
  return polarisation === 's' ? 1 : polarisation === 'p' ? 0 : 0.5;
}
