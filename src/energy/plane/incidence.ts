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
  const cosine =
    Math.cos(radian * tilt) * Math.cos(radian * zenith) +
    Math.sin(radian * tilt) * Math.sin(radian * zenith) * Math.cos(radian * (sunAzimuth - azimuth));
  return Math.min(1, Math.max(-1, cosine));
}
