import { expect, test } from 'vitest';
import { faiman } from '../../../src/energy/temperature/cellTemperature.ts';
import { energyBalance } from '../../../src/energy/temperature/energyBalance.ts';

/** Efficiency that falls by 0.4 % per kelvin. */
const sloping = (stc: number) => (_: number, temperature: number) =>
  stc * (1 - 0.004 * (temperature - 25));

test("the module that Faiman's coefficients were measured on has Faiman's temperature", () => {
  const usual = energyBalance({ absorptance: 0.9, efficiency: () => 0.09 });
  for (const [light, air, wind] of [
    [1000, 20, 1],
    [300, -5, 8],
    [0, 12, 3],
  ] as const) {
    expect(usual(light, air, wind)).toBeCloseTo(faiman()(light, air, wind), 9);
  }
});

test('heat in is heat out', () => {
  const cell = { absorptance: 0.93, efficiency: sloping(0.22) };
  const temperature = energyBalance(cell, { u0: 20, u1: 5 })(900, 25, 2);
  const heat = 900 * (cell.absorptance - cell.efficiency(900, temperature));
  expect((temperature - 25) * (20 + 5 * 2)).toBeCloseTo(heat, 3);
});

test('a cell that converts more, or absorbs less of what it cannot convert, runs cooler', () => {
  const at = (absorptance: number, efficiency: number) =>
    energyBalance({ absorptance, efficiency: sloping(efficiency) })(1000, 30, 1);
  expect(at(0.9, 0.24)).toBeLessThan(at(0.9, 0.2));
  expect(at(0.88, 0.22)).toBeLessThan(at(0.93, 0.22));
});

test('an absorptance that is none is refused', () => {
  expect(() => energyBalance({ absorptance: 1.2, efficiency: () => 0.2 })).toThrow(
    'absorptance 1.2',
  );
});
