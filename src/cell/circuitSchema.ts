import * as z from 'zod';
import { j0Field } from './cellFields.ts';
import { edgeIdeality } from './edgeIdeality.ts';
import { quantityField, shareField } from './quantityField.ts';

/** Fingers and busbars of the front; what they give is added to the two numbers of the circuit. */
const gridSchema = z
  .strictObject({
    finger_spacing: quantityField({
      unit: 'mm',
      min: 0.05,
      max: 20,
      meaning: 'Distance from finger to finger',
    }),
    finger_width: quantityField({ unit: 'um', min: 1, max: 1000, meaning: 'Width of a finger' }),
    finger_height: quantityField({ unit: 'um', min: 0.1, max: 500, meaning: 'Height of a finger' }),
    finger_resistivity: quantityField({
      unit: 'ohm cm',
      min: 0,
      max: 1e-3,
      meaning: 'Resistivity of the metal of the fingers',
    }),
    contact_resistivity: quantityField({
      unit: 'ohm cm^2',
      min: 0,
      max: 1,
      meaning: 'Between finger and the layer below',
    }),
    sheet_resistance: quantityField({
      unit: 'ohm',
      min: 0,
      max: 1e5,
      meaning: 'Of the layer between the fingers: emitter, or electrode with the wafer in parallel',
    }),
    busbar_spacing: quantityField({
      unit: 'mm',
      min: 1,
      max: 500,
      meaning: 'Distance from busbar (or wire) to busbar: fingers are fed from both ends of it',
    }),
    busbar_width: quantityField({
      unit: 'mm',
      min: 0,
      max: 10,
      meaning: 'Width that a busbar or wire takes from the light',
    }).default(0),
  })
  .refine((grid) => grid.finger_width * 1e-3 < grid.finger_spacing, {
    error: 'is wider than the fingers are apart',
    path: ['finger_width'],
  })
  .refine((grid) => grid.busbar_width < grid.busbar_spacing, {
    error: 'is wider than the busbars are apart',
    path: ['busbar_width'],
  })
  .describe(
    'Metal grid of the front. Its resistance and shading are added to `series_resistance` and `shading`, which then hold what is beside it.',
  );

/** Resistances, diodes and shading around the device. */
export const circuitSchema = z
  .strictObject({
    series_resistance: quantityField({
      unit: 'ohm cm^2',
      min: 0,
      max: 100,
      meaning: 'Resistance of grid, contacts and sheets, outside the one-dimensional device',
    }),
    shunt_resistance: quantityField({
      unit: 'ohm cm^2',
      min: 1,
      max: 1e12,
      meaning: 'Resistance in parallel with the device',
    }),
    second_diode: z
      .strictObject({
        saturation_current: j0Field('Saturation current density'),
        ideality: quantityField({ unit: '', min: 0.5, max: 10, meaning: 'Ideality factor' }),
      })
      .describe('Diode in parallel with the device: edges, junction defects.')
      .optional(),
    shading: shareField('Share of the area under fingers and busbars'),
    grid: gridSchema.optional(),
    area: quantityField({
      unit: 'cm^2',
      min: 1e-4,
      max: 1e4,
      meaning: 'Area of the cell, for its current and power, and for its edge',
    }).optional(),
    edge: z
      .strictObject({
        perimeter: quantityField({
          unit: 'cm',
          min: 0.01,
          max: 1e3,
          meaning: 'Length of the edge where the junction is exposed',
        }),
        saturation_current: quantityField({
          unit: 'A/cm',
          min: 0,
          max: 1e-5,
          meaning: 'Of a diode of ideality 2, for each length of the edge',
        }),
      })
      .describe('Recombination where the junction meets the edge; needs `area`.')
      .optional(),
  })
  .refine(({ edge, area }) => edge === undefined || area !== undefined, {
    error: 'is needed by edge',
    path: ['area'],
  })
  .refine(
    ({ edge, second_diode }) =>
      edge === undefined || second_diode === undefined || second_diode.ideality === edgeIdeality,
    { error: 'is 2 beside an edge', path: ['second_diode', 'ideality'] },
  )
  .describe('What surrounds the device.');
