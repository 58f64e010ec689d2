import * as fc from 'fast-check';
import type { OpticalConstants } from '../../src/optics/opticalConstants.ts';
import type { StackArrays } from '../../src/optics/transferMatrix.ts';

/** A material of one index at all wavelengths. */
export const fixed = (name: string, n: number, k: number): OpticalConstants => ({
  name,
  wavelength: Float64Array.of(100, 5000),
  n: Float64Array.of(n, n),
  k: Float64Array.of(k, k),
});

/** Films [n, k, nm] on a substrate [n, k]. */
export function stackOf(
  films: readonly [number, number, number][],
  substrate: [number, number],
): StackArrays {
  return {
    films: films.length,
    n: Float64Array.from([...films.map(([n]) => n), substrate[0]]),
    k: Float64Array.from([...films.map(([, k]) => k), substrate[1]]),
    thickness: Float64Array.from(films, ([, , d]) => d),
  };
}

/** Any film: n, k, nm. */
export const film = fc.tuple(
  fc.double({ min: 0.05, max: 6, noNaN: true }),
  fc.oneof(
    fc.constant(0),
    fc.double({ min: -6, max: 1, noNaN: true }).map((e) => 10 ** e),
  ),
  fc.double({ min: 0, max: 5, noNaN: true }).map((e) => 10 ** e - 1),
);
