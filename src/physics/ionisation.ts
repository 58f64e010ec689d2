import { boltzmann } from './constants.ts';

/** Whether every dopant has given its carrier away. */
export const ionisationModels = {
  complete: { reference: 'dopants that hold carriers are left out' },
  altermatt2006: {
    reference:
      'phosphorus and boron hold some of their carriers from 1e16 to 1e19 cm-3: P. P. Altermatt et al., J. Appl. Phys. 100, 113715 (2006), doi:10.1063/1.2386935',
  },
} as const;

/** A dopant's level and band (Altermatt 2006, table I). */
interface Dopant {
  /** Depth of a lone dopant below its band, eV. */
  readonly energy: number;
  /** Density at which the depth is halved, cm^-3, and exponent. */
  readonly reference: number;
  readonly c: number;
  /** Density at which half the states have no bound electron any more, cm^-3, and exponent. */
  readonly boundReference: number;
  readonly d: number;
  /** Degeneracy of the level. */
  readonly g: number;
}

/** Donors are phosphorus, acceptors boron. */
const dopants = {
  donors: { energy: 45.5e-3, reference: 3e18, c: 2, boundReference: 6e18, d: 2.3, g: 1 / 2 },
  acceptors: {
    energy: 44.39e-3,
    reference: 1.7e18,
    c: 1.4,
    boundReference: 6e18,
    d: 2.4,
    g: 1 / 4,
  },
} as const satisfies Record<string, Dopant>;

/** Dopants of one kind, as many as can hold a carrier. */
export interface BoundDopants {
  /** b N, cm^-3. */
  readonly density: number;
  /** Density of carriers at which half of them hold one, g n1, cm^-3. */
  readonly half: number;
}

/**
 * Dopants that can hold a carrier: of N dopants b N n/(n + g n1) are neutral among n carriers.
 *
 * @param kind donors (phosphorus) or acceptors (boron)
 * @param density of the dopants, cm^-3
 * @param states effective density of states of their band, cm^-3
 * @param temperature lattice temperature, K
 * @returns how many, and the density of carriers at which half of them do
 * @see P. P. Altermatt, A. Schenk, B. Schmithuesen, G. Heiser, J. Appl. Phys. 100, 113715 (2006),
 *   doi:10.1063/1.2386935
 * @example boundDopants('donors', 1e18, 2.8567e19, 300).density // 9.84e17
 */
export function boundDopants(
  kind: 'donors' | 'acceptors',
  density: number,
  states: number,
  temperature: number,
): BoundDopants {
  const { energy, reference, c, boundReference, d, g } = dopants[kind];
  const depth = energy / (1 + (density / reference) ** c);
  return {
    density: density / (1 + (density / boundReference) ** d),
    half: g * states * Math.exp(-depth / (boltzmann * temperature)),
  };
}

/**
 * Dopants that are neutral among carriers, cm^-3.
 *
 * @param bound from `boundDopants`
 * @param carriers of their band, cm^-3
 */
export function neutralDopants({ density, half }: BoundDopants, carriers: number): number {
  return density === 0 ? 0 : (density * carriers) / (carriers + half);
}

/** Doping with the dopants that can hold carriers. */
export interface PartlyIonised {
  readonly donors: number;
  readonly acceptors: number;
  readonly boundDonors: BoundDopants;
  readonly boundAcceptors: BoundDopants;
}

/**
 * Electrons of neutral silicon in equilibrium whose dopants hold some of their carriers.
 *
 * @param doping donors and acceptors, cm^-3, with those that can hold carriers
 * @param ni intrinsic density, cm^-3
 * @returns electron density, cm^-3; that of holes is ni^2 over it
 */
export function neutralElectrons(doping: PartlyIonised, ni: number): number {
  const { donors, acceptors, boundDonors, boundAcceptors } = doping;
  const charge = (n: number) => {
    const p = (ni * ni) / n;
    const positive = p + donors - neutralDopants(boundDonors, n);
    return positive - n - acceptors + neutralDopants(boundAcceptors, p);
  };
  // The charge falls with n, which lies between the two that complete ionisation has.
  let low = Math.log(ni * ni) - Math.log(acceptors + ni) - 1;
  let high = Math.log(donors + ni) + 1;
  for (let k = 0; k < 70; k++) {
    const middle = (low + high) / 2;
    if (charge(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
