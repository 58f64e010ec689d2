import type { Mobility } from './klaassenMobility.ts';

/**
 * Mobility of silicon by doping and temperature, majority carriers.
 *
 * @param dopants donors plus acceptors, cm^-3
 * @param temperature K (200 to 500)
 * @returns cm^2/(V s)
 * @see N. D. Arora, J. R. Hauser, D. J. Roulston, IEEE Trans. Electron Devices 29, 292 (1982),
 *   doi:10.1109/T-ED.1982.20698
 * @example aroraMobility(1e16, 300).electron // 1217.6
 */
export function aroraMobility(dopants: number, temperature: number): Mobility {
  const tn = temperature / 300;
  const exponent = 0.88 * tn ** -0.146;
  const share = (reference: number) => 1 + (dopants / (reference * tn ** 2.4)) ** exponent;
  return {
    electron: 88 * tn ** -0.57 + (1252 * tn ** -2.33) / share(1.25e17),
    hole: 54.3 * tn ** -0.57 + (407 * tn ** -2.23) / share(2.35e17),
  };
}

/**
 * Mobility of silicon by doping (arsenic for electrons, boron for holes), majority carriers, at
 * 300 K; other temperatures follow the lattice's T^-2.285 and T^-2.247 of Klaassen.
 *
 * @param dopants donors plus acceptors, cm^-3
 * @param temperature K
 * @returns cm^2/(V s)
 * @see G. Masetti, M. Severi, S. Solmi, IEEE Trans. Electron Devices 30, 764 (1983),
 *   doi:10.1109/T-ED.1983.21207
 * @example masettiMobility(1e18, 300).electron // 283.8
 */
export function masettiMobility(dopants: number, temperature: number): Mobility {
  const tn = temperature / 300;
  const n = Math.max(dopants, 1);
  return {
    electron:
      tn ** -2.285 *
      (52.2 + 1364.8 / (1 + (n / 9.68e16) ** 0.68) - 43.4 / (1 + (3.43e20 / n) ** 2)),
    hole:
      tn ** -2.247 *
      (44.9 * Math.exp(-9.23e16 / n) +
        470.5 / (1 + (n / 2.23e17) ** 0.719) -
        29 / (1 + (6.1e20 / n) ** 2)),
  };
}
