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

/** A dimension as people read it: `kg m^2 s^-3`, or `no unit`. */
export function showDimension(dimension: readonly number[]): string {
  const parts = dimension.flatMap((power, i) => {
    if (power === 0) return [];
    return [power === 1 ? baseUnits[i]! : `${baseUnits[i]}^${power}`];
  });
  return parts.length === 0 ? 'no unit' : parts.join(' ');
}
