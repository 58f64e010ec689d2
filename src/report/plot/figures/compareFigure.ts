import type { CompareDocument, CompareResult } from '../../compareDocument.ts';
import { type Axis, axis, type BarPanel, type CurvePanel, type Figure } from '../figure.ts';
import { cellStyles } from '../seriesStyle.ts';

/** Panels of a comparison over more than one condition, at most; the rest is left to the numbers. */
const mostPanels = 4;

/** Cells side by side: bars in one condition, lines over irradiance or temperature in several. */
export function compareFigure(document: CompareDocument): Figure {
  const { conditions, results } = document;
  const { irradiance_W_m2: lights, temperature_C: heats } = conditions;
  const light = /^am\d/.test(conditions.spectrum)
    ? conditions.spectrum.toUpperCase()
    : conditions.spectrum;
  const head = {
    name: 'compare',
    title: `Comparison of ${[...new Set(results.map((r) => r.cell))].join(', ')}`,
  };
  const at = `${light} at ${lights.length > 3 ? `${Math.min(...lights)} to ${Math.max(...lights)}` : lights.join(', ')} W/m², cells at ${heats.length > 3 ? `${Math.min(...heats)} to ${Math.max(...heats)}` : heats.join(', ')} °C`;
  const energy = conditions.profile
    ? `; energy of ${conditions.profile.name}, ${conditions.profile.insolation_kWh_m2.toFixed(2)} kWh/m² of light`
    : conditions.hours === undefined
      ? ''
      : `; energy of ${conditions.hours} h`;
  const set = conditions.set.length > 0 ? `; ${conditions.set.join(', ')}` : '';
  const subtitle = `${at}${energy}${set}`;
  if (lights.length === 1 && heats.length === 1) {
    return { ...head, subtitle, panels: barPanels(results, conditions.baseline) };
  }
  return { ...head, subtitle, panels: curvePanels(document) };
}

function barPanels(results: readonly CompareResult[], baseline: string): BarPanel[] {
  const styles = cellStyles(results.map(({ cell }) => cell));
  const category = { quantity: 'Cell', key: 'cell' };
  const panel = (
    value: Axis,
    of: (result: CompareResult) => number,
    digits: number,
    sign = false,
  ): BarPanel => ({
    kind: 'bars',
    direction: 'lying',
    category,
    value,
    bars: results.map((result) => {
      const text = of(result).toFixed(digits).replace('-', '−');
      return {
        category: result.cell,
        series: '',
        style: styles.get(result.cell)!,
        from: 0,
        to: of(result),
        text: sign && of(result) > 0 ? `+${text}` : text,
      };
    }),
  });
  const hasEnergy = results.some((result) => result.energy_kWh_m2 !== undefined);
  return [
    hasEnergy
      ? panel(
          axis('energy_kWh_m2', 'Energy', 'kWh/m²', { zero: true }),
          (result) => result.energy_kWh_m2 ?? 0,
          3,
        )
      : panel(
          axis('pmax_W_m2', 'Maximum power', 'W/m²', { zero: true }),
          (result) => result.pmax_W_m2,
          1,
        ),
    panel(
      axis('gain_pct', `Gain over ${baseline}`, '%', { zero: true }),
      (result) => result.gain_pct,
      1,
      true,
    ),
  ];
}

function curvePanels({ conditions, results }: CompareDocument): CurvePanel[] {
  const { irradiance_W_m2: lights, temperature_C: heats, baseline } = conditions;
  const overLight = lights.length > 1;
  const others = (overLight ? heats : [lights[0]!]).slice(0, mostPanels);
  const cells = [...new Set(results.map(({ cell }) => cell))];
  const styles = cellStyles(cells);
  const along = overLight
    ? axis('irradiance_W_m2', 'Irradiance', 'W/m²', {
        tight: true,
        ...(Math.max(...lights) / Math.min(...lights) > 30 ? { scale: 'log' as const } : {}),
      })
    : axis('temperature_C', 'Cell temperature', '°C', { tight: true });
  const panel = (
    value: Axis,
    of: (result: CompareResult) => number,
    other: number,
    title: string | undefined,
  ): CurvePanel => ({
    kind: 'curves',
    ...(title === undefined ? {} : { title }),
    share: 0.85,
    x: along,
    y: value,
    curves: cells.map((cell) => ({
      name: cell,
      style: styles.get(cell)!,
      points: results
        .filter(
          (r) => r.cell === cell && (overLight ? r.temperature_C : r.irradiance_W_m2) === other,
        )
        .map((r) => [overLight ? r.irradiance_W_m2 : r.temperature_C, of(r)] as const)
        .sort((a, b) => a[0] - b[0]),
    })),
  });
  return others.flatMap((other) => {
    const title =
      others.length > 1 ? (overLight ? `At ${other} °C` : `At ${other} W/m²`) : undefined;
    return [
      panel(axis('efficiency_pct', 'Efficiency', '%'), (r) => r.efficiency_pct, other, title),
      ...(cells.length > 1
        ? [
            panel(
              axis('gain_pct', `Gain over ${baseline}`, '%'),
              (r) => r.gain_pct,
              other,
              undefined,
            ),
          ]
        : []),
    ];
  });
}
