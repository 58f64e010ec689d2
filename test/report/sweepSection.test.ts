import { expect, test } from 'vitest';
import { tableColumn } from '../../src/report/sweepSection.ts';

const digits = (name: string, ...values: number[]) =>
  tableColumn({ name, kind: 'number' } as Parameters<typeof tableColumn>[0], values).digits;

test('a column has as many digits as its numbers need, and none for currents that are none', () => {
  expect(digits('wafer_mA_cm2', 38.55440968, 37.492)).toBe(3);
  expect(digits('rear.i_mA_cm2', 7.4886e-19, 0)).toBe(0);
  expect(digits('rear.poly_mA_cm2', 1.0681, 2e-8)).toBe(4);
  expect(digits('density_cm3', 1.5e15)).toEqual({ significant: 5 });
  expect(digits('lifetime_s', 2e-5)).toEqual({ significant: 5 });
});
