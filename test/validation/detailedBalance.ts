import { readFileSync } from 'node:fs';
import { detailedBalanceLimit } from '../../src/cell/detailedBalance.ts';
import { loadSpectrum } from '../../src/node/loadSpectrum.ts';
import { axis } from '../../src/report/plot/figure.ts';
import { type Comparison, largestRelative, lineAndDots } from './comparison.ts';

interface Limits {
  readonly band_gap_eV: readonly number[];
  readonly jsc_mA_cm2: readonly number[];
  readonly voc_V: readonly number[];
  readonly efficiency: readonly number[];
}

/** The detailed-balance limit over the band gap, beside an independent calculation. */
export async function compareDetailedBalance(): Promise<Comparison> {
  const path = new URL('../reference/detailed-balance/shockley_queisser.json', import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8'));
  const theirs: Limits = file.independent_double_precision.emission_from_front_only;
  const spectrum = await loadSpectrum('am1.5g');
  const order = theirs.band_gap_eV
    .map((gap, i) => [gap, i] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, i]) => i);
  const ours = theirs.band_gap_eV.map((gap) => detailedBalanceLimit(gap, spectrum, 298.15, 1000));
  const efficiency = (i: number) => ours[i]!.efficiency_pct;
  return {
    title: 'The detailed-balance limit',
    text: 'Ideal cells of one gap, emitting from the front only, in the spectrum of ASTM G173-03 at 25 °C: 79 gaps beside an independent calculation in double precision (`test/reference/detailed-balance`). `test/cell/limit.test.ts` also holds the limit of silicon, 29.43 %, of Richter 2013 (doi:10.1109/JPHOTOV.2013.2270351).',
    deviations: [
      {
        quantity: 'Jsc, every gap',
        found: largestRelative(
          ours.map(({ jsc_mA_cm2 }) => jsc_mA_cm2),
          theirs.jsc_mA_cm2,
        ),
        unit: 'relative',
        bound: 2e-6,
      },
      {
        quantity: 'Voc, every gap',
        found: largestRelative(
          ours.map(({ voc_V }) => voc_V),
          theirs.voc_V,
        ),
        unit: 'relative',
        bound: 2e-6,
      },
      {
        quantity: 'efficiency, every gap',
        found: largestRelative(
          ours.map(({ efficiency_pct }) => efficiency_pct / 100),
          theirs.efficiency,
        ),
        unit: 'relative',
        bound: 2e-6,
      },
    ],
    figure: {
      name: 'detailed-balance',
      title: 'Efficiency that no cell of one gap exceeds',
      subtitle: 'Line: this program. Symbols: an independent calculation',
      panels: [
        {
          kind: 'curves',
          x: axis('band_gap_eV', 'Band gap', 'eV', { tight: true }),
          y: axis('efficiency_pct', 'Efficiency', '%'),
          curves: lineAndDots(
            0,
            'limit',
            order.map((i) => [theirs.band_gap_eV[i]!, efficiency(i)] as const),
            order
              .filter((_, k) => k % 3 === 0)
              .map((i) => [theirs.band_gap_eV[i]!, 100 * theirs.efficiency[i]!] as const),
            { labelAt: 1.9, labelSide: 'right' },
          ),
        },
      ],
    },
  };
}
