import { zeroCelsius } from '../../physics/constants.ts';

/** Less than this, cm, the relation does not know. */
const least = 0.1;

/**
 * Water in the air above a place, from temperature and humidity at the ground.
 *
 * @param temperature of the air, degC
 * @param humidity relative, %
 * @returns precipitable water, cm; 0.1 or more
 * @see C. Gueymard, Sol. Energy 53, 57 (1994), doi:10.1016/S0038-092X(94)90606-8, eqs. 1 to 3;
 *   saturation pressure from C. Gueymard, J. Appl. Meteorol. 32, 1586 (1993)
 * @example precipitableWater(20, 50)
 */
export function precipitableWater(temperature: number, humidity: number): number {
  const kelvin = temperature + zeroCelsius;
  const ratio = kelvin / zeroCelsius;
  // Height that the water would fill at the ground's density, km.
  const height = 0.4976 + 1.5265 * ratio + Math.exp(13.6897 * ratio - 14.9188 * ratio ** 3);
  const hundred = 100 / kelvin;
  const saturated = Math.exp(22.33 - 49.14 * hundred - 10.922 * hundred ** 2 - 0.0039015 * kelvin);
  const density = (216.7 * humidity * saturated) / (100 * kelvin);
  return Math.max(0.1 * height * density, least);
}

/**
 * Relative humidity from the dew point, by Magnus' formula.
 *
 * @param temperature of the air, degC
 * @param dewPoint degC
 * @returns %, at most 100
 * @see O. Alduchov, R. Eskridge, J. Appl. Meteorol. 35, 601 (1996),
 *   doi:10.1175/1520-0450(1996)035<0601:IMFAOS>2.0.CO;2, eq. 21
 * @example relativeHumidity(20, 9.3) // 50
 */
export function relativeHumidity(temperature: number, dewPoint: number): number {
  const magnus = (t: number) => Math.exp((17.625 * t) / (243.04 + t));
  return Math.min(100, (100 * magnus(dewPoint)) / magnus(temperature));
}
