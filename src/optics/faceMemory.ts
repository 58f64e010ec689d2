import { type FaceStack, faceStack } from './faceStack.ts';
import type { OpticalFilm, OpticalSurface } from './opticalCell.ts';
import type { OpticalConstants } from './opticalConstants.ts';
import { rememberedLast } from './rememberedLast.ts';

/** What decides how a face responds to light from inside. */
export interface InsideFace {
  readonly surface: OpticalSurface;
  /** In the order light meets them. */
  readonly films: readonly OpticalFilm[];
  readonly wafer: OpticalConstants;
  readonly wavelength: Float64Array;
  readonly temperature: number;
}

/** Gives a face as seen from inside; a new one, or one that was asked for before. */
export type InsideFaces = (face: InsideFace) => FaceStack;

/** A face without a memory. */
export const newFace: InsideFaces = ({ surface, films, wavelength, temperature }) =>
  faceStack(surface, films, wavelength, temperature);

/** Faces that are kept, some ten kilobytes each: those of a sweep's inner axes. */
const kept = 256;

/**
 * Faces that keep their response to isotropic light, the dearest part of the optics of a textured
 * cell: where a sweep moves the wafer or the other face, it is not worked out again.
 *
 * @returns a function with a memory of its own
 */
export function rememberedFaces(): InsideFaces {
  return rememberedLast(kept, faceKey, withMemory);
}

/** What differs between most faces of a sweep. */
function faceKey({ films, temperature }: InsideFace): string {
  return `${temperature} ${films.map(({ thickness }) => thickness).join(' ')}`;
}

function withMemory(asked: InsideFace): FaceStack {
  const size = asked.films.length + 3;
  const isotropic = new Float64Array(size * asked.wavelength.length).fill(Number.NaN);
  return { ...newFace(asked), isotropic };
}
