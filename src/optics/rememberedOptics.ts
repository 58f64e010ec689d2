import type { OpticalCell } from './opticalCell.ts';
import { type OpticalSolution, type OpticsOptions, solveOptics } from './solveOptics.ts';

/** Solves the optics of a stack, as `solveOptics` does. */
export type SolveOptics = (
  cell: OpticalCell,
  wavelength: Float64Array,
  temperature: number,
  options?: OpticsOptions,
) => OpticalSolution;

/** Solutions that are kept: a few stacks by a few temperatures. */
const kept = 16;

/**
 * Optics that are solved once for each stack and temperature among the last few: where a sweep moves
 * something else, nothing is solved again. What comes out does not depend on what came before.
 *
 * @returns a function with a memory of its own
 */
export function rememberedOptics(): SolveOptics {
  const known: [readonly unknown[], OpticalSolution][] = [];
  return (...question) => {
    const place = known.findIndex(([asked]) => same(asked, question));
    if (place >= 0) {
      const [entry] = known.splice(place, 1);
      known.unshift(entry!);
      return entry![1];
    }
    const solution = solveOptics(...question);
    known.unshift([question, solution]);
    if (known.length > kept) known.pop();
    return solution;
  };
}

/** Whether two stacks hold the same numbers. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => same(Reflect.get(a, key), Reflect.get(b, key)));
}
