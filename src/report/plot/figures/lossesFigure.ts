import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Bar, type Figure } from '../figure.ts';
import { styles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** Losses below this are shown together, % of the light. */
const shown = 0.02;

/** From the limit of the wafer down to the cell: a step for each loss. */
export function lossesFigure(document: SimulateDocument): Figure | undefined {
  const { limit, losses, figures, cell, conditions } = document;
  if (!limit || !losses) return undefined;
  const large = losses.filter((row) => Math.abs(row.efficiency_pct) >= shown);
  const small = losses.filter((row) => Math.abs(row.efficiency_pct) < shown);
  const steps = [
    ...large.map(({ path, place, efficiency_pct }) => ({
      name: `${path}, ${place}`,
      loss: efficiency_pct,
    })),
    ...(small.length > 0
      ? [
          {
            name: `${small.length} smaller ones`,
            loss: small.reduce((sum, row) => sum + row.efficiency_pct, 0),
          },
        ]
      : []),
  ];
  const floor = Math.floor(figures.efficiency_pct - 1);
  const bar = (category: string, from: number, to: number, style: Bar['style'], text: string) => ({
    category,
    series: '',
    style,
    from,
    to,
    text,
  });
  const bars: Bar[] = [
    bar(
      'limit of the absorber',
      floor,
      limit.efficiency_pct,
      styles.green,
      limit.efficiency_pct.toFixed(2),
    ),
  ];
  let left = limit.efficiency_pct;
  for (const { name, loss } of steps) {
    const text = `${loss > 0 ? '−' : '+'}${Math.abs(loss).toFixed(2)}`;
    bars.push(bar(name, left - loss, left, loss > 0 ? styles.vermilion : styles.sky, text));
    left -= loss;
  }
  const { efficiency_pct } = figures;
  bars.push(bar('delivered', floor, efficiency_pct, styles.blue, efficiency_pct.toFixed(2)));
  const top = Math.ceil(limit.efficiency_pct);
  return {
    name: 'losses',
    title: `Losses of ${cell}, from the limit of its wafer to its terminals`,
    subtitle: `${conditionsText(conditions)}, at maximum power. The axis starts at ${floor} %`,
    panels: [
      {
        kind: 'bars',
        direction: 'lying',
        category: { quantity: 'Loss', key: 'loss' },
        value: axis('efficiency_pct', 'Efficiency', '%', { domain: [floor, top] }),
        bars,
      },
    ],
  };
}
