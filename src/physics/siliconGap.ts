/**
 * Band gap of crystalline silicon, without narrowing.
 *
 * @param temperature lattice temperature, K (fitted for 2 to 415)
 * @returns gap, eV
 * @see R. Pässler, Phys. Rev. B 66, 085201 (2002), doi:10.1103/PhysRevB.66.085201
 * @example siliconGap(300) // 1.1241624
 */
export function siliconGap(temperature: number): number {
  const theta = 446; // average phonon temperature, K
  const alpha = 3.23e-4; // limiting slope, eV/K
  const delta = 0.51; // dispersion
  const gapAtZero = 1.17; // eV
  const x = (2 * temperature) / theta;
  const d2 = delta * delta;
  const root =
    (1 +
      (Math.PI ** 2 / (3 * (1 + d2))) * x ** 2 +
      ((3 * d2 - 1) / 4) * x ** 3 +
      (8 / 3) * x ** 4 +
      x ** 6) **
    (1 / 6);
  const shift = (1 - 3 * d2) / Math.expm1(theta / temperature) + ((3 * d2) / 2) * (root - 1);
  return gapAtZero - alpha * theta * shift;
}
