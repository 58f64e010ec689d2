import * as z from 'zod';
import { carrierType, densityField, nameField, opticsField } from './cellFields.ts';
import { filmMaterials } from './filmMaterials.ts';
import { quantityField, shareField } from './quantityField.ts';

const statesRange = { unit: 'cm^-3', min: 1e15, max: 1e23 } as const;
const mobilityRange = { unit: 'cm^2/(V s)', min: 1e-6, max: 1e4 } as const;
const gapStatesRange = { unit: 'cm^-3 eV^-1', min: 0, max: 1e24 } as const;

export const dopingSchema = z
  .strictObject({ type: carrierType, density: densityField('Density of ionised dopants') })
  .describe('Uniform doping of the layer.');

/** Of a film whose gap states take up most of its dopants. */
const filmDopingSchema = z
  .strictObject({
    type: carrierType,
    density: densityField('Density of ionised dopants').optional(),
    activation_energy: quantityField({
      unit: 'eV',
      min: 0,
      max: 2,
      meaning:
        'Distance of the Fermi level from the band of the majority carriers at 300 K, in place of the density',
    }).optional(),
  })
  .refine((doping) => (doping.density === undefined) !== (doping.activation_energy === undefined), {
    error: 'needs either density or activation_energy',
  })
  .describe('Uniform doping of the layer.');

/** Grains of other materials in a film, each with its share of the volume; `optics` has the rest. */
const mixtureField = z
  .array(
    z.strictObject({
      optics: opticsField,
      share: shareField('Share of the volume of the film'),
    }),
  )
  .refine((grains) => grains.reduce((sum, { share }) => sum + share, 0) <= 1, {
    error: 'has shares that add up to more than the film',
  })
  .describe(
    "Grains of other materials in the film: its optical constants are those of Bruggeman's effective medium of `optics` and these.",
  );

const filmFields = {
  name: nameField.describe('Name of the layer, for results and --set.'),
  optics: opticsField,
  mixed_with: mixtureField.optional(),
  thickness: quantityField({
    unit: 'nm',
    min: 0.1,
    max: 1e5,
    meaning: 'Thickness perpendicular to the local surface (the facet of a pyramid)',
  }),
};

/** Free electrons of a film as Drude sees them. */
const drudeFields = {
  density: quantityField({ unit: 'cm^-3', min: 0, max: 1e22, meaning: 'Density of electrons' }),
  mobility: quantityField({ ...mobilityRange, meaning: 'Mobility in the film' }),
  effective_mass: quantityField({
    unit: '',
    min: 0.05,
    max: 2,
    meaning: 'Mass of an electron, in masses of a free one',
  }).default(0.3),
};

/** Refracts and absorbs; carries nothing the device equations see. */
export const coatingSchema = z
  .strictObject({
    ...filmFields,
    kind: z.literal('coating').describe('What the layer is.'),
    free_carriers: z
      .strictObject({
        ...drudeFields,
        included: z
          .strictObject(drudeFields)
          .describe('Those of the film behind the optical constants: they are taken out.')
          .optional(),
      })
      .describe('Free electrons of a transparent electrode, which absorb and refract by Drude.')
      .optional(),
  })
  .describe('Anti-reflection coating, transparent electrode, dielectric or metal.');

const tailSchema = z.strictObject({
  density: quantityField({ ...gapStatesRange, meaning: 'Density of tail states at the band edge' }),
  urbach_energy: quantityField({
    unit: 'eV',
    min: 1e-3,
    max: 0.5,
    meaning: 'Characteristic energy of the exponential tail',
  }),
});

const bondsSchema = z.strictObject({
  density: quantityField({ ...gapStatesRange, meaning: 'Density of states at the centre' }),
  energy: quantityField({
    unit: 'eV',
    min: 0,
    max: 3,
    meaning: 'Centre of the Gaussian above the valence band edge',
  }),
  width: quantityField({ unit: 'eV', min: 1e-3, max: 1, meaning: 'Standard deviation' }),
});

const crossSection = { unit: 'cm^2', min: 1e-22, max: 1e-10 } as const;

/** Capture by tail states and dangling bonds. */
const captureSchema = z.strictObject({
  neutral: quantityField({ ...crossSection, meaning: 'Cross-section of a neutral state' }),
  charged: quantityField({ ...crossSection, meaning: 'Cross-section of a charged state' }),
  thermal_velocity: quantityField({
    unit: 'cm/s',
    min: 1e5,
    max: 1e9,
    meaning: 'Thermal velocity of both carriers',
  }),
});

export const amorphousSiliconSchema = z
  .strictObject({
    ...filmFields,
    kind: z.literal('amorphous-silicon').describe('What the layer is.'),
    material: z
      .enum(Object.keys(filmMaterials) as [keyof typeof filmMaterials])
      .describe('A film of the literature, for what is not given here (solarcell models).')
      .optional(),
    collection: shareField(
      'Share of the light absorbed here that becomes carriers here; the rest is lost',
    ).default(0),
    band_gap: quantityField({ unit: 'eV', min: 0.5, max: 4, meaning: 'Mobility gap' }),
    affinity: quantityField({ unit: 'eV', min: 1, max: 6, meaning: 'Electron affinity' }),
    permittivity: quantityField({ unit: '', min: 1, max: 100, meaning: 'Relative permittivity' }),
    conduction_states: quantityField({
      ...statesRange,
      meaning: 'Effective density of states of the conduction band at 300 K',
    }),
    valence_states: quantityField({
      ...statesRange,
      meaning: 'Effective density of states of the valence band at 300 K',
    }),
    electron_mobility: quantityField({ ...mobilityRange, meaning: 'Electron mobility' }),
    hole_mobility: quantityField({ ...mobilityRange, meaning: 'Hole mobility' }),
    doping: filmDopingSchema.optional(),
    tails: z
      .strictObject({
        conduction: tailSchema.describe('Acceptor-like.').optional(),
        valence: tailSchema.describe('Donor-like.').optional(),
      })
      .describe('Exponential band tails.')
      .optional(),
    dangling_bonds: z
      .strictObject({
        acceptor: bondsSchema.describe('Neutral when empty.').optional(),
        donor: bondsSchema.describe('Neutral when filled.').optional(),
        amphoteric: bondsSchema
          .extend({
            correlation_energy: quantityField({
              unit: 'eV',
              min: 0,
              max: 1,
              meaning: 'Energy of the second electron above that of the first',
            }),
          })
          .describe('Bonds with three charge states; `energy` is the level of the first electron.')
          .optional(),
      })
      .describe('Gaussian distributions of dangling bonds.')
      .optional(),
    capture: captureSchema.optional(),
  })
  .refine((layer) => layer.capture !== undefined || !(layer.tails || layer.dangling_bonds), {
    error: 'is needed by tails and dangling_bonds',
    path: ['capture'],
  })
  .describe('Hydrogenated amorphous (or nanocrystalline) silicon with its defect states.');

const transmissionField = (carrier: string) =>
  shareField(
    `Factor of the oxide on the thermionic emission of ${carrier}, in place of its thickness`,
  ).optional();
const barrierField = (carrier: string) =>
  quantityField({
    unit: 'eV',
    min: 0,
    max: 10,
    meaning: `Height of the oxide for ${carrier} above the band edge of silicon; with the thickness`,
  }).optional();
const massField = (carrier: string) =>
  quantityField({
    unit: '',
    min: 0.01,
    max: 5,
    meaning: `Mass of ${carrier} in the oxide, in masses of a free electron; with the thickness`,
  }).optional();

export const crystallineSiliconSchema = z
  .strictObject({
    ...filmFields,
    kind: z.literal('crystalline-silicon').describe('What the layer is.'),
    collection: shareField(
      'Share of the light absorbed here that becomes carriers here; the rest is lost',
    ).default(0),
    doping: dopingSchema,
    lifetime: quantityField({
      unit: 's',
      min: 1e-15,
      max: 10,
      meaning: 'Shockley-Read-Hall lifetime of both carriers, midgap centre',
    }),
    oxide: z
      .strictObject({
        electron_transmission: transmissionField('electrons'),
        hole_transmission: transmissionField('holes'),
        thickness: quantityField({
          unit: 'nm',
          min: 0,
          max: 20,
          meaning: 'Thickness: carriers tunnel through it (WKB)',
        }).optional(),
        electron_barrier: barrierField('electrons'),
        hole_barrier: barrierField('holes'),
        electron_mass: massField('electrons'),
        hole_mass: massField('holes'),
      })
      .superRefine((oxide, context) => {
        const transmissions = ['electron_transmission', 'hole_transmission'] as const;
        const barriers = [
          'electron_barrier',
          'hole_barrier',
          'electron_mass',
          'hole_mass',
        ] as const;
        const thick = oxide.thickness !== undefined;
        const refuse = (key: string, message: string) =>
          context.addIssue({ code: 'custom', path: [key], message });
        for (const key of transmissions) {
          if (thick && oxide[key] !== undefined) refuse(key, 'follows from the thickness');
          if (!thick && oxide[key] === undefined)
            refuse(key, 'is needed where no thickness is stated');
        }
        for (const key of barriers) {
          if (!thick && oxide[key] !== undefined) refuse(key, 'goes with a thickness');
        }
      })
      .describe('Tunnel oxide between this film and the wafer.')
      .optional(),
  })
  .describe('Doped silicon film with the bands of the wafer: polysilicon of a passivated contact.');

/** The kinds of layer a side may hold. */
export const layerSchema = z.discriminatedUnion('kind', [
  coatingSchema,
  amorphousSiliconSchema,
  crystallineSiliconSchema,
]);

/** One film of a side. */
export type Layer = z.output<typeof layerSchema>;
/** A film that only light sees. */
export type CoatingLayer = z.output<typeof coatingSchema>;
/** A film with its own bands and defect states. */
export type AmorphousSiliconLayer = z.output<typeof amorphousSiliconSchema>;
/** A film with the bands of silicon. */
export type CrystallineSiliconLayer = z.output<typeof crystallineSiliconSchema>;
