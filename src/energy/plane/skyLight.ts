import { perezBrightness } from './perez.ts';

/** How light of the sky is laid on a tilted plane. */
export const skyModels = ['perez', 'hay-davies', 'isotropic'] as const;

/** Name of a model of the sky. */
export type SkyModel = (typeof skyModels)[number];

/** The sky in one interval. */
export interface Sky {
  readonly dni: number;
  readonly dhi: number;
  readonly extraterrestrial: number;
  /** Apparent zenith of the sun, deg. */
  readonly zenith: number;
  /** Relative; NaN with the sun down. */
  readonly airmass: number;
}

const radian = Math.PI / 180;
/** Least cosines of the zenith that the circumsolar light is divided by: cos 89 and cos 85 deg. */
const leastCosine = { 'hay-davies': 0.01745, perez: Math.cos(85 * radian) };
const brightness = new Float64Array(2);

/**
 * Light of the sky on a tilted plane, in up to three parts.
 *
 * @param model Perez, Hay-Davies or isotropic; the first is the most accurate for hours
 * @param sky in this interval
 * @param cosTilt,sinTilt of the plane
 * @param cosZenith of the sun, apparent
 * @param cosine of the angle of incidence
 * @param out isotropic, circumsolar and horizon parts, W/m2, at 0, 1 and 2; all 0 by Perez' model
 *   with the sun below the horizon, where it says nothing
 * @see B. Liu, R. Jordan, Sol. Energy 4, 1 (1960); J. Hay, J. Davies, Proc. First Canadian Solar
 *   Radiation Data Workshop, 59 (1980); R. Perez et al., Sol. Energy 44, 271 (1990),
 *   doi:10.1016/0038-092X(90)90055-H
 */
export function skyLight(
  model: SkyModel,
  sky: Sky,
  cosTilt: number,
  sinTilt: number,
  cosZenith: number,
  cosine: number,
  out: Float64Array,
): void {
  const { dhi } = sky;
  const view = 0.5 * (1 + cosTilt);
  out[0] = 0;
  out[1] = 0;
  out[2] = 0;
  if (model === 'isotropic') {
    out[0] = dhi * view;
    return;
  }
  const facing = Math.max(cosine, 0);
  if (model === 'hay-davies') {
    const beamShare = sky.dni / sky.extraterrestrial;
    out[0] = Math.max(dhi * (1 - beamShare) * view, 0);
    out[1] = (dhi * beamShare * facing) / Math.max(cosZenith, leastCosine['hay-davies']);
    return;
  }
  if (!(dhi > 0) || Number.isNaN(sky.airmass)) return;
  perezBrightness(dhi, sky.dni, sky.extraterrestrial, sky.zenith, sky.airmass, brightness);
  const around = brightness[0]!;
  const low = brightness[1]!;
  out[0] = dhi * (1 - around) * view;
  out[1] = (dhi * around * facing) / Math.max(cosZenith, leastCosine.perez);
  out[2] = dhi * low * sinTilt;
  if (out[0] + out[1] + out[2] > 0) return;
  out[0] = 0;
  out[1] = 0;
  out[2] = 0;
}

/**
 * The sky as rows of modules see it: circumsolar light goes with the beam, the rest is isotropic.
 * Perez' horizon light is left out, as the row before hides the horizon.
 *
 * @param out diffuse horizontal light without, and direct normal light with the circumsolar part
 */
export function beamAndRest(model: SkyModel, sky: Sky, out: Float64Array): void {
  out[0] = sky.dhi;
  out[1] = sky.dni;
  if (model === 'isotropic') return;
  let around = sky.dni / sky.extraterrestrial;
  if (model === 'perez') {
    if (!(sky.dhi > 0) || Number.isNaN(sky.airmass)) return;
    perezBrightness(sky.dhi, sky.dni, sky.extraterrestrial, sky.zenith, sky.airmass, brightness);
    around = Math.min(brightness[0]!, 1);
  }
  const cosZenith = Math.cos(radian * sky.zenith);
  const least = Math.max(cosZenith, leastCosine[model]);
  const ring = sky.dhi * around;
  out[0] = sky.dhi - (ring * Math.max(cosZenith, 0)) / least;
  out[1] = sky.dni + ring / least;
}
