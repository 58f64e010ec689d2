import { expect, test } from 'vitest';
import { parseModules } from '../../../src/energy/field/parseModules.ts';

const head =
  'technology,module,power_W,area_m2,cells_in_series,isc_A,voc_V,imp_A,vmp_V,noct_C,alpha_sc_A_K,a_ref_V,il_ref_A,i0_ref_A,rs_ohm,rsh_ref_ohm,adjust_pct';
const row =
  'SHJ,Panasonic EVPV370,370.26,1.69,60,10.55,44.1,9.9,37.4,45.5,0.003587,1.46072,10.5641,7.93922e-13,0.197251,147.956,-6.80576';

test('a row becomes a module with its diode', () => {
  const [module] = parseModules(`# licence: none\n${head}\n${row}\n`, 'm.csv');
  expect(module).toMatchObject({ name: 'Panasonic EVPV370', cellsInSeries: 60, noct_C: 45.5 });
  expect(module!.diode).toMatchObject({ saturationCurrent: 7.93922e-13, adjust: -6.80576 });
});

test('a fault is told by line and column', () => {
  const wrong = row.replace('147.956', '-1');
  expect(() => parseModules(`${head}\n${row}\n${wrong}\n`, 'm.csv')).toThrow(
    'm.csv:3:16  rsh_ref_ohm: "-1" is not a number above 0',
  );
  expect(() => parseModules(`${head.replace('noct_C', 'noct')}\n${row}`, 'm.csv')).toThrow(
    'm.csv:1  column "noct_C" is missing',
  );
  expect(() => parseModules('', 'm.csv')).toThrow(/no modules/);
});
