import { waferGeneration } from '../optics/generation.ts';
import type { Cell } from './cell.ts';
import { litSides, type OpticalRequest } from './opticalAnalysis.ts';

/** Light absorbed in the wafer by depth, of the whole cell: shading counts. */
export interface GenerationProfile {
  /** Depths below the front face, from 0 to the thickness of the wafer, cm. */
  readonly depths: Float64Array;
  /** Photons that make carriers between each depth and the next, cm^-2 s^-1. */
  readonly absorbed: Float64Array;
}

/** Shallowest interval at either face, cm: a tenth of the shortest absorption length. */
const shallowest = 1e-7;
/** From one interval to the next, towards the middle. */
const growth = 1.15;

/**
 * Depths for a wafer: close at both faces, where light of short waves ends.
 *
 * @param thickness cm
 * @returns ascending from 0 to the thickness, cm
 */
export function profileDepths(thickness: number): Float64Array {
  const half: number[] = [0];
  for (let width = shallowest; half.at(-1)! + width < thickness / 2; width *= growth) {
    half.push(half.at(-1)! + width);
  }
  return Float64Array.from([
    ...half,
    thickness / 2,
    ...half.toReversed().map((depth) => thickness - depth),
  ]);
}

/**
 * Generation in the wafer over depth, for a simulator of devices: exact integrals between depths.
 *
 * @param cell as `loadCell` returns it
 * @param request light, side, angle, module, wavelengths
 * @param depths ascending from 0 to the wafer's thickness, cm; `profileDepths` when left out
 * @throws RangeError as `opticalAnalysis` does
 * @example generationProfile(await loadCell('perc'), { spectrum: await loadSpectrum('am1.5g') })
 */
export function generationProfile(
  cell: Cell,
  request: OpticalRequest,
  depths?: Float64Array,
): GenerationProfile {
  const lights = litSides(cell, request);
  const places = depths ?? profileDepths(lights[0]!.solution.passes.thickness);
  const absorbed = new Float64Array(places.length - 1);
  for (const { solution, flux, shaded } of lights) {
    const made = waferGeneration(solution, flux, places);
    for (let i = 0; i < absorbed.length; i++) absorbed[i]! += (1 - shaded) * made[i]!;
  }
  return { depths: places, absorbed };
}
