import { UsageError } from '../cell/errors.ts';
import type { SweepPlan } from './plan.ts';
import { type Place, type PlanAxis, type PlanNames, placeOf } from './readAxes.ts';

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
export function readLets(plan: SweepPlan, names: PlanNames, axes: readonly PlanAxis[]): LetPlace[] {
  return Object.entries(plan.let).map(([name, written]) => {
    const text = String(written);
    if (axes.some((axis) => axis.name === name)) {
      throw new UsageError(`--let "${name} = ${text}": ${name} is an axis too`);
    }
    const place = placeOf({ ...names, used: new Set([...names.used, name]) }, name, '--let', text);
    if (place.kind === 'field-word') {
      throw new UsageError(
        `--let "${name} = ${text}": ${name} is read anew for each value; vary it instead`,
      );
    }
    if (place.kind === 'cell' || place.kind === 'word') {
      throw new UsageError(`--let "${name} = ${text}": ${name} is a word; vary it instead`);
    }
    return { name, text, place };
  });
}
