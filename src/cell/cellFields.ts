import * as z from 'zod';
import { quantityField } from './quantityField.ts';

/** Names are used in `--set` paths and as keys of results: no dots, no spaces. */
export const nameField = z
  .string()
  .regex(/^[A-Za-z][\w-]*$/, { error: 'expected a name of letters, digits, - and _' });

/** `optics:` a name in data/optics, or the path of an n,k file relative to the cell file. */
export const opticsField = z
  .string()
  .min(1)
  .describe('Optical constants: a name in data/optics, or a CSV file relative to this one.');

export const carrierType = z.enum(['n', 'p']).describe('n: donors, p: acceptors.');

/** Doping densities that the silicon models hold for, and a little more. */
const dopingRange = { unit: 'cm^-3', min: 1e10, max: 1e22 } as const;

/** Density of dopants, cm^-3. */
export const densityField = (meaning: string) => quantityField({ ...dopingRange, meaning });

const velocityRange = { unit: 'cm/s', min: 0, max: 1e9 } as const;
/** Velocity of recombination, cm/s. */
export const velocityField = (meaning: string) => quantityField({ ...velocityRange, meaning });

/** Saturation current density of recombination, A/cm^2. */
export const j0Field = (meaning: string) =>
  quantityField({ unit: 'A/cm^2', min: 0, max: 1e-3, meaning });

/** List whose items are addressed by name. */
export function namedList<Item extends z.ZodType<{ readonly name: string }>>(item: Item) {
  return z.array(item).superRefine((list, context) => {
    const names = list.map(({ name }) => name);
    const twice = names.findIndex((name, i) => names.indexOf(name) < i);
    if (twice < 0) return;
    const message = `has a name of its own to find it by, but two of them are named "${names[twice]}"`;
    context.addIssue({ code: 'custom', path: [twice, 'name'], message });
  });
}
