import { diffuseAbsorptance } from './exponentialIntegral.ts';

/** What a wafer and its faces do to light inside, at one wavelength. */
export interface WaferFaces {
  /** Absorption coefficient times thickness. */
  readonly depth: number;
  /** 1 / cos of the directed light. */
  readonly slant: number;
  /** Whether light enters isotropic, as in the ideal Lambertian wafer. */
  readonly isotropic: boolean;
  /** Whether the rear keeps the direction of the light, and whether the front does. */
  readonly rearSpecular: boolean;
  readonly frontSpecular: boolean;
  /** Reflectance of the rear for the light that comes first, and for isotropic light. */
  readonly rearFirst: number;
  readonly rear: number;
  /** Reflectance of the front from inside for the light that comes first, and isotropic light. */
  readonly frontFirst: number;
  readonly front: number;
}

/** Intensities in a wafer, per light that entered it, summed over all passes. */
export interface WaferLight {
  /** Directed light that sets out from the front and from the rear. */
  readonly directDown: number;
  readonly directUp: number;
  /** Isotropic light that sets out from the front and from the rear. */
  readonly diffuseDown: number;
  readonly diffuseUp: number;
  /** What meets the rear for the first time, and later as isotropic light. */
  readonly atRearFirst: number;
  readonly atRear: number;
  /** What meets the front from inside for the first time, and later as isotropic light. */
  readonly atFrontFirst: number;
  readonly atFront: number;
  /** Absorbed in the wafer. */
  readonly absorbed: number;
}

/**
 * Passes of light through a wafer: the first under its angle of entry, the second after the rear,
 * the others isotropic as a geometric series, with t = exp(-depth slant), Tr = 2 E3(depth):
 *
 *     A = (1 - t1) + t1 Rb1 (1 - t2) + t1 t2 Rb1 Rf1 (1 - Tr)(1 + Rb Tr) / (1 - Rf Rb Tr^2)
 *
 * Where both faces keep the direction, the first two passes repeat and none is isotropic.
 *
 * @param faces absorption and reflectances
 * @returns intensities per light that entered
 * @see P. A. Basore, IEEE Trans. Electron Devices 37, 337 (1990), doi:10.1109/16.46365; with
 *   isotropic entry and Rf = 1 - 1/n^2 this is M. A. Green, Prog. Photovolt. 10, 235 (2002),
 *   doi:10.1002/pip.404
 */
export function waferPasses(faces: WaferFaces): WaferLight {
  const { depth, slant, isotropic, rearSpecular, frontSpecular } = faces;
  const { rearFirst, rear, frontFirst, front } = faces;
  const directed = -Math.expm1(-depth * slant);
  const diffuse = diffuseAbsorptance(depth);
  const first = isotropic ? diffuse : directed;
  const second = rearSpecular && !isotropic ? directed : diffuse;

  const atRearFirst = 1 - first;
  const up = atRearFirst * rearFirst;
  const atFrontFirst = up * (1 - second);
  const keepsDirection = rearSpecular && frontSpecular && !isotropic;
  // Two planar faces: the same two passes again and again.
  const rounds = keepsDirection ? 1 / (1 - (1 - first) * rearFirst * (1 - second) * frontFirst) : 1;
  const returned = keepsDirection ? 0 : atFrontFirst * frontFirst;
  const series = returned / (1 - (1 - diffuse) ** 2 * rear * front);
  const atRear = series * (1 - diffuse);
  const seriesUp = atRear * rear;
  return {
    directDown: isotropic ? 0 : rounds,
    directUp: rearSpecular && !isotropic ? up * rounds : 0,
    diffuseDown: (isotropic ? 1 : 0) + series,
    diffuseUp: (rearSpecular && !isotropic ? 0 : up) + seriesUp,
    atRearFirst: atRearFirst * rounds,
    atRear,
    atFrontFirst: atFrontFirst * rounds,
    atFront: seriesUp * (1 - diffuse),
    absorbed: (first + up * second) * rounds + series * diffuse * (1 + rear * (1 - diffuse)),
  };
}
