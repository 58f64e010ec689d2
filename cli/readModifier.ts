import {
  type AngleModel,
  angleModifier,
  type IncidenceModifier,
} from '../src/energy/plane/incidenceModifier.ts';
import type { Soiling } from '../src/energy/year/irradianceYear.ts';
import { byMonth, numberKind, oneValue } from './oneValue.ts';
import { refuseContradictions } from './refuseContradictions.ts';

export type { AngleModel };

/** Options about what counts of the light. */
export interface ModifierArguments {
  readonly soiling?: string;
  readonly iam?: AngleModel;
  readonly 'iam-coefficient'?: string;
}

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
  const coefficient = await oneValue(args['iam-coefficient'], numberKind('iam-coefficient'));
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
  return (await byMonth(soiling, numberKind('soiling'))) ?? 0;
}
