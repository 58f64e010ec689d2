import type { CoverOptics } from './cover.ts';
import type { Entry } from './entry.ts';
import type { FaceStack } from './faceStack.ts';
import type { OpticalCell } from './opticalCell.ts';
import type { OpticalSolution } from './opticalSolution.ts';
import type { ResponseBuffers } from './surfaceResponse.ts';

/** One wavelength of a wafer. */
export interface WaferLoad {
  /** Index of the wavelength. */
  w: number;
  /** nm. */
  lambda: number;
  /** Index of the wafer. */
  n: number;
  /** Optical thickness of the wafer along the normal, free carriers included. */
  depth: number;
  /** Optical thickness of the free carriers of diffused regions at the faces. */
  frontSkin: number;
  rearSkin: number;
}

/** What a model of light trapping works with. */
export interface WaferSetting {
  readonly cell: OpticalCell;
  readonly frontInside: FaceStack;
  readonly rearInside: FaceStack;
  readonly entry: Entry;
  /** Filled wavelength by wavelength. */
  readonly solution: OpticalSolution;
  readonly buffers: ResponseBuffers;
  /** Covers of the faces. */
  readonly frontCover?: CoverOptics;
  readonly rearCover?: CoverOptics;
  /** K. */
  readonly temperature: number;
  /** Whether all light in the wafer is isotropic. */
  readonly isotropic: boolean;
}

/** Follows the light that `entry` lets in. */
export interface WaferModel {
  /** The wafer takes all of it in the first pass. */
  swallow(load: WaferLoad): void;
  /** Light passes between the faces. */
  trap(load: WaferLoad): void;
}
