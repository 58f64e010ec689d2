import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Figure } from '../figure.ts';
import { cellStyles } from '../seriesStyle.ts';

/** Efficiency of cells against temperature, and their power relative to its value at 25 °C. */
export function temperaturesFigure(documents: readonly SimulateDocument[]): Figure | undefined {
  const drawn = documents.filter(({ temperature }) => temperature !== undefined);
  const [first] = drawn;
  if (first === undefined) return undefined;
  const styles = cellStyles(drawn.map(({ cell }) => cell));
  const along = axis('temperature_C', 'Cell temperature', '°C', { tight: true });
  const lines = (of: (document: SimulateDocument, k: number) => number) =>
    drawn.map((document) => ({
      name: document.cell,
      style: styles.get(document.cell)!,
      points: document.temperature!.rows.map(
        (row, k) => [row.temperature_C, of(document, k)] as const,
      ),
    }));
  return {
    name: 'temperatures',
    title: 'Efficiency against temperature',
    subtitle: `At ${first.conditions.irradiance_W_m2} W/m²; below: of the power at ${first.conditions.temperature_C} °C`,
    panels: [
      {
        kind: 'curves',
        share: 0.85,
        x: along,
        y: axis('efficiency_pct', 'Efficiency', '%'),
        curves: lines(({ temperature }, k) => temperature!.rows[k]!.efficiency_pct),
      },
      {
        kind: 'curves',
        share: 0.85,
        x: along,
        y: axis('relative_pct', 'Relative power', '%'),
        curves: lines(
          ({ temperature, figures }, k) =>
            (100 * temperature!.rows[k]!.pmax_W_m2) / figures.pmax_W_m2,
        ),
      },
    ],
  };
}
