import type { LifetimeRow } from '../../../cell/lifetime.ts';
import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Figure } from '../figure.ts';
import { seriesStyle } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** Effective lifetime and J0 against injection. */
export function lifetimeFigure(document: SimulateDocument): Figure | undefined {
  const { lifetime, cell, conditions } = document;
  if (!lifetime) return undefined;
  const injection = axis('injection_cm3', 'Excess carriers', 'cm⁻³', { scale: 'log' });
  const over = (value: (row: LifetimeRow) => number) =>
    lifetime.map((row) => [row.injection_cm3, value(row)] as const);
  return {
    name: 'lifetime',
    title: `Lifetime and J0 of ${cell} against injection`,
    subtitle: `At open circuit; ${conditionsText(conditions)} is one sun`,
    panels: [
      {
        kind: 'curves',
        x: injection,
        y: axis('lifetime_s', 'Lifetime', 's', { scale: 'log' }),
        curves: [
          { name: 'effective', style: seriesStyle(0), points: over((row) => row.lifetime_s) },
          {
            name: 'in the wafer',
            style: seriesStyle(1),
            points: over((row) => row.bulk_lifetime_s),
          },
        ],
      },
      {
        kind: 'curves',
        x: injection,
        y: axis('j0_fA_cm2', 'J0', 'fA/cm²', { zero: true }),
        curves: [
          { name: 'both sides', style: seriesStyle(0), points: over((row) => row.j0_fA_cm2) },
          { name: 'front', style: seriesStyle(2), points: over((row) => row.j0_front_fA_cm2) },
          { name: 'rear', style: seriesStyle(3), points: over((row) => row.j0_rear_fA_cm2) },
        ],
      },
    ],
  };
}
