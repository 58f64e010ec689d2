import { expect, test } from 'vitest';
import { cellGrid } from '../../src/cell/gridCircuit.ts';
import { parseCell, readCell } from '../../src/cell/parseCell.ts';
import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { minimalCell } from './minimalCell.ts';

const file = 'mine.yaml';
const grid = `  grid:
    finger_spacing: 1.2 mm
    finger_width: 30 um
    finger_height: 15 um
    finger_resistivity: 3 uohm cm
    contact_resistivity: 2 mohm cm^2
    sheet_resistance: 45 ohm
    busbar_spacing: 18 mm
`;

test('a grid has the resistance of its closed formulas, and busbars shade what fingers leave', async () => {
  const { circuit } = await parseCell(`${minimalCell}${grid}    busbar_width: 0.18 mm\n`, { file });
  const parts = cellGrid(circuit.grid!);
  // 45 s^2/12; 3e-6 L^2 s/(3 w t) with L = 8.91 mm; contact with a transfer length of 66.7 um.
  expect(parts.sheet).toBeCloseTo(0.054, 9);
  expect(parts.finger).toBeCloseTo((3e-6 * 0.891 ** 2 * 0.12) / (3 * 30e-4 * 15e-4), 9);
  expect(parts.contact).toBeCloseTo(0.0813, 3);
  expect(parts.shading).toBeCloseTo(1 - (1 - 0.025) * (1 - 0.01), 12);
  expect(circuit.series_resistance).toBeCloseTo(0.3 + parts.total, 12);
  expect(circuit.shading).toBeCloseTo(1 - (1 - 0.025) * (1 - parts.shading), 12);
});

test('an exposed junction of 19 nA/cm around a full cell costs 0.1 to 0.6 % in efficiency', async () => {
  // Fell 2018, doi:10.1109/JPHOTOV.2017.2787020: the worst case, any junction at a bare edge.
  const conditions = { spectrum: await loadSpectrum('am1.5g'), irradiance: 1000, temperature: 25 };
  const plain = simulateCell(await loadCell('perc'), conditions);
  const set = [
    'circuit.area=243.36',
    'circuit.edge.perimeter=62.4',
    'circuit.edge.saturation_current=19 nA/cm',
  ];
  const cell = await loadCell('perc', { set });
  expect(cell.description.circuit.second_diode).toEqual({
    saturation_current: (19e-9 * 62.4) / 243.36,
    ideality: 2,
  });
  const cut = simulateCell(cell, conditions);
  expect(plain.efficiency_pct - cut.efficiency_pct).toBeGreaterThan(0.1);
  expect(plain.efficiency_pct - cut.efficiency_pct).toBeLessThan(0.6);
  expect(plain.isc_A).toBeUndefined();
  expect(cut.isc_A).toBeCloseTo((cut.jsc_mA_cm2 * 243.36) / 1e3, 9);
  expect(cut.power_W).toBeCloseTo(cut.vmp_V * cut.imp_A!, 9);
});

test.each([
  [
    grid.replace('30 um', '900 um').replace('1.2 mm', '0.5 mm'),
    'is wider than the fingers are apart',
  ],
  [
    `${grid}    busbar_width: 10 mm\n`.replace('18 mm', '5 mm'),
    'is wider than the busbars are apart',
  ],
  ['  edge: { perimeter: 60 cm, saturation_current: 1 nA/cm }\n', 'is needed by edge'],
])('a geometry that cannot be is refused', async (more, message) => {
  const { problems } = await readCell(minimalCell + more, { file });
  expect(problems.map((problem) => problem.message).join()).toContain(message);
});
