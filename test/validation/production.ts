import { cellSimulator } from '../../src/cell/simulate.ts';
import { loadCell } from '../../src/node/loadCell.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { production } from '../cell/productionCells.ts';
import { type Comparison, efficiencyBars } from './comparison.ts';

/** The production cells beside published averages: each as well adjusted as the others. */
export async function compareProduction(): Promise<Comparison> {
  const spectrum = await loadSpectrum('am1.5g');
  const cells = await Promise.all(
    production.map(async (published) => {
      const cell = await loadCell(published.name);
      const [standard, hot] = [25, 65].map((temperature) =>
        cellSimulator(cell, spectrum, temperature).at(1000),
      );
      return { published, standard: standard!, hot: hot! };
    }),
  );
  const averages = cells.flatMap(({ published: { name, average }, standard }) =>
    average === undefined ? [] : [{ name, average, found: standard.efficiency_pct }],
  );
  const aluminium = cells.find(({ published }) => published.average === undefined)!;
  return {
    title: 'Four production cells beside what they are adjusted to',
    text: 'The three of today are held to one statistic: the average of mass production in 2022, 24.6 % heterojunction, 24.5 % TOPCon, 23.2 % PERC (China Photovoltaic Industry Association, roadmap of 2022-2023), so that no cell is better tuned than another. Of monocrystalline Al-BSF no such average was found; it is held to the mean voltage of a cell in 19 modules of the CEC list, 0.6285 V. Temperature coefficients of power from 25 to 65 °C are beside the means of such modules in the CEC list of 2022. What was moved for it, from what and why, stands in the cell files under `adjusted`: **a fit, no prediction**.',
    deviations: [
      {
        quantity: 'efficiency: shj, topcon, perc',
        found: Math.max(...averages.map(({ found, average }) => Math.abs(found - average))),
        unit: '% absolute',
        bound: 0.1,
      },
      {
        quantity: 'Voc: al-bsf',
        found: 1e3 * Math.abs(aluminium.standard.voc_V - aluminium.published.cellVoltage!),
        unit: 'mV',
        bound: 2,
      },
      {
        quantity: 'temperature coefficient of power',
        found: Math.max(
          ...cells.map(({ published, standard, hot }) =>
            Math.abs((100 * (hot.pmax_W_m2 / standard.pmax_W_m2 - 1)) / 40 - published.modules),
          ),
        ),
        unit: '%/K',
        bound: 0.02,
      },
    ],
    figure: efficiencyBars(
      'production',
      'Production cells: average of 2022 and computed',
      { series: 'average of 2022', word: 'average' },
      averages.map(({ name, average, found }) => ({ name, published: average, computed: found })),
    ),
  };
}
