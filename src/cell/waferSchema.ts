import * as z from 'zod';
import { type EmissionModel, emissionModels } from '../device/emissionModels.ts';
import { type FreeCarrierModelName, freeCarrierModels } from '../optics/freeCarriers.ts';
import { knownDefects } from '../physics/knownDefects.ts';
import { siliconModels } from '../physics/siliconModels.ts';
import {
  carrierType,
  densityField,
  namedList,
  nameField,
  opticsField,
  velocityField,
} from './cellFields.ts';
import { quantityField } from './quantityField.ts';

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

const diffusionSchema = z
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

/** The wafer: doping, lifetime, faces, diffusions, models. */
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
        gap: z
          .enum(siliconModels.gap)
          .describe('Gap without narrowing; the intrinsic density is that of `density` with either')
          .default('paessler2002'),
        density: z.enum(siliconModels.density).default('couderc2014'),
        auger: z.enum(siliconModels.auger).default('richter2012'),
        narrowing: z.enum(siliconModels.narrowing).default('schenk1998'),
        mobility: z.enum(siliconModels.mobility).default('klaassen1992'),
        injection: z
          .enum(siliconModels.injection)
          .describe('Whether narrowing and mobility follow the injected carriers')
          .default('quasi-neutral'),
        radiative: z
          .enum(siliconModels.radiative)
          .describe('Coefficient of radiative recombination')
          .default('roosbroeck1954'),
        screening: z
          .enum(siliconModels.screening)
          .describe('What narrowing and carriers do to radiative recombination')
          .default('fell2021'),
        tunnelling: z
          .enum(siliconModels.tunnelling)
          .describe('Whether carriers tunnel to and from centres of recombination in a field')
          .default('none'),
        ionisation: z
          .enum(siliconModels.ionisation)
          .describe('Whether dopants hold carriers of their own: phosphorus in n, boron in p')
          .default('complete'),
        free_carriers: z
          .enum(Object.keys(freeCarrierModels) as [FreeCarrierModelName])
          .describe('Absorption by free carriers of the wafer and of crystalline films')
          .default('baker-finch2014'),
        emission: z
          .enum(Object.keys(emissionModels) as [EmissionModel])
          .describe('Thermionic emission over the steps between wafer and films')
          .default('wu1979'),
      })
      .describe('Published models to use, of silicon and of its interfaces.')
      .prefault({}),
  })
  .describe('The crystalline silicon wafer.');
