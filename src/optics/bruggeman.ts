/** One phase of a mixture. */
export interface Phase {
  /** Share of the volume; the shares of a mixture add up to 1. */
  readonly share: number;
  /** Permittivity n + ik squared: real and imaginary part, the latter not negative. */
  readonly permittivity: readonly [number, number];
}

/** Change of an iterate, relative, at which it is as good as doubles give it. */
const settled = 1e-15;
const mostIterations = 500;

/**
 * Permittivity of a fine mixture of grains, each phase treated alike (Bruggeman):
 * sum f_j (e_j - e) / (e_j + 2 e) = 0.
 *
 * Solved as e = sum f_j e_j w_j / sum f_j w_j with w_j = 1 / (e_j + 2 e), from the mean of the
 * phases on: the start lies among the phases, and so does the root that waves of falling
 * amplitude belong to. For grains far smaller than the wavelength.
 *
 * @param phases shares and permittivities, convention exp(-i omega t)
 * @returns real and imaginary part
 * @throws RangeError when the iteration does not settle, as between a metal and a dielectric
 *   at resonance without any loss
 * @see D. A. G. Bruggeman, Ann. Phys. 416, 636 (1935), doi:10.1002/andp.19354160705
 * @example bruggeman([{ share: 0.5, permittivity: [1, 0] }, { share: 0.5, permittivity: [4, 0] }])
 *   // [2.1711646, 0]
 */
export function bruggeman(phases: readonly Phase[]): readonly [number, number] {
  let re = 0;
  let im = 0;
  for (const { share, permittivity } of phases) {
    re += share * permittivity[0];
    im += share * permittivity[1];
  }
  for (let k = 0; k < mostIterations; k++) {
    let [topRe, topIm, lowRe, lowIm] = [0, 0, 0, 0];
    for (const { share, permittivity } of phases) {
      const [a, b] = permittivity;
      const c = a + 2 * re;
      const d = b + 2 * im;
      const scale = share / (c * c + d * d);
      topRe += scale * (a * c + b * d);
      topIm += scale * (b * c - a * d);
      lowRe += scale * c;
      lowIm -= scale * d;
    }
    const size = lowRe * lowRe + lowIm * lowIm;
    const nextRe = (topRe * lowRe + topIm * lowIm) / size;
    const nextIm = (topIm * lowRe - topRe * lowIm) / size;
    const change = Math.hypot(nextRe - re, nextIm - im);
    re = nextRe;
    im = nextIm;
    // Rounding may keep the last bit swinging.
    if (change <= 8 * settled * Math.hypot(re, im)) return [re, im];
  }
  throw new RangeError('the effective medium of these phases does not settle');
}
