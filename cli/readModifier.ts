import {
  type AngleModel,
  angleModifier,
  type IncidenceModifier,
} from '../src/energy/plane/incidenceModifier.ts';
import type { Soiling } from '../src/energy/year/irradianceYear.ts';
import type { AxisKind } from '../src/sweep/axis.ts';
import { byMonth, oneValue } from './oneValue.ts';
import { refuseContradictions } from './refuseContradictions.ts';

export type { AngleModel };

/** Options about what counts of the light. */
export interface ModifierArguments {
  readonly soiling?: string;
  readonly iam?: AngleModel;
  readonly 'iam-coefficient'?: string;
}

const kinds = {
  soiling: { name: '--soiling', unit: '', min: 0, max: 1 },
  coefficient: { name: '--iam-coefficient', unit: '', min: 1e-3, max: 1 },
} satisfies Record<string, AxisKind>;

/**
 * The modifier of an angle model with the coefficient that was given.
 *
 * @returns no modifier for `none`
 * @throws UsageError for a coefficient that is not one of the model
 */
export async function readModifier(
  args: Omit<ModifierArguments, 'iam'>,
  iam: AngleModel,
): Promise<{ readonly modifier?: IncidenceModifier }> {
  refuseContradictions({ ...args, iam }, [
    { options: ['iam-coefficient'], needs: 'iam', values: ['ashrae', 'martin-ruiz'] },
  ]);
  const coefficient = await oneValue(args['iam-coefficient'], kinds.coefficient);
  const modifier = angleModifier(iam, coefficient);
  return modifier === undefined ? {} : { modifier };
}

/**
 * Share of the light that dirt takes.
 *
 * @throws UsageError for anything but one value or twelve
 */
export async function readSoiling({
  soiling,
}: Pick<ModifierArguments, 'soiling'>): Promise<Soiling> {
  return (await byMonth(soiling, kinds.soiling)) ?? 0;
}
