import type { RatingDocument } from '../../ratingDocument.ts';
import { axis, type Figure } from '../figure.ts';
import { seriesStyle } from '../seriesStyle.ts';

/** Efficiency over irradiance and temperature: the matrix, and its rows as lines. */
export function ratingFigure({ cell, conditions, results }: RatingDocument): Figure {
  const temperatures = [...new Set(results.map((p) => p.temperature_C))].sort((a, b) => a - b);
  return {
    name: 'rating',
    title: `Efficiency of ${cell} over irradiance and temperature`,
    subtitle: `${conditions.standard}, ${[conditions.spectrum, ...conditions.set].join(', ')}`,
    panels: [
      {
        kind: 'heat',
        title: 'Efficiency (%)',
        x: axis('irradiance_W_m2', 'Irradiance', 'W/m²'),
        y: axis('temperature_C', 'Cell temperature', '°C'),
        value: axis('efficiency_pct', 'Efficiency', '%'),
        digits: 2,
        cells: results.map((point) => ({
          x: point.irradiance_W_m2,
          y: point.temperature_C,
          value: point.efficiency_pct,
        })),
      },
      {
        kind: 'curves',
        x: axis('irradiance_W_m2', 'Irradiance', 'W/m²', { tight: true }),
        y: axis('relative', 'Efficiency, relative', ''),
        curves: temperatures.map((temperature, k) => ({
          name: `${temperature} °C`,
          style: seriesStyle(k),
          points: results
            .filter((point) => point.temperature_C === temperature)
            .map((point) => [point.irradiance_W_m2, point.relative] as const)
            .sort((a, b) => a[0] - b[0]),
        })),
      },
    ],
  };
}
