import * as z from 'zod';
import { designKinds, sweepTargets } from './planWords.ts';

const written = z.union([z.string(), z.number()]);
const axisField = z
  .union([written, z.array(written)])
  .describe(
    'Values: a list (60um,90um), a range (from:to:step), lin(from:to:count), log(from:to:count); or a distribution: uniform(low:high), loguniform(low:high), normal(mean:deviation), lognormal(median:factor), triangular(low:mode:high), with a unit behind it.',
  );

/** A sweep as a file or the command line says it: the single truth of what a plan may hold. */
export const sweepPlanSchema = z
  .strictObject({
    schema: z.literal('solarcell.plan/1').describe('Version of this format.').optional(),
    title: z.string().describe('One line for people.').optional(),
    cell: z.string().min(1).describe('Name of a cell, or a cell file.').optional(),
    target: z.enum(sweepTargets).default('simulate').describe('What is calculated at each point.'),
    fidelity: z
      .enum(['detailed', 'lumped'])
      .default('detailed')
      .describe('detailed: the whole stack of layers; lumped: the wafer between two skins.'),
    figures: z
      .array(z.string())
      .min(1)
      .describe('Results to keep; the power at its maximum alone is the fastest.')
      .optional(),
    spectrum: z.string().default('am1.5g').describe('Spectrum, or a file with one.'),
    profile: z
      .string()
      .describe('Light over time for the target energy: a name or a file.')
      .optional(),
    field: z
      .record(z.string().min(1), z.union([z.string(), z.number(), z.boolean()]))
      .describe(
        'A year of weather for the target energy, and how modules stand in it, by the names of the options: site: miami, tilt: 25, bifacial: true.',
      )
      .optional(),
    irradiance: written.default(1000).describe('Where it is not varied. Unit: W/m^2.'),
    temperature: written.default(25).describe('Where it is not varied. Unit: degC.'),
    set: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .default({})
      .describe('Values put into the cell at every point, by path.'),
    vary: z
      .record(z.string().min(1), axisField)
      .default({})
      .describe(
        'Axes, by path of the cell file, irradiance, temperature, cell, or a name for expressions.',
      ),
    linked: z
      .array(z.array(z.string()).min(2))
      .default([])
      .describe('Groups of axes that go together, value by value.'),
    let: z
      .record(z.string().min(1), written)
      .default({})
      .describe('Inputs by expression: wafer.doping: 1e15 cm^-3 * x.'),
    where: z
      .array(z.string().min(1))
      .default([])
      .describe('Conditions on inputs that a point has to meet.'),
    columns: z
      .record(z.string().min(1), z.string().min(1))
      .default({})
      .describe('Further results by expression: loss: 26.81 - efficiency.'),
    design: z.enum(designKinds).default('grid').describe('How points are chosen.'),
    points: z
      .number()
      .int()
      .min(1)
      .max(2 ** 50)
      .describe('Number of points of a sampling design.')
      .optional(),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .default(1)
      .describe('Of a sampling design: the same seed gives the same points.'),
  })
  .describe('A parameter sweep for solarcell.');

/** A plan as checked; plain JSON that workers are sent. */
export type SweepPlan = z.output<typeof sweepPlanSchema>;

/** The schema as JSON Schema (draft 2020-12), for editors and other programs. */
export function sweepPlanJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(sweepPlanSchema, { io: 'input' });
}
