import { relativeAirmass1966, standardPressure } from '../../light/airmass.ts';
import { extraterrestrial } from '../sun/extraterrestrial.ts';
import type { SkyIrradiance } from './clearSky.ts';

const radian = Math.PI / 180;
/** Below this cosine of the zenith the clearness index is that of this cosine. */
const leastCosZenith = 0.065;
/** With the sun lower than this, deg, all light is taken as diffuse. */
const lowestSun = 87;
/** Solar constant that DISC was fitted with, W/m2. */
const discSolarConstant = 1370;
/** Of the airmass in DISC. */
const mostAirmass = 12;

/**
 * Global light over what would fall outside the air.
 *
 * @param ghi global horizontal, W/m2
 * @param zenith of the sun, without refraction, deg
 * @param outside extraterrestrial irradiance on a plane that faces the sun, W/m2
 * @returns 0 to 1
 */
export function clearnessIndex(ghi: number, zenith: number, outside: number): number {
  const cosine = Math.max(Math.cos(radian * zenith), leastCosZenith);
  return Math.min(Math.max(ghi / (outside * cosine), 0), 1);
}

/**
 * Splits global light into beam and diffuse by Erbs, from the clearness index.
 *
 * @param ghi global horizontal, W/m2
 * @param zenith of the sun, without refraction, deg
 * @param dayOfYear 1 to 366
 * @returns parts, W/m2; all diffuse with the sun below 3 deg
 * @see D. Erbs, S. Klein, J. Duffie, Sol. Energy 28, 293 (1982), doi:10.1016/0038-092X(82)90302-4
 * @example erbs(500, 60, 80).dhi
 */
export function erbs(ghi: number, zenith: number, dayOfYear: number): SkyIrradiance {
  const kt = clearnessIndex(ghi, zenith, extraterrestrial(dayOfYear));
  const share =
    kt <= 0.22
      ? 1 - 0.09 * kt
      : kt <= 0.8
        ? 0.9511 + kt * (-0.1604 + kt * (4.388 + kt * (-16.638 + kt * 12.336)))
        : 0.165;
  const dni = (ghi * (1 - share)) / Math.cos(radian * zenith);
  if (zenith > lowestSun || !(dni >= 0)) return { ghi, dni: 0, dhi: ghi };
  return { ghi, dni, dhi: share * ghi };
}

/** Beam by DISC and what it was made of. */
export interface DiscBeam {
  /** W/m2. */
  readonly dni: number;
  readonly clearness: number;
  /** Absolute, at most 12. */
  readonly airmass: number;
}

/**
 * Beam light from global light by Maxwell's DISC model.
 *
 * @param ghi global horizontal, W/m2
 * @param zenith of the sun, without refraction, deg
 * @param dayOfYear 1 to 366
 * @param pressure Pa; 101325 when left out
 * @returns the beam; none with the sun below 3 deg
 * @see E. Maxwell, A quasi-physical model for converting hourly global horizontal to direct normal
 *   insolation, SERI/TR-215-3087 (1987)
 * @example disc(500, 60, 80).dni
 */
export function disc(
  ghi: number,
  zenith: number,
  dayOfYear: number,
  pressure: number = standardPressure,
): DiscBeam {
  const outside = extraterrestrial(dayOfYear, discSolarConstant);
  const kt = clearnessIndex(ghi, zenith, outside);
  const airmass = Math.min(
    (relativeAirmass1966(zenith) * pressure) / standardPressure,
    mostAirmass,
  );
  const cloudy = kt <= 0.6;
  const a = cloudy
    ? 0.512 + kt * (-1.56 + kt * (2.286 - 2.222 * kt))
    : -5.743 + kt * (21.77 + kt * (-27.49 + 11.56 * kt));
  const b = cloudy ? 0.37 + 0.962 * kt : 41.4 + kt * (-118.5 + kt * (66.05 + 31.9 * kt));
  const c = cloudy
    ? -0.28 + kt * (0.932 - 2.048 * kt)
    : -47.01 + kt * (184.2 + kt * (-222 + 73.81 * kt));
  const clear =
    0.866 + airmass * (-0.122 + airmass * (0.0121 + airmass * (-0.000653 + 1.4e-5 * airmass)));
  const dni = outside * (clear - (a + b * Math.exp(c * airmass)));
  const isBad = zenith > lowestSun || ghi < 0 || !(dni >= 0);
  return { dni: isBad ? 0 : dni, clearness: kt, airmass };
}
