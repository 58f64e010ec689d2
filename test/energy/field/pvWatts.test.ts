import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pvWattsAc, pvWattsDc } from '../../../src/energy/field/pvWatts.ts';

/** Coefficients of the power behind the reference, 1/K. */
const coefficients = { SHJ: -0.0024, TOPCon: -0.003, PERC: -0.0035, AlBSF: -0.0042 };

test.each(['greensboro', 'amsterdam'])('DC power at %s is that of pvlib to 1e-13', (site) => {
  const file = new URL(`../../reference/pvlib/${site}_power.json`, import.meta.url);
  const { quantities } = JSON.parse(readFileSync(file, 'utf8')) as {
    quantities: Record<string, readonly number[]>;
  };
  for (const [technology, coefficient] of Object.entries(coefficients)) {
    quantities[`pvwatts_dc_W_per_W_${technology}`]!.forEach((power, i) => {
      const light = quantities.poa_perez_W_m2![i]!;
      const found = pvWattsDc({ power: 1, coefficient }, light, quantities.temp_faiman_C![i]!);
      expect(Math.abs(found / power - 1)).toBeLessThan(1e-13);
    });
  }
});

test('the inverter has its rated efficiency at full load and never gives more', () => {
  const inverter = { power: 1000, efficiency: 0.96 };
  expect(pvWattsAc(inverter, 1000)).toBeCloseTo(960, 9);
  expect(pvWattsAc(inverter, 5000)).toBe(960);
  expect(pvWattsAc(inverter, 500)).toBeCloseTo((0.96 / 0.9637) * (0.9858 - 0.0081 - 0.0118) * 500);
  expect(pvWattsAc(inverter, 5)).toBe(0);
  expect(pvWattsAc(inverter, 0)).toBe(0);
});

test('an inverter that is none is refused', () => {
  expect(() => pvWattsAc({ power: 0, efficiency: 0.96 }, 1)).toThrow(/rated power/);
  expect(() => pvWattsAc({ power: 1, efficiency: 1.2 }, 1)).toThrow(/efficiency/);
});
