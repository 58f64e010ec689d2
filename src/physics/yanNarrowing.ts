import type { BandShift } from './schenkNarrowing.ts';

/** Of the law for Boltzmann's statistics: eV per unit of ln(N), and doping below which there is none. */
const apparentPhosphorus = 12.96e-3;
const apparentBoron = 15.43e-3;
const apparentOnset = 1e17;

/** Doping below which there is none, cm^-3, and eV per ln^3 for phosphorus and boron. */
const onset = 1e14;
const phosphorus = 4.2e-5;
const boron = 4.72e-5;

/**
 * Empirical band-gap narrowing of heavily doped silicon, for use with Fermi-Dirac statistics:
 * A ln(N/1e14)^3, drawn from measured recombination currents; the split between the bands is
 * not measured and taken as even.
 *
 * @param donors cm^-3
 * @param acceptors cm^-3
 * @returns shift of each band edge, eV
 * @see D. Yan, A. Cuevas, J. Appl. Phys. 114, 044508 (2013), doi:10.1063/1.4816694, and
 *   116, 194505 (2014), doi:10.1063/1.4902066
 * @example yanNarrowing(1e20, 0) // 110.75 meV in all
 */
export function yanNarrowing(donors: number, acceptors: number): BandShift {
  const dopants = donors + acceptors;
  if (dopants <= onset) return { conduction: 0, valence: 0 };
  const slope = donors >= acceptors ? phosphorus : boron;
  const half = (slope * Math.log(dopants / onset) ** 3) / 2;
  return { conduction: half, valence: half };
}

/**
 * The same measurements as an apparent narrowing: degeneracy is part of it, so that it goes with
 * Boltzmann statistics alone.
 *
 * @param donors cm^-3
 * @param acceptors cm^-3
 * @returns shift of each band edge, eV
 * @see D. Yan, A. Cuevas, J. Appl. Phys. 114, 044508 (2013), doi:10.1063/1.4816694, and
 *   116, 194505 (2014), doi:10.1063/1.4902066
 * @example apparentYanNarrowing(1e20, 0) // 89.52 meV in all
 */
export function apparentYanNarrowing(donors: number, acceptors: number): BandShift {
  const dopants = donors + acceptors;
  if (dopants <= apparentOnset) return { conduction: 0, valence: 0 };
  const slope = donors >= acceptors ? apparentPhosphorus : apparentBoron;
  const half = (slope * Math.log(dopants / apparentOnset)) / 2;
  return { conduction: half, valence: half };
}
