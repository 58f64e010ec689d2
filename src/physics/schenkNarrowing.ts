import { boltzmann } from './constants.ts';

/** Shifts of the two band edges, eV; both make the gap narrower. */
export interface BandShift {
  readonly conduction: number;
  readonly valence: number;
}

/** Excitonic Rydberg energy of silicon, eV, and Bohr radius, cm (Schenk 1998, table I). */
const rydberg = 16.55e-3;
const bohrRadius = 3.719e-7;

/** Coefficients of one band (Schenk 1998, tables II and III). */
interface BandCoefficients {
  readonly alpha: number;
  readonly g: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly h: number;
  readonly j: number;
  readonly k: number;
  readonly q: number;
}
const conduction: BandCoefficients = {
  alpha: 0.5187,
  g: 12,
  b: 8,
  c: 1.3346,
  d: 0.893,
  h: 3.91,
  j: 2.8585,
  k: 0.012,
  q: 0.75,
};
const valence: BandCoefficients = {
  alpha: 0.4813,
  g: 4,
  b: 1,
  c: 1.2365,
  d: 1.153,
  h: 4.2,
  j: 2.9307,
  k: 0.19,
  q: 0.25,
};

/**
 * Band-gap narrowing of silicon by carriers and ionised dopants, full finite-temperature
 * model; belongs together with Fermi-Dirac statistics.
 *
 * @param electrons electron density, cm^-3
 * @param holes hole density, cm^-3
 * @param dopants donors plus acceptors, cm^-3
 * @param temperature lattice temperature, K
 * @returns shift of each band edge, eV
 * @see A. Schenk, J. Appl. Phys. 84, 3684 (1998), doi:10.1063/1.368545
 * @example schenkNarrowing(1e20, 0.93, 1e20, 300) // 61.127 + 29.713 meV
 */
export function schenkNarrowing(
  electrons: number,
  holes: number,
  dopants: number,
  temperature: number,
): BandShift {
  const volume = bohrRadius ** 3;
  const ne = electrons * volume;
  const nh = holes * volume;
  const ni = dopants * volume;
  const t = (boltzmann * temperature) / rydberg;
  return {
    conduction: rydberg * bandShift(conduction, ne, nh, ni, t),
    valence: rydberg * bandShift(valence, ne, nh, ni, t),
  };
}

/** One band's shift in Rydberg: exchange-correlation plus interaction with the ions. */
function bandShift(k: BandCoefficients, ne: number, nh: number, ni: number, t: number): number {
  const sum = ne + nh;
  const np = conduction.alpha * ne + valence.alpha * nh;
  const fourPi3 = (4 * Math.PI) ** 3;
  const exchangeCorrelation =
    (fourPi3 *
      sum ** 2 *
      (((48 * ownCarriers(k, ne, nh)) / (Math.PI * k.g)) ** (1 / 3) +
        k.c * Math.log1p(k.d * np ** (7 / 30))) +
      ((8 * Math.PI * k.alpha) / k.g) * ownCarriers(k, ne, nh) * t ** 2 +
      Math.sqrt(8 * Math.PI * sum) * t ** 2.5) /
    (fourPi3 * sum ** 2 + t ** 3 + k.b * Math.sqrt(sum) * t ** 2 + 40 * sum ** 1.5 * t);
  const u = sum ** 2 / t ** 3;
  const ionic =
    (ni * (1 + u)) /
    (Math.sqrt((t * sum) / (2 * Math.PI)) * (1 + k.h * Math.log1p(Math.sqrt(sum) / t)) +
      k.j * u * np ** 0.75 * (1 + k.k * np ** k.q));
  return exchangeCorrelation + ionic;
}

/** The band's own carriers enter its exchange energy. */
function ownCarriers(k: BandCoefficients, ne: number, nh: number): number {
  return k === conduction ? ne : nh;
}
