import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  causeNames,
  type EnergyFactors,
  energyFactors,
  gainCauses,
} from '../../../src/energy/field/causes.ts';
import { equivalentIrradiance, type FieldHours } from '../../../src/energy/field/fieldHours.ts';
import { sampleHours } from './sampleHours.ts';
import { conventional, heterojunction } from './toyCell.ts';

const mapped = (cell: typeof heterojunction, bifaciality: number) => ({
  bifaciality,
  power: (irradiance: number, temperature: number) => cell(temperature)(irradiance),
});
const shj = mapped(heterojunction, 0.9);
const perc = mapped(conventional, 0.7);
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

function energy(cell: typeof shj, hours: FieldHours): number {
  const light = equivalentIrradiance(hours, cell.bifaciality);
  return sum(light.map((irradiance, i) => cell.power(irradiance, hours.temperature[i]!)));
}

test.each(['greensboro', 'amsterdam'] as const)(
  'factors and parts sum to the whole at %s',
  (site) => {
    const hours = sampleHours(site);
    const factors = energyFactors(shj, hours);
    const whole = Math.log(energy(shj, hours) / sum(hours.front));
    expect(Math.abs(sum(Object.values(factors)) - whole)).toBeLessThan(1e-12);
    const base = energyFactors(perc, hours);
    const parts = gainCauses(factors, base);
    const gain = 100 * (energy(shj, hours) / energy(perc, hours) - 1);
    expect(Math.abs(sum(Object.values(parts)) - gain)).toBeLessThan(1e-9);
  },
);

test('each cause has the sign it must have', () => {
  const hours = sampleHours('greensboro');
  const parts = gainCauses(energyFactors(shj, hours), energyFactors(perc, hours));
  expect(parts.rated).toBeGreaterThan(0);
  expect(parts.bifacial).toBeGreaterThan(0);
  // The same glass: what it reflects at an angle takes nearly the same share of both.
  expect(Math.abs(parts.angle)).toBeLessThan(0.1);
  const [own, other] = [energyFactors(shj, hours), energyFactors(perc, hours)];
  expect(own.bifacial).toBeGreaterThan(other.bifacial);
  // Rear light of 5 % and 2 W/m2: 0.9 against 0.7 is one to two per cent.
  expect(100 * (own.bifacial - other.bifacial)).toBeGreaterThan(0.9);
  expect(100 * (own.bifacial - other.bifacial)).toBeLessThan(2);
});

test('heat favours the heterojunction and cold the other', () => {
  const hours = sampleHours('greensboro');
  const by = (kelvin: number) => {
    const shifted = { ...hours, temperature: hours.temperature.map((T) => T + kelvin) };
    return gainCauses(energyFactors(shj, shifted), energyFactors(perc, shifted)).temperature;
  };
  expect(by(20)).toBeGreaterThan(by(0));
  expect(by(20)).toBeGreaterThan(1);
  expect(by(-40)).toBeLessThan(0);
});

test('a cell beside itself has no parts', () => {
  const factors = energyFactors(shj, sampleHours('amsterdam'));
  expect(Object.values(gainCauses(factors, factors))).toEqual(causeNames.map(() => 0));
});

test('any two lists of factors give parts that sum to the gain', () => {
  const factor = fc.double({ min: -2, max: 2, noNaN: true });
  const list = fc.record(Object.fromEntries(causeNames.map((name) => [name, factor])));
  fc.assert(
    fc.property(list, list, (a, b) => {
      const parts = gainCauses(a as EnergyFactors, b as EnergyFactors);
      const gain = 100 * Math.expm1(sum(Object.values(a)) - sum(Object.values(b)));
      const scale = Math.max(1, Math.abs(gain), ...Object.values(parts).map(Math.abs));
      expect(Math.abs(sum(Object.values(parts)) - gain)).toBeLessThan(1e-12 * scale);
    }),
  );
});

test('a night has nothing to explain', () => {
  const hours = sampleHours('greensboro');
  const dark = new Float64Array(hours.front.length);
  expect(() => energyFactors(shj, { ...hours, front: dark, effective: dark, rear: dark })).toThrow(
    /no energy/,
  );
});
