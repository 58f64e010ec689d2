import type { Cell } from '../cell/cell.ts';
import { UsageError } from '../cell/errors.ts';
import { namesUsed } from './expression/namesUsed.ts';
import type { SweepPlan } from './plan.ts';
import { type Place, type PlanAxis, placeOf } from './readAxes.ts';

/** An input that an expression sets. */
export interface LetPlace {
  readonly name: string;
  readonly text: string;
  readonly place: Place;
}

/**
 * What the names on the left of a plan's expressions stand for.
 *
 * @throws UsageError for a name that is an axis too, or that takes a word
 */
export function readLets(plan: SweepPlan, cell: Cell, axes: readonly PlanAxis[]): LetPlace[] {
  return Object.entries(plan.let).map(([name, written]) => {
    const text = String(written);
    if (axes.some((axis) => axis.name === name)) {
      throw new UsageError(`--let "${name} = ${text}": ${name} is an axis too`);
    }
    const place = placeOf(cell, name, '--let', text, new Set([...namesUsed(plan), name]));
    if (place.kind === 'cell' || place.kind === 'word') {
      throw new UsageError(`--let "${name} = ${text}": ${name} is a word; vary it instead`);
    }
    return { name, text, place };
  });
}
