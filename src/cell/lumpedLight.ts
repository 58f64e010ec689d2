import { waferGeneration } from '../optics/generation.ts';
import type { OpticalSolution } from '../optics/solveOptics.ts';
import type { CellDescription } from './schema.ts';

/** Finest and coarsest part of a place's interval that light is sampled in. */
const samples = 8;

/** Carriers that light makes in a cell at the light of the photon flux, cm^-2 s^-1. */
export interface LumpedLight {
  /** By hat functions around the places. */
  readonly wafer: Float64Array;
  readonly front: number;
  readonly rear: number;
}

/**
 * Places of a neutral wafer, as shares of its thickness: dense where light enters and at the
 * far end.
 *
 * @param thickness of the neutral wafer, cm
 * @returns ascending positions, cm
 */
export function lumpedPlaces(thickness: number): Float64Array {
  const shares = [0, 0.015, 0.05, 0.12, 0.24, 0.4, 0.58, 0.76, 0.9, 0.975, 1];
  return Float64Array.from(shares, (share) => share * thickness);
}

/**
 * Light in a wafer and its skins.
 *
 * @param cell description, for the films' collection
 * @param optics of the cell
 * @param flux incident photons of each wavelength's bin, cm^-2 s^-1
 * @param x places of the neutral wafer below its front, ascending, cm
 * @returns carriers, none of them lost yet
 */
export function lumpedLight(
  cell: CellDescription,
  optics: OpticalSolution,
  flux: Float64Array,
  x: Float64Array,
): LumpedLight {
  const thickness = optics.passes.thickness;
  const last = x.length - 1;
  // Skins first and last; between two places even parts.
  const edges = [0];
  for (let i = 0; i < last; i++) {
    for (let k = 0; k < samples; k++) edges.push(x[i]! + ((x[i + 1]! - x[i]!) * k) / samples);
  }
  edges.push(x[last]!, thickness);
  const made = waferGeneration(optics, flux, Float64Array.from(edges));
  const wafer = new Float64Array(last + 1);
  for (let i = 0; i < last; i++) {
    for (let k = 0; k < samples; k++) {
      const g = made[1 + i * samples + k]!;
      const share = (k + 0.5) / samples;
      wafer[i] = wafer[i]! + g * (1 - share);
      wafer[i + 1] = wafer[i + 1]! + g * share;
    }
  }
  const films = (side: 'front' | 'rear') => {
    const absorbed = side === 'front' ? optics.frontFilms : optics.rearFilms;
    return cell[side].layers.reduce((sum, film, f) => {
      if (film.kind === 'coating' || film.collection === 0) return sum;
      const photons = absorbed[f]!.reduce((all, share, w) => all + share * flux[w]!, 0);
      return sum + film.collection * photons;
    }, 0);
  };
  return {
    wafer,
    front: made[0]! + films('front'),
    rear: made[made.length - 1]! + films('rear'),
  };
}

/** Light of another strength. */
export function scaleLight({ wafer, front, rear }: LumpedLight, factor: number): LumpedLight {
  return { wafer: wafer.map((g) => g * factor), front: front * factor, rear: rear * factor };
}

/** Two lights at the same time. */
export function addLight(a: LumpedLight, b: LumpedLight): LumpedLight {
  return {
    wafer: a.wafer.map((g, i) => g + b.wafer[i]!),
    front: a.front + b.front,
    rear: a.rear + b.rear,
  };
}
