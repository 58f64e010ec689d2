import type { SweepPlan } from './plan.ts';
import { prepareFrom, type SourcedSweep } from './prepare.ts';
import { readSource, type SweepLoader } from './readSource.ts';

/**
 * Reads what a plan names and compiles its expressions.
 *
 * @param plan as checked
 * @param loader where files come from
 * @returns the sweep, ready to give rows
 * @throws UsageError or DataError for what the plan asks for and cannot be
 */
export async function prepareWith(plan: SweepPlan, loader: SweepLoader): Promise<SourcedSweep> {
  return prepareFrom(await readSource(plan, loader));
}
