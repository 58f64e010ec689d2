const radian = Math.PI / 180;

/**
 * Cosine of the angle between the sun and a plane's normal; negative with the sun behind it.
 *
 * @param tilt of the plane from the horizontal, deg
 * @param azimuth that the plane faces, clockwise from north, deg
 * @param zenith of the sun, deg
 * @param sunAzimuth deg
 * @returns -1 to 1
 * @example cosIncidence(30, 180, 30, 180) // 1
 */
export function cosIncidence(
  tilt: number,
  azimuth: number,
  zenith: number,
  sunAzimuth: number,
): number {
  return cosIncidenceOf(
    Math.cos(radian * tilt),
    Math.sin(radian * tilt),
    Math.cos(radian * zenith),
    Math.sin(radian * zenith),
    Math.cos(radian * (sunAzimuth - azimuth)),
  );
}

/** The same from cosines and sines, for loops that have them: the last is of the azimuths' difference. */
export function cosIncidenceOf(
  cosTilt: number,
  sinTilt: number,
  cosZenith: number,
  sinZenith: number,
  cosAzimuth: number,
): number {
  const cosine = cosTilt * cosZenith + sinTilt * sinZenith * cosAzimuth;
  return Math.min(1, Math.max(-1, cosine));
}
