import type { UnitScale } from '../../cell/unitParser.ts';

/** Something that an expression may name. */
export interface Variable {
  readonly name: string;
  /** Where its value stands among those of a point. */
  readonly slot: number;
  /** What it is measured in; undefined for a text. */
  readonly scale: UnitScale | undefined;
  /** The unit as people write it. */
  readonly unit: string;
}

/** Values of a point by slot: numbers in their variable's own unit, or texts. */
export type Values = ArrayLike<number | string>;

/** Of a plain number. */
export const plain: UnitScale = { factor: 1, offset: 0, dimension: [] };

/** Whether two quantities can be added. */
export function sameDimension(a: readonly number[], b: readonly number[]): boolean {
  const length = Math.max(a.length, b.length);
  for (let i = 0; i < length; i++) if ((a[i] ?? 0) !== (b[i] ?? 0)) return false;
  return true;
}

const baseUnits = ['kg', 'm', 's', 'A', 'K', 'cd', 'mol', 'rad', 'bit'];

/** Dimensions that people know by a name, in powers of {@link baseUnits}. */
const derivedUnits: readonly (readonly [string, readonly number[]])[] = [
  ['V', [1, 2, -3, -1]],
  ['W', [1, 2, -3]],
  ['W/m^2', [1, 0, -3]],
  ['A/m^2', [0, -2, 0, 1]],
  ['ohm', [1, 2, -3, -2]],
  ['ohm m', [1, 3, -3, -2]],
  ['ohm m^2', [1, 4, -3, -2]],
  ['J', [1, 2, -2]],
  ['C', [0, 0, 1, 1]],
  ['m/s', [0, 1, -1]],
];

/** A dimension as people read it: `V`, `kg m^2 s^-4`, or `no unit`. */
export function showDimension(dimension: readonly number[]): string {
  const known = derivedUnits.find(([, powers]) => sameDimension(powers, dimension));
  if (known !== undefined) return known[0];
  const parts = dimension.flatMap((power, i) => {
    if (power === 0) return [];
    return [power === 1 ? baseUnits[i]! : `${baseUnits[i]}^${power}`];
  });
  return parts.length === 0 ? 'no unit' : parts.join(' ');
}
