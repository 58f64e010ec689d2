import * as z from 'zod';
import { nameField } from './cellFields.ts';
import { circuitSchema } from './circuitSchema.ts';
import { filmMaterials } from './filmMaterials.ts';
import { amorphousSiliconSchema } from './layerSchema.ts';
import { sideSchema } from './sideSchema.ts';
import { waferSchema } from './waferSchema.ts';

/** Sources and adjustments carry no physics, but every number of a cell points to them. */
const provenanceFields = {
  sources: z
    .record(nameField, z.string())
    .describe('Where the values come from; the keys are cited beside the values.')
    .default({}),
  adjusted: z
    .array(
      z.strictObject({
        parameter: z.string().describe('Path of the parameter, as for --set.'),
        from: z.union([z.string(), z.number()]).describe('Value before it was adjusted.'),
        why: z.string().describe('Which published figure it was adjusted to.'),
      }),
    )
    .describe('Parameters fitted to meet a measurement.')
    .default([]),
};

/** One cell, built layer by layer: the single truth of what a cell file may hold. */
export const cellSchema = z
  .strictObject({
    schema: z.literal('solarcell.cell/1').describe('Version of this format.'),
    name: nameField.describe('Short name of the cell, as used in results.'),
    title: z.string().describe('One line for people.'),
    technology: z.string().describe('Family of cells: SHJ, TOPCon, PERC, Al-BSF ...'),
    description: z.string().describe('What the cell is and what its values stand for.').default(''),
    ...provenanceFields,
    front: sideSchema.describe(
      'The side the light comes from; layers from the outside to the wafer.',
    ),
    wafer: waferSchema,
    rear: sideSchema.describe('The far side; layers from the wafer to the outside.'),
    circuit: circuitSchema,
  })
  .describe('A solar cell for solarcell.');

/** A cell as parsed: every number in the unit its schema field names. */
export type CellDescription = z.output<typeof cellSchema>;
/** Front or rear of a cell. */
export type CellSide = z.output<typeof sideSchema>;
/** The electrode end of a side. */
export type CellContact = CellSide['contact'];
/** The wafer with its diffusions. */
export type CellWafer = z.output<typeof waferSchema>;
/** A diffused region of the wafer. */
export type CellDiffusion = CellWafer['diffusions'][number];
/** Resistances, second diode and shading. */
export type CellCircuit = z.output<typeof circuitSchema>;
export type {
  AmorphousSiliconLayer,
  CoatingLayer,
  CrystallineSiliconLayer,
  Layer,
} from './layerSchema.ts';

/** The schema as JSON Schema (draft 2020-12), for editors and other programs. */
export function cellJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(cellSchema, {
    io: 'input',
    // A film that names its material has its fields from there.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== amorphousSiliconSchema) return;
      const given = Object.keys(filmMaterials['a-si-h-i'].fields);
      const required = jsonSchema.required ?? [];
      jsonSchema.required = required.filter((name) => !given.includes(name));
      jsonSchema.anyOf = [{ required: ['material'] }, { required }];
    },
  });
}
