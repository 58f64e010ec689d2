import { expect, test } from 'vitest';
import { checkFieldHours } from '../../../src/energy/field/fieldHours.ts';
import { fieldYield } from '../../../src/energy/field/fieldYield.ts';
import { sampleHours } from './sampleHours.ts';

/** A cell of 20 % at any light and temperature. */
const flat = (irradiance: Float64Array) => irradiance.map((light) => 0.2 * light);
const hours = sampleHours('greensboro');
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

test('a cell that is always as rated has the performance ratio of the light that counts', () => {
  const { annual } = fieldYield(flat, 200, hours, 0);
  expect(annual.performance_ratio).toBeCloseTo(sum(hours.effective) / sum(hours.front), 12);
  expect(annual.energy_kWh_m2).toBeCloseTo((0.2 * sum(hours.effective)) / 1000, 12);
  expect(annual.energy_kWh_kWp).toBeCloseTo(annual.energy_kWh_m2 / 0.2, 10);
  expect(annual.poa_kWh_m2).toBeCloseTo(sum(hours.front) / 1000, 12);
});

test('months add up to the whole', () => {
  const { annual, monthly } = fieldYield(flat, 200, hours, 0.8);
  expect(monthly.map(({ month }) => month)).toEqual([1, 2, 3]);
  for (const key of ['poa_kWh_m2', 'rear_kWh_m2', 'energy_kWh_m2', 'energy_kWh_kWp'] as const) {
    expect(sum(monthly.map((month) => month[key]))).toBeCloseTo(annual[key], 9);
  }
});

test('rear light counts by the bifaciality, and half-hours by half', () => {
  const rear = (0.8 * 0.2 * sum(hours.rear!)) / 1000;
  const one = fieldYield(flat, 200, hours, 0).annual;
  const both = fieldYield(flat, 200, hours, 0.8).annual;
  expect(both.energy_kWh_m2 - one.energy_kWh_m2).toBeCloseTo(rear, 10);
  const half = fieldYield(flat, 200, { ...hours, interval: 0.5 }, 0.8).annual;
  expect(half.energy_kWh_m2).toBeCloseTo(both.energy_kWh_m2 / 2, 10);
  expect(half.capacity_factor).toBeCloseTo(both.capacity_factor, 12);
});

test('hours that would give no number are refused with their place', () => {
  expect(() => checkFieldHours(hours)).not.toThrow();
  const temperature = hours.temperature.with(2, Number.NaN);
  expect(() => checkFieldHours({ ...hours, temperature })).toThrow(
    'hours: temperature NaN in interval 3',
  );
  const rear = hours.rear!.with(0, -1);
  expect(() => checkFieldHours({ ...hours, rear })).toThrow('hours: rear -1 in interval 1');
  const month = hours.month.slice(1);
  expect(() => checkFieldHours({ ...hours, month })).toThrow(/month has 74 values/);
  expect(() => fieldYield(flat, 200, { ...hours, temperature }, 0)).toThrow(/interval 3/);
  expect(() => checkFieldHours({ ...hours, interval: 0 })).toThrow(/interval 0 h/);
  expect(() => fieldYield(flat, 0, hours, 0)).toThrow(/not positive/);
});
