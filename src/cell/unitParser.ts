import { create, unitDependencies } from 'mathjs';

const { unit } = create({ unitDependencies });

/** A quantity that can be told in another unit. */
interface Quantity {
  toNumber(unit: string): number;
  equalBase(other: Quantity): boolean;
}

/**
 * mathjs units and nothing else of it, so that a bundle keeps a tenth of the library.
 *
 * @param text number and unit as mathjs reads them
 * @throws Error for text it cannot read
 * @example makeUnit('1 um').toNumber('cm') // 1e-4
 */
export function makeUnit(text: string): Quantity {
  if (unit === undefined) throw new Error('mathjs was loaded without its units');
  return unit(text) as unknown as Quantity;
}
