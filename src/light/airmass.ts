/** Pressure of the standard atmosphere at the sea, Pa. */
export const standardPressure = 101_325;

const radian = Math.PI / 180;

/**
 * Pressure of the standard atmosphere.
 *
 * @param altitude m above the sea, to 11,000 m
 * @returns Pa
 * @see ISO 2533:1975; constants as in "A Quick Derivation relating altitude to air pressure",
 *   Portland State Aerospace Society (2004)
 * @example pressureOfAltitude(273) // 98088
 */
export function pressureOfAltitude(altitude: number): number {
  return 100 * ((44_331.514 - altitude) / 11_880.516) ** (1 / 0.1902632);
}

/**
 * Path of the sun's light through the air, relative to the vertical one.
 *
 * @param apparentZenith of the sun, with refraction, deg
 * @returns times the vertical path; NaN with the sun below the horizon
 * @see F. Kasten, A. Young, Appl. Opt. 28, 4735 (1989), doi:10.1364/AO.28.004735
 * @example relativeAirmass(60) // 1.994
 */
export function relativeAirmass(apparentZenith: number): number {
  if (!(apparentZenith <= 90)) return Number.NaN;
  const elevation = 90 - apparentZenith;
  return 1 / (Math.cos(radian * apparentZenith) + 0.50572 * (elevation + 6.07995) ** -1.6364);
}

/**
 * The earlier formula, which the DISC model was fitted with.
 *
 * @param zenith of the sun, deg
 * @returns times the vertical path; NaN with the sun below the horizon
 * @see F. Kasten, Arch. Met. Geoph. Biokl. B 14, 206 (1966)
 */
export function relativeAirmass1966(zenith: number): number {
  if (!(zenith <= 90)) return Number.NaN;
  return 1 / (Math.cos(radian * zenith) + 0.15 * (93.885 - zenith) ** -1.253);
}
