import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metricPower } from '../../src/cell/metricPrefix.ts';
import { convertQuantity, QuantityError } from '../../src/cell/quantity.ts';
import { makeUnit } from '../../src/cell/unitParser.ts';

test.each([
  ['160 um', 'cm', 0.016],
  ['160um', 'um', 160],
  ['160µm', 'um', 160],
  ['0.16 mm', 'um', 160],
  ['1.5 Ω·cm', 'ohm cm', 1.5],
  ['1.5 ohm.cm', 'ohm cm', 1.5],
  ['2 kohm cm^2', 'ohm cm^2', 2000],
  ['10 fA/cm²', 'A/cm^2', 1e-14],
  ['1e16 1/cm^3', 'cm^-3', 1e16],
  ['1e16 cm-3', 'cm^-3', 1e16],
  ['1e22 m^-3', 'cm^-3', 1e16],
  ['4e21 cm⁻³/eV', 'cm^-3 eV^-1', 4e21],
  ['20 cm²/(V·s)', 'cm^2/(V s)', 20],
  ['0.002 m^2/(V s)', 'cm^2/(V s)', 20],
  ['30 meV', 'eV', 0.03],
  ['5 ms', 's', 0.005],
  ['100 Å', 'nm', 10],
  ['0.8 kW/m2', 'W/m^2', 800],
  ['80 mW/cm^2', 'W/m^2', 800],
  ['90 min', 'h', 1.5],
  ['45 °C', 'degC', 45],
  ['300 K', 'degC', 26.85],
  ['77 °F', 'degC', 25],
  ['77 degF', 'degC', 25],
  ['2.5 %', '', 0.025],
  ['0.025', '', 0.025],
  ['-7.5e1', 'nm', -75],
])('%s in %s is %d', async (text, unit, value) => {
  expect(Math.abs((await convertQuantity(text, unit)) - value)).toBeLessThanOrEqual(
    1e-14 * Math.abs(value),
  );
});

test.each([
  ['five', 'nm', 'is not a number'],
  ['', 'nm', 'is not a number'],
  ['5 nn', 'nm', 'unknown unit "nn"'],
  ['5 s', 'nm', '"s" is not a "nm"'],
  ['5 A', 'A/cm^2', 'wrong dimension'],
  ['5 %', 'nm', 'unit "%"'],
  ['5 nm', '', 'plain number or a percentage'],
  ['1e400', 'nm', 'too large'],
])('%s is refused as a quantity in "%s"', async (text, unit, reason) => {
  const attempt = convertQuantity(text, unit);
  await expect(attempt).rejects.toThrow(QuantityError);
  await expect(attempt).rejects.toThrow(reason);
});

test('the shortcut for metric prefixes agrees with the unit parser', () => {
  const word = fc.tuple(
    fc.constantFrom('', 'f', 'p', 'n', 'u', 'm', 'c', 'k', 'M'),
    fc.constantFrom('m', 's', 'A', 'V', 'W', 'eV', 'ohm'),
    fc.constantFrom('', '^2', '^-3'),
  );
  fc.assert(
    fc.property(word, word, fc.constantFrom('', 'u', 'c'), (first, second, prefix) => {
      const given = `${first.join('')}/${second.join('')}`;
      const unit = `${prefix}${first.slice(1).join('')}/${second.slice(1).join('')}`;
      const power = metricPower(given, unit);
      expect(power).toBeDefined();
      const factor = makeUnit(`1 ${given}`).toNumber(unit);
      expect(Math.abs(factor / 10 ** power! - 1)).toBeLessThan(1e-12);
    }),
  );
});

test('the shortcut leaves what it does not know to the unit parser', () => {
  expect(metricPower('min', 's')).toBeUndefined();
  expect(metricPower('cm^2/(V s)', 'm^2/(V s)')).toBeUndefined();
  expect(metricPower('s', 'm')).toBeUndefined();
});
