import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Figure } from '../figure.ts';
import { seriesStyle } from '../seriesStyle.ts';

const quantities = [
  { key: 'jsc_mA_cm2', name: 'Jsc', slope: 'jsc_pct_K' },
  { key: 'ff_pct', name: 'FF', slope: 'ff_pct_K' },
  { key: 'voc_V', name: 'Voc', slope: 'voc_pct_K' },
  { key: 'pmax_W_m2', name: 'Pmax', slope: 'pmax_pct_K' },
] as const;

/** Efficiency against temperature, and each key figure relative to its value at 25 °C. */
export function temperatureFigure(document: SimulateDocument): Figure | undefined {
  const { temperature, cell, conditions, figures } = document;
  if (!temperature) return undefined;
  const { rows } = temperature;
  const along = axis('temperature_C', 'Cell temperature', '°C', { tight: true });
  const slopes = quantities.map(({ name, slope }) => {
    const value = temperature[slope];
    return `${name} ${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(3)} %/K`;
  });
  return {
    name: 'temperature',
    title: `Temperature dependence of ${cell}`,
    subtitle: `${conditions.irradiance_W_m2} W/m², coefficients: ${slopes.join(', ')}`,
    panels: [
      {
        kind: 'curves',
        x: along,
        y: axis('efficiency_pct', 'Efficiency', '%'),
        curves: [
          {
            name: 'efficiency',
            style: seriesStyle(0),
            unnamed: true,
            points: rows.map((row) => [row.temperature_C, row.efficiency_pct]),
          },
        ],
      },
      {
        kind: 'curves',
        x: along,
        y: axis('relative_pct', 'Of the value at 25 °C', '%'),
        curves: quantities.map(({ key, name }, k) => ({
          name,
          style: seriesStyle(k),
          points: rows.map((row) => [row.temperature_C, (100 * row[key]) / figures[key]] as const),
        })),
      },
    ],
  };
}
