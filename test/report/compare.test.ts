import { expect, test } from 'vitest';
import type { CompareDocument } from '../../src/report/compareDocument.ts';
import { bar, compareTable } from '../../src/report/compareTable.ts';
import { compareCsv, compareJson, compareMarkdown } from '../../src/report/compareText.ts';

const photons = {
  unit: 'mA/cm2' as const,
  incident: 46,
  reflected: 2,
  escaped: 1,
  transmitted: 0.5,
  shaded: 1,
  wafer: 39,
  films: { ito: 1.5, n: 1 },
};
const result = (cell: string, efficiency: number, gain: number) => ({
  cell,
  irradiance_W_m2: 1000,
  temperature_C: 25,
  voc_V: 0.7,
  jsc_mA_cm2: 40,
  ff_pct: 80,
  efficiency_pct: efficiency,
  vmp_V: 0.6,
  jmp_mA_cm2: 38,
  pmax_W_m2: 10 * efficiency,
  energy_kWh_m2: efficiency / 20,
  gain_pct: gain,
  photons,
});
const document: CompareDocument = {
  schema: 'solarcell.compare/1',
  conditions: {
    spectrum: 'am1.5g',
    spectrum_irradiance_W_m2: 1000.37,
    irradiance_W_m2: [1000],
    temperature_C: [25],
    hours: 5,
    baseline: 'perc',
    set: [],
  },
  results: [result('shj', 25, 25), result('perc', 20, 0)],
  provenance: {
    version: '0.1.0',
    models: {
      light: '',
      optics: '',
      device: '',
      circuit: '',
      energy: '',
      auger: ['richter2012'],
      narrowing: ['schenk1998'],
      mobility: ['klaassen1992'],
      injection: ['quasi-neutral'],
      gap: ['paessler2002'],
      density: ['couderc2014'],
      radiative: ['roosbroeck1954'],
      screening: ['fell2021'],
      tunnelling: ['none'],
      ionisation: ['complete'],
    },
    cells: { shj: 'sha256:0', perc: 'sha256:1' },
  },
};
const plain = { bold: String, dim: String, green: String };

test('a bar has eighths of a character and never more than its width', () => {
  expect(bar(1, 4)).toBe('████');
  expect(bar(0.5, 4)).toBe('██');
  expect(bar(0.5 + 1 / 32, 4)).toBe('██▏');
  expect(bar(0, 4)).toBe('');
  expect(bar(7, 4)).toBe('████');
});

test('the table: conditions, heads with units, a row a cell, the best marked, the answer', () => {
  expect(compareTable(document, plain)).toBe(`Light     AM1.5G at 1000 W/m2, cells at 25 °C
Time      5 h of that light
Baseline  perc

 Cell     Voc      Jsc      FF   Efficiency    Pmax   Energy       Gain
            V   mA/cm2       %            %    W/m2   kWh/m2          %

 shj   0.7000    40.00   80.00        25.00*  250.0*   1.250*     +25.0  ████████████████████
 perc  0.7000    40.00   80.00        20.00   200.0    1.000   baseline  ████████████████

shj makes the most energy: 25.0 % more than perc.
* best. Gain and bar: energy per area; gain over perc.
`);
});

test('on a narrow terminal the bar is shorter, or left out, and no line of the table wraps', () => {
  const at = (columns: number) => compareTable(document, { ...plain, columns });
  const longest = (text: string) =>
    Math.max(
      ...text.split('\n').flatMap((line) => (/^ (shj|perc) /.test(line) ? [line.length] : [])),
    );
  expect(at(200)).toBe(compareTable(document, plain));
  expect(longest(at(200))).toBe(93);
  for (const columns of [92, 85, 81]) expect(longest(at(columns))).toBe(columns);
  expect(at(81)).toContain('Gain and bar: energy');
  expect(at(80)).not.toContain('█');
  expect(at(80)).toContain('* best. Gain: energy');
  expect(at(40)).toBe(at(80));
});

test('CSV has units in its heads and one line a result', () => {
  const [head, first, ...rest] = compareCsv(document).trimEnd().split('\n');
  expect(head).toContain('cell,irradiance_W_m2,temperature_C,voc_V,jsc_mA_cm2,ff_pct');
  expect(head).toContain('energy_kWh_m2,gain_pct,photons_incident_mA_cm2');
  expect(first).toContain('shj,1000,25,0.7,40,80,25,');
  expect(first!.split(',')).toHaveLength(head!.split(',').length);
  expect(rest).toHaveLength(1);
});

test('Markdown is a list of conditions and one table', () => {
  const lines = compareMarkdown(document).split('\n');
  expect(lines[0]).toBe('- Light: AM1.5G at 1000 W/m2, cells at 25 °C');
  expect(lines).toContain('| shj | 0.7000 | 40.00 | 80.00 | 25.00 | 250.0 | 1.250 | +25.0 |');
});

test('JSON comes back as it went', () => {
  expect(JSON.parse(compareJson(document))).toEqual(document);
});
