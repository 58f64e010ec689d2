/**
 * Fermi-Dirac integral of order 1/2, normalised so that F(eta) tends to exp(eta) for
 * small eta.
 *
 * @param eta Fermi level above the band edge, in kT (any finite value)
 * @returns F(eta); relative error below 0.4 %
 * @see D. Bednarczyk, J. Bednarczyk, Phys. Lett. A 64, 409 (1978),
 *   doi:10.1016/0375-9601(78)90283-9
 * @example fermiDiracHalf(0) // 0.76537 (exact 0.76515)
 */
export function fermiDiracHalf(eta: number): number {
  const v = eta ** 4 + 50 + 33.6 * eta * (1 - 0.68 * Math.exp(-0.17 * (eta + 1) ** 2));
  return 1 / (Math.exp(-eta) + 0.75 * Math.sqrt(Math.PI) * v ** -0.375);
}

/**
 * Factor by which degeneracy lowers a carrier density against Boltzmann's at the same
 * Fermi level: gamma = F(eta) exp(-eta), with eta found from the density.
 *
 * @param density carrier density, cm^-3
 * @param states effective density of states of its band, cm^-3
 * @returns gamma, between 0 and 1; 1 for a density far below the states
 * @example degeneracyFactor(2.8567e19, 2.8567e19) // 0.74
 */
export function degeneracyFactor(density: number, states: number): number {
  const u = density / states;
  // Below this the factor differs from 1 by less than 1e-6 (u / 2^1.5), and the
  // approximation of F itself is no longer better than that.
  if (u < 3e-6) return 1;
  let low = Math.log(u);
  let high = Math.max(low + 1, 3 * u ** (2 / 3) + 5);
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (fermiDiracHalf(middle) < u) low = middle;
    else high = middle;
  }
  return Math.min(1, u * Math.exp(-(low + high) / 2));
}
