import { moduleText } from '../../moduleConditions.ts';
import { commonEnds, type OpticsComparisonDocument } from '../../opticsComparison.ts';
import { axis, type Figure } from '../figure.ts';
import { cellStyles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** Photon budgets of cells beside each other; over angles their responses. */
export function comparedOpticsFigure(document: OpticsComparisonDocument): Figure {
  const { cells } = document;
  const { conditions, iam } = cells[0]!;
  const styles = cellStyles(cells.map(({ cell }) => cell));
  const subtitle = `${conditionsText(conditions)}, ${moduleText(conditions.module)}`;
  if (iam !== undefined) {
    return {
      name: 'optics',
      title: 'Light in the wafer at an angle, over that along the normal',
      subtitle,
      panels: [
        {
          kind: 'curves',
          x: axis('angle_deg', 'Angle', '°', { tight: true }),
          y: axis('iam', 'Response', '', { zero: true }),
          curves: cells.map(({ cell, iam: rows = [] }) => ({
            name: cell,
            style: styles.get(cell)!,
            smooth: true,
            points: rows.map((row) => [row.angle_deg, row.iam]),
          })),
        },
      ],
    };
  }
  const ends = [...commonEnds(document)].filter(([end]) => end !== 'incident');
  return {
    name: 'optics',
    title: 'Where the photons end',
    subtitle: `${subtitle}: ${cells[0]!.budget_mA_cm2.incident!.toFixed(2)} mA/cm² of photons`,
    panels: [
      {
        kind: 'bars',
        direction: 'lying',
        category: { quantity: 'End', key: 'end' },
        value: axis('current_mA_cm2', 'Photon current', 'mA/cm²', { zero: true }),
        bars: ends.flatMap(([end, currents]) =>
          cells.map(({ cell }, i) => ({
            category: end,
            series: cell,
            style: styles.get(cell)!,
            from: 0,
            to: currents[i]!,
            text: currents[i]!.toFixed(2),
          })),
        ),
      },
    ],
  };
}
