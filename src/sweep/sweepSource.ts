import type { Profile } from '../energy/profile.ts';
import type { Spectrum } from '../light/spectrum.ts';
import type { VariantReading } from './cellVariants.ts';
import type { SweepPlan } from './plan.ts';
import type { PlanAxis } from './readAxes.ts';
import type { FieldReading } from './readFields.ts';
import type { LetPlace } from './readLets.ts';

/**
 * A plan with all that it names, read: plain data, so that it is read once and handed to as many
 * threads as there are.
 */
export interface SweepSource {
  readonly plan: SweepPlan;
  /** Of the program. */
  readonly version: string;
  /** Of everything that decides the rows. */
  readonly hash: string;
  readonly spectrum: Spectrum;
  readonly profile?: Profile;
  /** Fields by {@link variantKey} of what is read anew for them, for a plan with a year of weather. */
  readonly fields?: ReadonlyMap<string, FieldReading>;
  /** Name of the first cell. */
  readonly cell: string;
  readonly axes: readonly PlanAxis[];
  readonly lets: readonly LetPlace[];
  /** The cells that the words of the plan make, by {@link variantKey}. */
  readonly variants: ReadonlyMap<string, VariantReading>;
  /** Where the conditions stand while they do not move. */
  readonly conditions: { readonly irradiance: number; readonly temperature: number };
}
