import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Figure, type FigurePoint } from '../figure.ts';
import { seriesStyle, styles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** The curve as it is delivered: up to open circuit, where it is exactly zero. */
export function deliveredCurve({ jv = [], figures }: SimulateDocument): FigurePoint[] {
  const { vmp_V, jmp_mA_cm2, voc_V } = figures;
  const points: FigurePoint[] = [
    ...jv
      .filter((row) => row.voltage_V < voc_V)
      .map((row): FigurePoint => [row.voltage_V, row.current_mA_cm2]),
    [vmp_V, jmp_mA_cm2],
    [voc_V, 0],
  ];
  return points.sort((a, b) => a[0] - b[0]);
}

/** Current and power over voltage, in the light and in the dark, with the point of maximum power. */
export function jvFigure(document: SimulateDocument): Figure | undefined {
  const { jv, jv_dark, cell, figures, conditions } = document;
  if (!jv) return undefined;
  const { voc_V, jsc_mA_cm2, vmp_V, jmp_mA_cm2, pmax_W_m2 } = figures;
  const light = deliveredCurve(document);
  const dark = (jv_dark ?? []).map(
    (row) => [row.voltage_V, Math.abs(row.current_mA_cm2)] as [number, number],
  );
  const voltage = axis('voltage_V', 'Voltage', 'V', { zero: true });
  return {
    name: 'jv',
    title: `J-V curve and power of ${cell}`,
    subtitle: `${conditionsText(conditions)}: Voc ${voc_V.toFixed(4)} V, Jsc ${jsc_mA_cm2.toFixed(2)} mA/cm², FF ${figures.ff_pct.toFixed(2)} %`,
    panels: [
      {
        kind: 'curves',
        x: voltage,
        y: axis('current_mA_cm2', 'Current density', 'mA/cm²', {
          domain: [0, Math.ceil((jsc_mA_cm2 * 1.12) / 5) * 5],
        }),
        curves: [
          {
            name: 'light',
            style: seriesStyle(0),
            points: light,
            smooth: true,
            labelAt: voc_V * 0.25,
          },
          { name: 'dark', style: seriesStyle(1), points: dark, smooth: true, labelAt: voc_V * 0.5 },
        ],
        spots: [{ x: vmp_V, y: jmp_mA_cm2, text: 'maximum power', style: styles.orange }],
      },
      {
        kind: 'curves',
        share: 0.75,
        x: voltage,
        y: axis('power_W_m2', 'Power', 'W/m²', { zero: true }),
        curves: [
          {
            name: 'power',
            style: seriesStyle(2),
            points: light.map(([v, j]) => [v, v * j * 10]),
            smooth: true,
            unnamed: true,
          },
        ],
        spots: [
          { x: vmp_V, y: pmax_W_m2, text: `${pmax_W_m2.toFixed(1)} W/m²`, style: styles.orange },
        ],
      },
    ],
  };
}
