import { pvWattsDc } from '../../../src/energy/field/pvWatts.ts';
import type { FieldCell } from '../../../src/energy/year/fieldCell.ts';

/** A cell by its rating: W/m2, 1/K, bifaciality. */
export function ratedCell(
  name: string,
  power: number,
  coefficient: number,
  bifaciality = 0,
): FieldCell {
  return {
    name,
    model: 'module',
    ratedPower: power,
    bifaciality,
    modifier: () => () => 1,
    absorptance: () => 0.9,
    prepare: () => ({
      power: (light, heat) => Math.max(0, pvWattsDc({ power, coefficient }, light, heat)),
    }),
  };
}
