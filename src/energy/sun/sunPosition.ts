import { pressureOfAltitude } from '../../light/airmass.ts';
import { deltaT } from './deltaT.ts';
import { daysSinceJ2000, geocentricSize, sunGeocentric } from './sunGeocentric.ts';

/** A point of the earth. */
export interface SunPlace {
  /** deg, north positive. */
  readonly latitude: number;
  /** deg, east positive. */
  readonly longitude: number;
  /** m above the sea. */
  readonly altitude: number;
}

/** Air and clock of `sunPosition`. */
export interface SunOptions {
  /** Of the air, for the refraction, Pa; the standard atmosphere's at the altitude when left out. */
  readonly pressure?: number;
  /** Of the air, for the refraction, degC; 12 when left out. */
  readonly temperature?: number;
  /**
   * Terrestrial less universal time, s. 67 when left out, right within 25 s from 1970 to 2050, which
   * is 0.0003 deg; `of-year` takes it from `deltaT`, for times far from that.
   */
  readonly deltaT?: number | 'of-year';
}

/** Where the sun stands; one entry for each time. */
export interface SunPosition {
  /** From the vertical, with refraction, deg. */
  readonly apparentZenith: Float64Array;
  /** From the vertical, without refraction, deg. */
  readonly zenith: Float64Array;
  /** Clockwise from north, 0 to 360 deg. */
  readonly azimuth: Float64Array;
  /** Apparent less mean solar time, min. */
  readonly equationOfTime: Float64Array;
  /** From the earth, AU. */
  readonly distance: Float64Array;
}

const radian = Math.PI / 180;
const day = 86_400_000;
/** Refraction is added while any of the disc stands above the horizon: radius and refraction, deg. */
const horizon = -(0.26667 + 0.5667);
/** Days on each side of a time that its slow coordinates are interpolated from. */
const reach = 3;
const nodeSize = geocentricSize;

/**
 * Position of the sun by NREL's Solar Position Algorithm, within 0.0003 deg from the year -2000 to
 * 6000.
 *
 * What moves slowly (right ascension, declination, distance, nutation) is summed once a day and
 * interpolated by a polynomial of degree 5 where the times lie densely; that changes an angle by
 * 2e-8 deg at most and makes a year of hours some 30 times faster. Days are remembered.
 *
 * @param time Unix time, ms; in any order
 * @param place latitude and longitude, deg; altitude, m
 * @param options air and clock
 * @returns angles for each time
 * @throws RangeError for a place that is not on earth or a time outside the years -2000 to 6000
 * @see I. Reda, A. Andreas, Sol. Energy 76, 577 (2004), doi:10.1016/j.solener.2003.12.003;
 *   NREL/TP-560-34302 (revised 2008)
 * @example
 * sunPosition([Date.UTC(2003, 9, 17, 19, 30, 30)],
 *   { latitude: 39.742476, longitude: -105.1786, altitude: 1830.14 },
 *   { pressure: 82000, temperature: 11 }).apparentZenith[0] // 50.11162
 */
export function sunPosition(
  time: ArrayLike<number>,
  place: SunPlace,
  options: SunOptions = {},
): SunPosition {
  checkPlace(place);
  const { pressure = pressureOfAltitude(place.altitude), temperature = 12 } = options;
  const n = time.length;
  const result = {
    apparentZenith: new Float64Array(n),
    zenith: new Float64Array(n),
    azimuth: new Float64Array(n),
    equationOfTime: new Float64Array(n),
    distance: new Float64Array(n),
  };
  const slow = slowCoordinates(time, options.deltaT ?? 67);
  // Place of the observer on the flattened earth (eqs. 34 to 36).
  const latitude = radian * place.latitude;
  const reduced = Math.atan(0.99664719 * Math.tan(latitude));
  const height = place.altitude / 6_378_140;
  const x = Math.cos(reduced) + height * Math.cos(latitude);
  const y = 0.99664719 * Math.sin(reduced) + height * Math.sin(latitude);
  const [sinLat, cosLat] = [Math.sin(latitude), Math.cos(latitude)];
  // Refraction of Bennett's form for this air (eq. 42), deg.
  const air = (((pressure / 101_000) * 283) / (273 + temperature)) * (1.02 / 60);
  for (let i = 0; i < n; i++) {
    const at = i * nodeSize;
    const rightAscension = slow[at]!;
    const declination = slow[at + 1]!;
    const distance = slow[at + 2]!;
    const days = daysSinceJ2000(time[i]!);
    const century = days / 36_525;
    const sidereal =
      280.46061837 +
      360.98564736629 * days +
      century * century * (0.000387933 - century / 38_710_000) +
      slow[at + 3]!;
    const hourAngle = radian * ((sidereal + place.longitude) % 360) - rightAscension;
    // Parallax (eqs. 37 to 40): 4e-5 rad, whose sine it is to 1e-14. Its shift of the hour angle
    // is put in by cosine and sine, which need no angle.
    const sinP = (radian * 8.794) / (3600 * distance);
    const sinH = Math.sin(hourAngle);
    const cosH = Math.cos(hourAngle);
    const across = Math.cos(declination) - x * sinP * cosH;
    const aside = -x * sinP * sinH;
    const length = Math.sqrt(across * across + aside * aside);
    const tanD = (Math.sin(declination) - y * sinP) / length;
    const cosLocal = (cosH * across + sinH * aside) / length;
    const sinLocal = (sinH * across - cosH * aside) / length;
    const cosTopo = 1 / Math.sqrt(1 + tanD * tanD);
    const sine = sinLat * tanD * cosTopo + cosLat * cosTopo * cosLocal;
    const elevation = Math.asin(Math.max(-1, Math.min(1, sine))) / radian;
    const refracted =
      elevation >= horizon ? air / Math.tan(radian * (elevation + 10.3 / (elevation + 5.11))) : 0;
    const fromSouth = Math.atan2(sinLocal, cosLocal * sinLat - tanD * cosLat) / radian;
    result.zenith[i] = 90 - elevation;
    result.apparentZenith[i] = 90 - elevation - refracted;
    result.azimuth[i] = (fromSouth + 540) % 360;
    // Eq. A1, brought to -12 to 12 hours.
    const minutes = 4 * ((slow[at + 4]! - 0.0057183 + slow[at + 3]!) % 360);
    result.equationOfTime[i] = minutes - 1440 * Math.round(minutes / 1440);
    result.distance[i] = distance;
  }
  return result;
}

/** Slow coordinates by ephemeris day: a year asks for the same days again and again. */
const knownDays = new Map<number, Float64Array>();
/** Ten years; beyond, all are forgotten. */
const mostDays = 3660;

function dayOf(ephemerisDay: number): Float64Array {
  const known = knownDays.get(ephemerisDay);
  if (known !== undefined) return known;
  const made = new Float64Array(nodeSize);
  sunGeocentric(ephemerisDay, made, 0);
  knownDays.set(ephemerisDay, made);
  return made;
}

/** Geocentric coordinates of each time; interpolated where that needs fewer sums. */
function slowCoordinates(time: ArrayLike<number>, clock: number | 'of-year'): Float64Array {
  const n = time.length;
  const out = new Float64Array(n * nodeSize);
  const ephemeris = (t: number) =>
    daysSinceJ2000(t) + (clock === 'of-year' ? deltaT(t) : clock) / 86_400;
  // Runs of times between two nodes; those of times in no order are many, and then summed one by one.
  let runs = 0;
  let last = Number.NaN;
  for (let i = 0; i < n; i++) {
    const t = time[i]!;
    if (!(t > earliest && t < latest)) {
      throw new RangeError(`time ${t} ms is outside the years -2000 to 6000`);
    }
    const node = Math.floor(daysSinceJ2000(t));
    if (node !== last) runs++;
    last = node;
  }
  if (n < 2 * reach * runs) {
    for (let i = 0; i < n; i++) sunGeocentric(ephemeris(time[i]!), out, i * nodeSize);
    return out;
  }
  if (knownDays.size > mostDays) knownDays.clear();
  const table = new Float64Array(2 * reach * nodeSize);
  const weight = new Float64Array(2 * reach);
  let tableDay = Number.NaN;
  for (let i = 0; i < n; i++) {
    const exact = ephemeris(time[i]!);
    const first = Math.floor(exact);
    if (first !== tableDay) {
      for (let k = 0; k < 2 * reach; k++) table.set(dayOf(first + k + 1 - reach), k * nodeSize);
      unwind(table);
      tableDay = first;
    }
    lagrange(exact - first, weight);
    for (let j = 0; j < nodeSize; j++) {
      let sum = 0;
      for (let k = 0; k < 2 * reach; k++) sum += weight[k]! * table[k * nodeSize + j]!;
      out[i * nodeSize + j] = sum;
    }
  }
  return out;
}

const earliest = Date.UTC(-2000, 0, 1) - day;
const latest = Date.UTC(6001, 0, 1) + day;

/** Makes the right ascension, and what depends on it, go on steadily from row to row. */
function unwind(table: Float64Array): void {
  for (let k = nodeSize; k < table.length; k += nodeSize) {
    const before = table[k - nodeSize]!;
    table[k] = table[k]! - 2 * Math.PI * Math.round((table[k]! - before) / (2 * Math.PI));
    const last = table[k - nodeSize + 4]!;
    table[k + 4] = table[k + 4]! - 360 * Math.round((table[k + 4]! - last) / 360);
  }
}

/** Weights of the values at -2, -1, 0, 1, 2, 3 for the place x between 0 and 1: Lagrange's. */
function lagrange(x: number, weight: Float64Array): void {
  const a = x + 2;
  const b = x + 1;
  const c = x - 1;
  const d = x - 2;
  const e = x - 3;
  const ab = a * b;
  const de = d * e;
  const bx = b * x;
  weight[0] = (bx * c * de) / -120;
  weight[1] = (a * x * c * de) / 24;
  weight[2] = (ab * c * de) / -12;
  weight[3] = (ab * x * de) / 12;
  weight[4] = (ab * x * c * e) / -24;
  weight[5] = (ab * x * c * d) / 120;
}

function checkPlace({ latitude, longitude, altitude }: SunPlace): void {
  if (!(Math.abs(latitude) <= 90))
    throw new RangeError(`latitude ${latitude} deg is not -90 to 90`);
  if (!(Math.abs(longitude) <= 360)) {
    throw new RangeError(`longitude ${longitude} deg is not -360 to 360`);
  }
  if (!Number.isFinite(altitude)) throw new RangeError(`altitude ${altitude} m is not a number`);
}
