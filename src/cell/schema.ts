import * as z from 'zod';
import { type FreeCarrierModelName, freeCarrierModels } from '../optics/freeCarriers.ts';
import { knownDefects } from '../physics/knownDefects.ts';
import { siliconModels } from '../physics/siliconModels.ts';
import { filmMaterials } from './filmMaterials.ts';
import { edgeIdeality } from './gridCircuit.ts';
import {
  amorphousSiliconSchema,
  carrierType,
  densityField,
  layerSchema,
  nameField,
  opticsField,
  velocityField,
} from './layerSchema.ts';
import { quantityField, shareField } from './quantityField.ts';

const j0Range = { unit: 'A/cm^2', min: 0, max: 1e-3 } as const;

export const contactSchema = z
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
    j0: quantityField({
      ...j0Range,
      meaning: 'Extra recombination current density, averaged over the area; model neutral only',
    }).optional(),
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

/** List whose items are addressed by name. */
function namedList<Item extends z.ZodType<{ readonly name: string }>>(item: Item) {
  return z.array(item).superRefine((list, context) => {
    const names = list.map(({ name }) => name);
    const twice = names.findIndex((name, i) => names.indexOf(name) < i);
    if (twice < 0) return;
    const message = `has a name of its own to find it by, but two of them are named "${names[twice]}"`;
    context.addIssue({ code: 'custom', path: [twice, 'name'], message });
  });
}

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

export const sideSchema = z.strictObject({
  texture: z
    .enum(['planar', 'random-pyramids', 'regular-pyramids', 'inverted-pyramids'])
    .describe('Shape of the wafer surface.'),
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
    .enum(['specular', 'lambertian', 'angular', 'basore'])
    .describe('How light goes on in the wafer; of the front it counts for both faces.')
    .optional(),
  layers: namedList(layerSchema).describe('Films; their order is that of the light.'),
  contact: contactSchema,
});

const surfaceSchema = z.strictObject({
  electron_velocity: velocityField('Recombination velocity of electrons at the interface'),
  hole_velocity: velocityField('Recombination velocity of holes at the interface'),
  charge: quantityField({
    unit: 'cm^-2',
    min: -1e14,
    max: 1e14,
    meaning: 'Fixed charge in the interface, in elementary charges',
  }).default(0),
  dipole: quantityField({
    unit: 'V',
    min: -2,
    max: 2,
    meaning: 'Step of the potential across the interface, from front to rear',
  }).default(0),
});

const waferDopingSchema = z
  .strictObject({
    type: carrierType,
    density: densityField('Density of ionised dopants').optional(),
    resistivity: quantityField({
      unit: 'ohm cm',
      min: 1e-4,
      max: 1e5,
      meaning: 'Resistivity at 300 K, in place of the density',
    }).optional(),
  })
  .refine((doping) => (doping.density === undefined) !== (doping.resistivity === undefined), {
    error: 'needs either density or resistivity',
  });

const lifetimeRange = { unit: 's', min: 1e-12, max: 1e3 } as const;

export const diffusionSchema = z
  .strictObject({
    name: nameField,
    side: z.enum(['front', 'rear']).describe('Side of the wafer it starts from.'),
    type: carrierType,
    profile: z
      .enum(['gaussian', 'erfc', 'exponential', 'uniform', 'table'])
      .describe(
        'N(x) = peak f(x/depth): exp(-u^2), erfc(u), exp(-u), or 1 for u < 1; table: a measured profile.',
      ),
    peak: densityField('Density at the surface; not with a table').optional(),
    depth: quantityField({
      unit: 'um',
      min: 1e-3,
      max: 100,
      meaning: 'Depth over which the profile falls; not with a table',
    }).optional(),
    file: z
      .string()
      .min(1)
      .describe(
        'CSV of a measured profile, relative to this file: depth_um or depth_nm, density_cm3.',
      )
      .optional(),
  })
  .superRefine((diffusion, context) => {
    const table = diffusion.profile === 'table';
    const wanted = table ? (['file'] as const) : (['peak', 'depth'] as const);
    const unwanted = table ? (['peak', 'depth'] as const) : (['file'] as const);
    for (const key of wanted) {
      if (diffusion[key] !== undefined) continue;
      context.addIssue({
        code: 'custom',
        path: [key],
        message: `is needed by the profile "${diffusion.profile}"`,
      });
    }
    for (const key of unwanted) {
      if (diffusion[key] === undefined) continue;
      context.addIssue({
        code: 'custom',
        path: [key],
        message: `does not go with the profile "${diffusion.profile}"`,
      });
    }
  })
  .describe('A diffused region: emitter, surface field.');

export const waferSchema = z
  .strictObject({
    optics: opticsField,
    thickness: quantityField({ unit: 'um', min: 1, max: 2000, meaning: 'Thickness of the wafer' }),
    doping: waferDopingSchema.describe('Doping of the wafer as bought.'),
    lifetime: z
      .strictObject({
        defect: z
          .enum(Object.keys(knownDefects) as [keyof typeof knownDefects])
          .describe('A named centre, with `minority` in place of both lifetimes and the level.')
          .optional(),
        minority: quantityField({
          ...lifetimeRange,
          meaning: 'Lifetime of the minority carrier in low injection; with `defect`',
        }).optional(),
        electron: quantityField({ ...lifetimeRange, meaning: 'Lifetime of electrons' }).optional(),
        hole: quantityField({ ...lifetimeRange, meaning: 'Lifetime of holes' }).optional(),
        trap_level: quantityField({
          unit: 'eV',
          min: -0.56,
          max: 0.56,
          meaning: 'Trap level above the intrinsic level',
        }).default(0),
      })
      .refine(
        ({ defect, minority, electron, hole }) =>
          defect === undefined
            ? minority === undefined && electron !== undefined && hole !== undefined
            : minority !== undefined && electron === undefined && hole === undefined,
        { error: 'needs either electron and hole, or defect and minority' },
      )
      .describe('Shockley-Read-Hall recombination in the wafer.'),
    front_surface: surfaceSchema.describe('Interface to the film in front.').optional(),
    rear_surface: surfaceSchema.describe('Interface to the film behind.').optional(),
    diffusions: namedList(diffusionSchema).default([]),
    models: z
      .strictObject({
        density: z.enum(siliconModels.density).default('couderc2014'),
        auger: z.enum(siliconModels.auger).default('richter2012'),
        narrowing: z.enum(siliconModels.narrowing).default('schenk1998'),
        mobility: z.enum(siliconModels.mobility).default('klaassen1992'),
        injection: z
          .enum(siliconModels.injection)
          .describe('Whether narrowing and mobility follow the injected carriers')
          .default('quasi-neutral'),
        free_carriers: z
          .enum(Object.keys(freeCarrierModels) as [FreeCarrierModelName])
          .describe('Absorption by free carriers of the wafer and of crystalline films')
          .default('baker-finch2014'),
      })
      .describe('Published models of silicon to use.')
      .prefault({}),
  })
  .describe('The crystalline silicon wafer.');

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
        saturation_current: quantityField({ ...j0Range, meaning: 'Saturation current density' }),
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
export type CellContact = z.output<typeof contactSchema>;
/** The wafer with its diffusions. */
export type CellWafer = z.output<typeof waferSchema>;
/** A diffused region of the wafer. */
export type CellDiffusion = z.output<typeof diffusionSchema>;
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
