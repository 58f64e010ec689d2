import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diodeFigures } from '../../../src/circuit/singleDiode/diodeFigures.ts';
import { diodePointAt } from '../../../src/circuit/singleDiode/diodePoints.ts';
import type { SingleDiode } from '../../../src/circuit/singleDiode/singleDiode.ts';
import { thermalVoltage } from '../../../src/physics/constants.ts';

const keys = ['isc', 'voc', 'imp', 'vmp', 'pmp', 'ix', 'ixx'] as const;

/** A curve of the pvlib project; digits beyond a double are kept as text. */
interface PreciseCurve extends Record<(typeof keys)[number], string> {
  readonly photocurrent: number;
  readonly saturationCurrent: number;
  readonly seriesResistance: number;
  readonly shuntResistance: number;
  readonly ideality: number;
  readonly cells: number;
  readonly voltage: readonly string[];
  readonly current: readonly string[];
}

const file = new URL('../../reference/pvlib/precise_iv_curves.json', import.meta.url);
const curves = JSON.parse(readFileSync(file, 'utf8')) as PreciseCurve[];

function diodeOf(curve: PreciseCurve): SingleDiode {
  return { ...curve, thermalVoltage: curve.ideality * curve.cells * thermalVoltage(298.15) };
}

test('key points meet the curves of 40 digits to 1e-14', () => {
  expect(curves).toHaveLength(32);
  for (const curve of curves) {
    const figures = diodeFigures(diodeOf(curve));
    for (const key of keys) {
      expect(Math.abs(figures[key] / Number(curve[key]) - 1)).toBeLessThan(1e-14);
    }
  }
});

test('every point of the curves is met to 1e-14 of the short-circuit current', () => {
  for (const curve of curves) {
    const diode = diodeOf(curve);
    curve.voltage.forEach((voltage, i) => {
      const { current } = diodePointAt(diode, Number(voltage));
      const error = Math.abs(current - Number(curve.current[i])) / Number(curve.isc);
      expect(error).toBeLessThan(1e-14);
    });
  }
});
