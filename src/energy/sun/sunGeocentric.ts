import { distanceTerms, latitudeTerms, longitudeTerms, nutationTerms } from './spaTerms.ts';

/** Number of values that `sunGeocentric` writes. */
export const geocentricSize = 5;

const radian = Math.PI / 180;
/** Epoch J2000.0 as Unix time, ms, and the length of a day, ms. */
const j2000 = Date.UTC(2000, 0, 1, 12);
const day = 86_400_000;

/**
 * Days since J2000.0.
 *
 * @param time Unix time, ms; the count of days is the same before 1582 (proleptic calendar)
 */
export function daysSinceJ2000(time: number): number {
  return (time - j2000) / day;
}

function polynomialSeries(series: readonly Float64Array[], t: number): number {
  let sum = 0;
  let power = 1;
  for (const terms of series) {
    let part = 0;
    for (let i = 0; i < terms.length; i += 3) {
      part += terms[i]! * Math.cos(terms[i + 1]! + terms[i + 2]! * t);
    }
    sum += part * power;
    power *= t;
  }
  return sum / 1e8;
}

/**
 * Where the sun stands as seen from the middle of the earth: what moves slowly, within days.
 *
 * @param days ephemeris days since J2000.0
 * @param out five values from `at`: right ascension (rad), declination (rad), distance (AU),
 *   nutation in longitude times the cosine of the obliquity (deg), and the sun's mean longitude
 *   less its right ascension (deg, for the equation of time)
 * @see NREL/TP-560-34302, section 3.2 to 3.10 and A.1; equation numbers there
 */
export function sunGeocentric(days: number, out: Float64Array, at: number): void {
  const century = days / 36_525;
  const millennium = century / 10;
  const longitude = polynomialSeries(longitudeTerms, millennium) + Math.PI;
  const latitude = -polynomialSeries(latitudeTerms, millennium);
  const distance = polynomialSeries(distanceTerms, millennium);

  // Mean elongation and anomalies of the moon and sun (eqs. 15 to 19), deg.
  const c2 = century * century;
  const c3 = c2 * century;
  const elongation = 297.85036 + 445_267.11148 * century - 0.0019142 * c2 + c3 / 189_474;
  const anomalySun = 357.52772 + 35_999.05034 * century - 0.0001603 * c2 - c3 / 300_000;
  const anomalyMoon = 134.96298 + 477_198.867398 * century + 0.0086972 * c2 + c3 / 56_250;
  const argumentMoon = 93.27191 + 483_202.017538 * century - 0.0036825 * c2 + c3 / 327_270;
  const nodeMoon = 125.04452 - 1934.136261 * century + 0.0020708 * c2 + c3 / 450_000;
  let inLongitude = 0;
  let inObliquity = 0;
  const terms = nutationTerms;
  for (let i = 0; i < terms.length; i += 9) {
    const angle =
      radian *
      (terms[i]! * elongation +
        terms[i + 1]! * anomalySun +
        terms[i + 2]! * anomalyMoon +
        terms[i + 3]! * argumentMoon +
        terms[i + 4]! * nodeMoon);
    inLongitude += (terms[i + 5]! + terms[i + 6]! * century) * Math.sin(angle);
    inObliquity += (terms[i + 7]! + terms[i + 8]! * century) * Math.cos(angle);
  }
  const nutation = inLongitude / 36e6;
  const obliquity = radian * (meanObliquity(millennium / 10) / 3600 + inObliquity / 36e6);

  // Aberration (eq. 26), then ecliptic to equatorial (eqs. 27, 30, 31).
  const aberration = -20.4898 / (3600 * distance);
  const apparent = longitude + radian * (nutation + aberration);
  const [cosE, sinE] = [Math.cos(obliquity), Math.sin(obliquity)];
  const sinL = Math.sin(apparent);
  const rightAscension = Math.atan2(sinL * cosE - Math.tan(latitude) * sinE, Math.cos(apparent));
  out[at] = rightAscension;
  out[at + 1] = Math.asin(Math.sin(latitude) * cosE + Math.cos(latitude) * sinE * sinL);
  out[at + 2] = distance;
  out[at + 3] = nutation * cosE;
  out[at + 4] = sunMeanLongitude(millennium) - rightAscension / radian;
}

/** Mean obliquity of the ecliptic (eq. 24), arc seconds; u in 10,000 Julian years. */
function meanObliquity(u: number): number {
  const high = -39.05 + u * (7.12 + u * (27.87 + u * (5.79 + u * 2.45)));
  const low = 1999.25 + u * (-51.38 + u * (-249.67 + u * high));
  return 84_381.448 + u * (-4680.93 + u * (-1.55 + u * low));
}

/** Mean longitude of the sun (eq. A2), deg. */
function sunMeanLongitude(t: number): number {
  const high = 1 / 49_931 + t * (-1 / 15_300 - t / 2_000_000);
  return 280.4664567 + t * (360_007.6982779 + t * (0.03032028 + t * high));
}
