/**
 * Standard time of a place whose own is not known: the zone whose meridian is the nearest.
 *
 * @param longitude deg, east positive; -180 to 360
 * @returns h east of UTC, -12 to 12
 * @example solarZone(-80) // -5
 */
export function solarZone(longitude: number): number {
  const east = longitude > 180 ? longitude - 360 : longitude;
  return Math.round(east / 15);
}
