import * as z from 'zod';
import { j0Field, namedList, opticsField, velocityField } from './cellFields.ts';
import { layerSchema } from './layerSchema.ts';
import { quantityField, shareField } from './quantityField.ts';

const contactSchema = z
  .strictObject({
    model: z
      .enum(['pinned', 'neutral', 'schottky', 'tunnel'])
      .describe(
        'pinned: equilibrium densities of an ohmic contact; neutral: charge-neutral surface, majority level tied to the contact; schottky: a metal or electrode with a work function; tunnel: the same, its barrier thinned by thermionic field emission through the doped layer.',
      ),
    work_function: quantityField({
      unit: 'eV',
      min: 2,
      max: 8,
      meaning: 'Work function of the electrode; models schottky and tunnel only',
    }).optional(),
    tunnel_mass: quantityField({
      unit: '',
      min: 0.01,
      max: 2,
      meaning: 'Mass of tunnelling, in masses of a free electron; model tunnel only, 0.1 there',
    }).optional(),
    resistivity: quantityField({
      unit: 'ohm cm^2',
      min: 0,
      max: 100,
      meaning: 'Contact resistivity, in series with the device',
    }).default(0),
    electron_velocity: velocityField('Surface recombination velocity of electrons at the contact'),
    hole_velocity: velocityField('Surface recombination velocity of holes at the contact'),
    j0: j0Field(
      'Extra recombination current density, averaged over the area; model neutral only',
    ).optional(),
  })
  .refine(
    ({ model, work_function }) =>
      (model === 'schottky' || model === 'tunnel') === (work_function !== undefined),
    {
      error: 'belongs to the models schottky and tunnel, which need it',
      path: ['work_function'],
    },
  )
  .refine(({ model, tunnel_mass }) => tunnel_mass === undefined || model === 'tunnel', {
    error: 'belongs to the tunnel model',
    path: ['tunnel_mass'],
  })
  .describe('Where the device meets its electrode.');

const fingersSchema = z
  .strictObject({
    optics: opticsField,
    share: shareField('Share of the area under them, in place of their geometry').optional(),
    spacing: quantityField({
      unit: 'mm',
      min: 0.05,
      max: 20,
      meaning: 'Distance from finger to finger',
    }).optional(),
    width: quantityField({
      unit: 'um',
      min: 1,
      max: 1e4,
      meaning: 'Width of a finger',
    }).optional(),
    busbar_spacing: quantityField({
      unit: 'mm',
      min: 1,
      max: 500,
      meaning: 'Distance from busbar to busbar',
    }).optional(),
    busbar_width: quantityField({
      unit: 'mm',
      min: 0,
      max: 50,
      meaning: 'Width of a busbar; none when left out',
    }).optional(),
  })
  .superRefine((fingers, context) => {
    const { share, spacing, width, busbar_spacing, busbar_width } = fingers;
    const refuse = (key: string, message: string) =>
      context.addIssue({ code: 'custom', path: [key], message });
    if (share === undefined && (spacing === undefined || width === undefined)) {
      refuse(spacing === undefined ? 'spacing' : 'width', 'is needed where no share is stated');
      return;
    }
    if (spacing !== undefined && width !== undefined && width * 1e-3 >= spacing) {
      refuse('width', 'is wider than the fingers are apart');
    }
    if (busbar_width !== undefined && busbar_spacing === undefined) {
      refuse('busbar_spacing', 'is needed by busbar_width');
    } else if (busbar_width !== undefined && busbar_width >= busbar_spacing!) {
      refuse('busbar_width', 'is wider than the busbars are apart');
    }
  })
  .describe(
    'Metal on part of the face, by geometry or by share: light inside meets it in place of the medium outside; behind it shades light that comes from there.',
  );

/** Front or rear: texture, metal, films and contact. */
export const sideSchema = z
  .strictObject({
    texture: z
      .enum(['planar', 'random-pyramids', 'regular-pyramids', 'inverted-pyramids'])
      .describe('Shape of the wafer surface.'),
    facets: z
      .strictObject({
        spread: quantityField({
          unit: 'deg',
          min: 0,
          max: 20,
          meaning: 'Standard deviation of their slope, and of their normals sideways',
        }).default(0),
        turn: quantityField({
          unit: 'deg',
          min: 0,
          max: 22.5,
          meaning: 'Octagonal bases: each side is two facets, turned this far either way',
        }).default(0),
      })
      .describe("How pyramids' facets differ from ideal ones; light trapping is then aligned.")
      .optional(),
    base: quantityField({
      unit: 'um',
      min: 0.1,
      max: 1000,
      meaning:
        'Width of the base of inverted pyramids, whose ridges light crosses; 5 um when left out',
    }).optional(),
    diffuse: z
      .strictObject({
        share: shareField('Share of the light reflected inside that is scattered'),
        exponent: quantityField({
          unit: '',
          min: 0,
          max: 1e4,
          meaning: "Phong's exponent around the mirrored direction; Lambertian when left out",
        }).optional(),
      })
      .describe('Roughness of a planar face; light trapping is then angular.')
      .optional(),
    fingers: fingersSchema.optional(),
    reflectance: shareField(
      'Reflectance from inside at every angle, in place of what layers and outside give',
    ).optional(),
    outside: opticsField.default('air').describe('Medium outside: air, or a metal.'),
    trapping: z
      .enum(['specular', 'lambertian', 'angular', 'aligned', 'basore'])
      .describe('How light goes on in the wafer; of the front it counts for both faces.')
      .optional(),
    layers: namedList(layerSchema).describe('Films; their order is that of the light.'),
    contact: contactSchema,
  })
  .refine(({ texture, facets }) => facets === undefined || texture !== 'planar', {
    error: 'belong to pyramids; a planar face has none',
    path: ['facets'],
  })
  .refine(({ texture, base }) => base === undefined || texture === 'inverted-pyramids', {
    error: 'belongs to inverted pyramids: between others hardly any light crosses ridges',
    path: ['base'],
  });
