import type { LimitDocument } from '../../limitDocument.ts';
import { axis, type Figure } from '../figure.ts';
import { seriesStyle, styles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** The limit over gap or thickness; none of a single one. */
export function limitFigure(document: LimitDocument): Figure | undefined {
  const { results, models, conditions } = document;
  if (results.length < 2) return undefined;
  const silicon = models.kind === 'silicon';
  const at = (row: (typeof results)[number]) => (silicon ? row.thickness_um : row.band_gap_eV) ?? 0;
  const best = results.reduce((a, b) => (b.efficiency_pct > a.efficiency_pct ? b : a));
  const unit = silicon ? 'µm' : 'eV';
  const highest = `${best.efficiency_pct.toFixed(2)} % at ${Number(at(best).toPrecision(4))} ${unit}`;
  const xs = results.map(at);
  const wide = Math.max(...xs) / Math.min(...xs) > 30;
  return {
    name: 'limit',
    title: silicon
      ? 'Limiting efficiency of silicon over thickness'
      : 'Detailed-balance limit over the band gap',
    subtitle: `${conditionsText(conditions)}; optics ${models.optics}, Auger ${models.auger}. Highest: ${highest}`,
    panels: [
      {
        kind: 'curves',
        x: silicon
          ? axis('thickness_um', 'Thickness', 'µm', {
              tight: true,
              ...(wide ? { scale: 'log' } : {}),
            })
          : axis('band_gap_eV', 'Band gap', 'eV', { tight: true }),
        y: axis('efficiency_pct', 'Efficiency', '%'),
        curves: [
          {
            name: 'limit',
            style: seriesStyle(0),
            unnamed: true,
            points: results
              .map((row) => [at(row), row.efficiency_pct] as const)
              .sort((a, b) => a[0] - b[0]),
          },
        ],
        spots: [
          {
            x: at(best),
            y: best.efficiency_pct,
            text: highest,
            style: styles.orange,
            unnamed: true,
          },
        ],
      },
    ],
  };
}
