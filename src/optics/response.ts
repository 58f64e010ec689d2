import { photonCurrent } from '../light/photonFlux.ts';
import type { OpticalCell } from './opticalCell.ts';
import { type OpticsOptions, solveOptics } from './solveOptics.ts';

/** Light that optical responses are taken in. */
export interface ResponseLight {
  /** nm. */
  readonly wavelength: Float64Array;
  /** Photons of each wavelength's bin through the plane of the cell, cm^-2 s^-1. */
  readonly photonFlux: Float64Array;
  /** K. */
  readonly temperature: number;
}

/**
 * Current of the carriers that light makes in the wafer.
 *
 * @param cell in air or in a module
 * @param light spectrum and temperature
 * @param options side, angle, polarisation
 * @returns mA/cm2, before any is lost and without the shading of fingers
 */
export function opticalCurrent(
  cell: OpticalCell,
  light: ResponseLight,
  options: OpticsOptions = {},
): number {
  const { wafer } = solveOptics(cell, light.wavelength, light.temperature, options);
  return photonCurrent(wafer.reduce((sum, share, w) => sum + share * light.photonFlux[w], 0));
}

/**
 * Optical bifaciality: current from light behind over that from the same light in front. Metal on
 * the rear takes its share of the light there; that on the front is given, since it is no part of
 * the optics of a cell.
 *
 * @param cell the cell
 * @param light the same for both sides
 * @param frontShading share of the front under fingers
 */
export function opticalBifaciality(
  cell: OpticalCell,
  light: ResponseLight,
  frontShading: number,
): number {
  const rearShading = cell.rear.metal?.share ?? 0;
  const rear = opticalCurrent(cell, light, { side: 'rear' }) * (1 - rearShading);
  return rear / (opticalCurrent(cell, light) * (1 - frontShading));
}

/**
 * Incidence-angle modifier: current at an angle over that along the normal, for equally many
 * photons through the plane of the cell (the cosine is not in it).
 *
 * @param cell in air or in a module
 * @param light the light
 * @param angles degrees, 0 to below 90
 * @param side lit side
 * @see IEC 61853-2 for how modules are measured so
 */
export function angleResponse(
  cell: OpticalCell,
  light: ResponseLight,
  angles: readonly number[],
  side: 'front' | 'rear' = 'front',
): number[] {
  const normal = opticalCurrent(cell, light, { side });
  return angles.map((angle) => opticalCurrent(cell, light, { side, angle }) / normal);
}
