import { rememberedFaces } from './faceMemory.ts';
import type { OpticalCell } from './opticalCell.ts';
import { rememberedLast } from './rememberedLast.ts';
import { type OpticalSolution, type OpticsOptions, solveWithFaces } from './solveOptics.ts';

/** Solves the optics of a stack, as `solveOptics` does. */
export type SolveOptics = (
  cell: OpticalCell,
  wavelength: Float64Array,
  temperature: number,
  options?: OpticsOptions,
) => OpticalSolution;

/** Solutions that are kept, some ten kilobytes each: those of a sweep's inner axes. */
const kept = 256;

type Question = Required<Parameters<SolveOptics>>;

/** What counts where nothing is said, so that it is found whether said or not. */
const usual: OpticsOptions = { side: 'front', angle: 0 };

/**
 * Optics that are solved once for each stack and temperature among the last ones: where a sweep moves
 * something else, nothing is solved again, and where it moves one face, not the other. What comes out
 * does not depend on what came before.
 *
 * @returns a function with a memory of its own
 */
export function rememberedOptics(): SolveOptics {
  const insideFaces = rememberedFaces();
  const solve = rememberedLast(kept, stackKey, (question: Question) =>
    solveWithFaces(insideFaces, ...question),
  );
  return (cell, wavelength, temperature, options) =>
    solve([cell, wavelength, temperature, { ...usual, ...options }]);
}

/** What differs between most stacks of a sweep. */
function stackKey([{ front, wafer, rear }, , temperature]: Question): string {
  const films = [...front.films, ...rear.films].map(({ thickness }) => thickness);
  const { electrons, holes } = wafer.carriers ?? {};
  return [temperature, wafer.thickness, electrons, holes, ...films].join(' ');
}
