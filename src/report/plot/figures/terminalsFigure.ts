import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Figure, type FigurePoint } from '../figure.ts';
import { cellStyles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';
import { deliveredCurve } from './jvFigure.ts';

/** Current and power over voltage of cells in the same light, each with its point of maximum power. */
export function terminalsFigure(documents: readonly SimulateDocument[]): Figure | undefined {
  const drawn = documents.filter(({ jv }) => jv !== undefined);
  if (drawn.length === 0) return undefined;
  const styles = cellStyles(drawn.map(({ cell }) => cell));
  const voltage = axis('voltage_V', 'Voltage', 'V', { zero: true });
  const most = Math.max(...drawn.map(({ figures }) => figures.jsc_mA_cm2));
  const lines = drawn.map((document) => ({
    name: document.cell,
    style: styles.get(document.cell)!,
    smooth: true,
    points: deliveredCurve(document),
  }));
  const spots = (y: (document: SimulateDocument) => number) =>
    drawn.map((document) => ({
      x: document.figures.vmp_V,
      y: y(document),
      text: `maximum power of ${document.cell}`,
      unnamed: true,
      style: styles.get(document.cell)!,
    }));
  return {
    name: 'terminals',
    legend: true,
    title: 'J-V curves and power',
    subtitle: `${conditionsText(drawn[0]!.conditions)}; marks: maximum power`,
    panels: [
      {
        kind: 'curves',
        x: voltage,
        y: axis('current_mA_cm2', 'Current density', 'mA/cm²', {
          domain: [0, Math.ceil((most * 1.05) / 5) * 5],
        }),
        curves: lines,
        spots: spots(({ figures }) => figures.jmp_mA_cm2),
      },
      {
        kind: 'curves',
        share: 0.85,
        x: voltage,
        y: axis('power_W_m2', 'Power', 'W/m²', { zero: true }),
        curves: lines.map((line) => ({
          ...line,
          points: line.points.map(([v, j]): FigurePoint => [v, v * j * 10]),
        })),
        spots: spots(({ figures }) => figures.pmax_W_m2),
      },
    ],
  };
}
