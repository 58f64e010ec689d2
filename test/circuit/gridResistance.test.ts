import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridGeometry, gridResistance } from '../../src/circuit/gridResistance.ts';

/** Screen-printed fingers on a heterojunction cell. */
const printed: GridGeometry = {
  spacing: 0.12,
  width: 30e-4,
  height: 15e-4,
  halfLength: 0.9,
  resistivity: 3e-6,
  contactResistivity: 2e-3,
  sheetResistance: 45,
};

describe('grid resistance', () => {
  it('has the parts of the closed formulas', () => {
    const { sheet, finger, contact, total, shading } = gridResistance(printed);
    expect(sheet).toBeCloseTo(0.054, 6);
    expect(finger).toBeCloseTo(0.0216, 6);
    expect(contact).toBeCloseTo(0.0813, 3);
    expect(total).toBeCloseTo(sheet + finger + contact, 12);
    expect(shading).toBeCloseTo(0.025, 12);
  });

  it('of a wide finger without sheet resistance is the contact spread over its width', () => {
    const { contact } = gridResistance({ ...printed, sheetResistance: 1e-9 });
    expect(contact).toBeCloseTo((2e-3 * 0.12) / 30e-4, 6);
  });

  it('rises with every resistance and falls with height', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.01, max: 5, noNaN: true }), (factor) => {
        const here = gridResistance(printed).total;
        for (const key of [
          'resistivity',
          'contactResistivity',
          'sheetResistance',
          'halfLength',
        ] as const) {
          expect(
            gridResistance({ ...printed, [key]: printed[key] * factor }).total,
          ).toBeGreaterThan(here);
        }
        expect(gridResistance({ ...printed, height: printed.height * factor }).total).toBeLessThan(
          here,
        );
      }),
    );
  });

  it('refuses what is no grid', () => {
    expect(() => gridResistance({ ...printed, width: 0.2 })).toThrow(/do not fit/);
    expect(() => gridResistance({ ...printed, height: 0 })).toThrow(/height/);
  });
});
