import { expect, test } from 'vitest';
import type { Cell, CellResult } from '../../src/cell/cell.ts';
import { compareWith, type MakeSimulator } from '../../src/energy/compareCells.ts';

const photons = {
  incident: 46,
  reflected: 2,
  escaped: 1,
  transmitted: 0.5,
  shaded: 1,
  wafer: 39,
  films: { ito: 2.5 },
};
const spectrum = {
  name: 'flat',
  wavelength: Float64Array.of(300, 1200),
  irradiance: Float64Array.of(1, 1),
};
const cell = (name: string) => ({ name }) as Cell;
const efficiency: Record<string, number> = {
  shj: 0.25,
  perc: 0.2,
  'al-bsf': 0.15,
  none: Number.NaN,
};

/** Power in proportion to the light, and 1 % less for each 4 K. */
const simulator: MakeSimulator = ({ name }, _spectrum, temperature) => {
  const power = (light: number) => light * efficiency[name]! * (1 - 0.0025 * (temperature - 25));
  const at = (light: number): CellResult => ({
    voc_V: 0.7,
    jsc_mA_cm2: 0.04 * light,
    ff_pct: 80,
    efficiency_pct: (100 * power(light)) / light,
    vmp_V: 0.6,
    jmp_mA_cm2: 0.038 * light,
    pmax_W_m2: power(light),
    photons,
  });
  return { at, mpp: (light) => ({ pmax_W_m2: power(light) }) };
};

const compare = (names: string[], options: object = {}) =>
  compareWith(simulator, names.map(cell), { spectrum, ...options });

test('standard conditions and perc are what is not said', () => {
  const { baseline, rows } = compare(['shj', 'perc']);
  expect(baseline).toBe('perc');
  expect(rows.map((row) => [row.cell, row.irradiance_W_m2, row.temperature_C])).toEqual([
    ['shj', 1000, 25],
    ['perc', 1000, 25],
  ]);
  expect(rows[0]!.gain_pct).toBeCloseTo(25, 12);
  expect(rows[1]!.gain_pct).toBe(0);
  expect(rows[0]!.energy_kWh_m2).toBeUndefined();
});

test('without perc the first cell is the baseline, and any cell can be', () => {
  expect(compare(['shj', 'al-bsf']).baseline).toBe('shj');
  expect(compare(['shj', 'perc'], { baseline: 'shj' }).baseline).toBe('shj');
  expect(() => compare(['shj'], { baseline: 'perc' })).toThrow('not among the cells: shj');
});

test('one row for each irradiance, temperature and cell; gains within the same conditions', () => {
  const options = { irradiances: [200, 1000], temperatures: [25, 65] };
  const { rows } = compare(['shj', 'perc'], options);
  expect(rows.map((row) => `${row.irradiance_W_m2} ${row.temperature_C} ${row.cell}`)).toEqual([
    '200 25 shj',
    '200 25 perc',
    '200 65 shj',
    '200 65 perc',
    '1000 25 shj',
    '1000 25 perc',
    '1000 65 shj',
    '1000 65 perc',
  ]);
  for (const row of rows) expect(row.gain_pct).toBeCloseTo(row.cell === 'shj' ? 25 : 0, 12);
});

test('energy of constant light is power times hours', () => {
  const { rows } = compare(['shj'], { irradiances: [800], temperatures: [45], hours: 5 });
  expect(rows[0]!.energy_kWh_m2).toBeCloseTo(0.25 * 0.95 * 800 * 5e-3, 12);
});

test('a profile brings its own temperature, else the one asked for holds', () => {
  const profile = {
    name: 'day',
    time: Float64Array.of(0, 4, 8),
    irradiance: Float64Array.of(0, 1000, 0),
  };
  const warm = compare(['shj'], { profile, temperatures: [65] }).rows[0]!;
  expect(warm.energy_kWh_m2).toBeCloseTo(0.25 * 0.9 * 4, 9);
  const own = { ...profile, temperature: Float64Array.of(25, 45, 25) };
  const { rows } = compare(['shj'], { profile: own, temperatures: [25, 65] });
  for (const row of rows) expect(row.energy_kWh_m2).toBeCloseTo(0.25 * 0.95 * 4, 9);
});

test('two cells of one name, and no cells, are refused', () => {
  expect(() => compare(['shj', 'shj'])).toThrow('two of the cells are named "shj"');
  expect(() => compare([])).toThrow('no cells');
});

test('a result that is no number is an error, not a row', () => {
  expect(() => compare(['none', 'perc'])).toThrow('none: the calculation gave no number for');
});
