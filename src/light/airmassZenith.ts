import { relativeAirmass } from './airmass.ts';

/**
 * Zenith angle of the sun that gives an airmass: the inverse of Kasten and Young's formula.
 *
 * @param airmass relative to the vertical path, 1 to 37
 * @returns apparent zenith, deg, to 1e-10; 0 for airmasses that the formula puts just below 1
 * @throws RangeError outside that
 * @example zenithOfAirmass(1.5) // 48.26
 */
export function zenithOfAirmass(airmass: number): number {
  if (!(airmass >= 1 && airmass <= 37)) {
    throw new RangeError(`airmass ${airmass} is outside 1 to 37`);
  }
  let [low, high] = [0, 90];
  while (high - low > 1e-11) {
    const middle = (low + high) / 2;
    if (relativeAirmass(middle) < airmass) low = middle;
    else high = middle;
  }
  return high < 1e-10 ? 0 : high;
}
