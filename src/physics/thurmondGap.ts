/**
 * Band gap of crystalline silicon after Thurmond, without narrowing.
 *
 * @param temperature lattice temperature, K (0 to 1000)
 * @returns gap, eV
 * @see C. D. Thurmond, J. Electrochem. Soc. 122, 1133 (1975), doi:10.1149/1.2134410
 * @example thurmondGap(300) // 1.1245192
 */
export function thurmondGap(temperature: number): number {
  return 1.17 - (4.73e-4 * temperature ** 2) / (temperature + 636);
}
