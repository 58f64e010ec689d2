import { expect, test } from 'vitest';
import { diodeFigures } from '../../../src/circuit/singleDiode/diodeFigures.ts';
import { diodePointAt } from '../../../src/circuit/singleDiode/diodePoints.ts';
import { diodeKeys, diodeOf, preciseCurves } from './preciseCurves.ts';

test('key points meet the curves of 40 digits to 1e-14', () => {
  expect(preciseCurves).toHaveLength(32);
  for (const curve of preciseCurves) {
    const figures = diodeFigures(diodeOf(curve));
    for (const key of diodeKeys) {
      expect(Math.abs(figures[key] / Number(curve[key]) - 1)).toBeLessThan(1e-14);
    }
  }
});

test('every point of the curves is met to 1e-14 of the short-circuit current', () => {
  for (const curve of preciseCurves) {
    const diode = diodeOf(curve);
    curve.voltage.forEach((voltage, i) => {
      const { current } = diodePointAt(diode, Number(voltage));
      const error = Math.abs(current - Number(curve.current[i])) / Number(curve.isc);
      expect(error).toBeLessThan(1e-14);
    });
  }
});
