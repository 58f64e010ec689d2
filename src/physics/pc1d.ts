/**
 * PC1D 5.9's models of silicon, as one named set: to compare with that program, not because
 * they are the best known today.
 *
 * @see D. A. Clugston, P. A. Basore, PC1D version 5, 26th IEEE PVSC (1997),
 *   doi:10.1109/PVSC.1997.654065; silicon parameters of the distributed file Si.mat
 */

/** Auger and radiative coefficients. */
export const pc1dAuger = {
  /** Low injection in n-type and p-type, cm^6/s. */
  electron: 2.2e-31,
  hole: 9.9e-32,
  /** High injection, cm^6/s. */
  ambipolar: 1.66e-30,
} as const;

/** cm^3/s. */
export const pc1dRadiative = 9.5e-15;

/**
 * Intrinsic density: the parabola of ln(ni) in 1/T through 4.7e4 (200 K), 1.0e10 (300 K) and
 * 5.6e12 cm^-3 (400 K).
 *
 * @param temperature K, 200 to 400
 * @returns cm^-3
 * @example pc1dIntrinsicDensity(300) // 1e10
 */
export function pc1dIntrinsicDensity(temperature: number): number {
  const points = [
    [1 / 200, Math.log(4.7e4)],
    [1 / 300, Math.log(1e10)],
    [1 / 400, Math.log(5.6e12)],
  ] as const;
  const x = 1 / temperature;
  let sum = 0;
  points.forEach(([xi, yi], i) => {
    let weight = 1;
    points.forEach(([xj], j) => {
      if (j !== i) weight *= (x - xj) / (xi - xj);
    });
    sum += weight * yi;
  });
  return Math.exp(sum);
}

/** Doping above which the gap narrows, cm^-3, and slope, eV per unit of ln(N). */
const narrowingOnset = 1.4e17;
const narrowingSlope = 0.014;

/**
 * Narrowing: the conduction band falls with donors, the valence band rises with acceptors.
 *
 * @param donors cm^-3
 * @param acceptors cm^-3
 * @returns shifts, eV
 */
export function pc1dNarrowing(
  donors: number,
  acceptors: number,
): { conduction: number; valence: number } {
  const shift = (dopants: number) =>
    dopants > narrowingOnset ? narrowingSlope * Math.log(dopants / narrowingOnset) : 0;
  return { conduction: shift(donors), valence: shift(acceptors) };
}

interface Branch {
  readonly min: number;
  readonly reference: number;
  readonly alpha: number;
}
const electrons = {
  max: 1417,
  b2: -2.33,
  majority: { min: 60, reference: 9.64e16, alpha: 0.664 },
  minority: { min: 160, reference: 5.6e16, alpha: 0.647 },
} as const;
const holes = {
  max: 470,
  b2: -2.23,
  majority: { min: 37.4, reference: 2.82e17, alpha: 0.642 },
  minority: { min: 155, reference: 1e17, alpha: 0.9 },
} as const;

/**
 * Mobilities: majority values where the carrier's own dopants prevail, minority values
 * elsewhere.
 *
 * @param donors cm^-3
 * @param acceptors cm^-3
 * @param temperature K
 * @returns cm^2/(V s)
 * @see C. Jacoboni et al., Solid-State Electron. 20, 77 (1977), for the form in T
 */
export function pc1dMobility(
  donors: number,
  acceptors: number,
  temperature: number,
): { electron: number; hole: number } {
  const tn = temperature / 300;
  const dopants = donors + acceptors;
  const at = (max: number, b2: number, k: Branch) => {
    const min = k.min * tn ** -0.57;
    const reference = k.reference * tn ** 2.4;
    return (
      min + ((max - k.min) * tn ** b2) / (1 + (dopants / reference) ** (k.alpha * tn ** -0.146))
    );
  };
  const nType = donors > acceptors;
  return {
    electron: at(electrons.max, electrons.b2, nType ? electrons.majority : electrons.minority),
    hole: at(holes.max, holes.b2, nType ? holes.minority : holes.majority),
  };
}
