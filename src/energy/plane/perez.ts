/** Upper ends of the sky's clearness classes. */
const classEnds = [1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2];

/**
 * Coefficients F11, F12, F13, F21, F22, F23 of each clearness class: all sites composite 1990.
 *
 * R. Perez et al., Sol. Energy 44, 271 (1990), doi:10.1016/0038-092X(90)90055-H, table 6.
 */
const coefficients = new Float64Array([
  -0.008, 0.588, -0.062, -0.06, 0.072, -0.022, 0.13, 0.683, -0.151, -0.019, 0.066, -0.029, 0.33,
  0.487, -0.221, 0.055, -0.064, -0.026, 0.568, 0.187, -0.295, 0.109, -0.152, -0.014, 0.873, -0.392,
  -0.362, 0.226, -0.462, 0.001, 1.132, -1.237, -0.412, 0.288, -0.823, 0.056, 1.06, -1.6, -0.359,
  0.264, -1.127, 0.131, 0.678, -0.327, -0.25, 0.156, -1.377, 0.251,
]);

/** For zenith angles in radians (same paper, eq. 1). */
const kappa = 1.041;
const radian = Math.PI / 180;

/**
 * Brightness of the ring around the sun and of the horizon, as shares of the diffuse light.
 *
 * @param dhi diffuse horizontal, W/m2, above 0
 * @param dni direct normal, W/m2
 * @param extraterrestrial W/m2
 * @param zenith apparent, of the sun, deg
 * @param airmass relative
 * @param out F1 (0 or more) and F2, at 0 and 1
 * @see R. Perez et al., Sol. Energy 44, 271 (1990), doi:10.1016/0038-092X(90)90055-H
 */
export function perezBrightness(
  dhi: number,
  dni: number,
  extraterrestrial: number,
  zenith: number,
  airmass: number,
  out: Float64Array,
): void {
  const z = radian * zenith;
  const cube = kappa * z * z * z;
  const clearness = ((dhi + dni) / dhi + cube) / (1 + cube);
  let bin = 0;
  while (bin < classEnds.length && clearness >= classEnds[bin]!) bin++;
  const delta = (dhi * airmass) / extraterrestrial;
  const at = 6 * bin;
  const around = coefficients[at]! + coefficients[at + 1]! * delta + coefficients[at + 2]! * z;
  out[0] = Math.max(around, 0);
  out[1] = coefficients[at + 3]! + coefficients[at + 4]! * delta + coefficients[at + 5]! * z;
}
