import { rememberedFaces } from './faceMemory.ts';
import type { OpticalCell } from './opticalCell.ts';
import { sameNumbers } from './sameNumbers.ts';
import { type OpticalSolution, type OpticsOptions, solveWithFaces } from './solveOptics.ts';

/** Solves the optics of a stack, as `solveOptics` does. */
export type SolveOptics = (
  cell: OpticalCell,
  wavelength: Float64Array,
  temperature: number,
  options?: OpticsOptions,
) => OpticalSolution;

/** Solutions that are kept: a few stacks by some temperatures, some ten kilobytes each. */
const kept = 64;

/**
 * Optics that are solved once for each stack and temperature among the last few: where a sweep moves
 * something else, nothing is solved again, and where it moves one face, not the other. What comes out
 * does not depend on what came before.
 *
 * @returns a function with a memory of its own
 */
export function rememberedOptics(): SolveOptics {
  const known: [readonly unknown[], OpticalSolution][] = [];
  const insideFaces = rememberedFaces();
  return (...question) => {
    const place = known.findIndex(([asked]) => sameNumbers(asked, question));
    if (place >= 0) {
      const [entry] = known.splice(place, 1);
      known.unshift(entry!);
      return entry![1];
    }
    const solution = solveWithFaces(insideFaces, ...question);
    known.unshift([question, solution]);
    if (known.length > kept) known.pop();
    return solution;
  };
}
