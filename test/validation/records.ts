import { simulateCell } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { records } from '../cell/recordCells.ts';
import { type Comparison, efficiencyBars } from './comparison.ts';

/** Published record cells: what was measured beside what comes out of their files. */
export async function compareRecords(): Promise<Comparison> {
  const spectrum = await loadSpectrum('am1.5g');
  const light = { spectrum, irradiance: 1000, temperature: 25 };
  const cells = await Promise.all(
    records.map(async (measured) => ({
      measured,
      computed: simulateCell(await loadCell(measured.name), light),
    })),
  );
  const worst = (of: (cell: (typeof cells)[number]) => number) =>
    Math.max(...cells.map((cell) => Math.abs(of(cell))));
  return {
    title: 'Four measured record cells',
    text: 'SHJ of Panasonic (24.7 %) and LONGi (26.81 %), TOPCon of Fraunhofer ISE (25.8 %), PERL of UNSW (25.0 %). Each cell file says which parameters were adjusted to the measurement and from what, so **this is a fit, no prediction**: it shows that published structures reach the measured figures with physical parameters. Of the cell of LONGi only optics and the hole contact are adjusted; its wafer, lifetime and series resistance are those its authors report (doi:10.1002/pip.3775), and voltage and fill factor come out of them.',
    deviations: [
      {
        quantity: 'Voc',
        found: worst(({ measured, computed }) => 1e3 * (computed.voc_V - measured.voc)),
        unit: 'mV',
        bound: 3,
      },
      {
        quantity: 'Jsc',
        found: worst(({ measured, computed }) => computed.jsc_mA_cm2 - measured.jsc),
        unit: 'mA/cm2',
        bound: 0.2,
      },
      {
        quantity: 'fill factor',
        found: worst(({ measured, computed }) => computed.ff_pct - measured.ff),
        unit: '% absolute',
        bound: 0.5,
      },
      {
        quantity: 'efficiency',
        found: worst(({ measured, computed }) => computed.efficiency_pct - measured.efficiency),
        unit: '% absolute',
        bound: 0.2,
      },
    ],
    figure: efficiencyBars(
      'records',
      'Record cells: measured and computed',
      { series: 'measured', word: 'measured' },
      cells.map(({ measured, computed }) => ({
        name: measured.name,
        published: measured.efficiency,
        computed: computed.efficiency_pct,
      })),
    ),
  };
}
