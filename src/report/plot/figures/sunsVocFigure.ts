import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Figure } from '../figure.ts';
import { seriesStyle } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** Open circuit against light, and the curve without series resistance that follows from it. */
export function sunsVocFigure(document: SimulateDocument): Figure | undefined {
  const { suns_voc, cell, conditions, figures } = document;
  if (!suns_voc) return undefined;
  const pseudo = suns_voc.filter((row) => row.pseudo_current_mA_cm2 >= -1e-9);
  const voltages = [figures.vmp_V - 0.12, figures.voc_V + 0.01] as const;
  return {
    name: 'suns-voc',
    title: `Suns-Voc of ${cell}`,
    subtitle: `${conditionsText(conditions)} is one sun. Pseudo fill factor ${figures.pseudo_ff_pct.toFixed(2)} %, fill factor ${figures.ff_pct.toFixed(2)} %`,
    panels: [
      {
        kind: 'curves',
        x: axis('light_suns', 'Light', 'suns', { scale: 'log' }),
        y: axis('voltage_V', 'Voltage', 'V'),
        curves: [
          {
            name: 'Voc',
            style: seriesStyle(0),
            points: suns_voc.map((row) => [row.suns, row.voc_V]),
          },
          {
            name: 'implied Voc',
            style: seriesStyle(1),
            points: suns_voc.map((row) => [row.suns, row.implied_voc_V]),
          },
        ],
      },
      {
        kind: 'curves',
        x: axis('pseudo_voltage_V', 'Voltage', 'V', { domain: voltages }),
        y: axis('current_mA_cm2', 'Current density', 'mA/cm²', { zero: true }),
        curves: [
          {
            name: 'pseudo J-V',
            style: seriesStyle(2),
            smooth: true,
            points: pseudo
              .map((row) => [row.voc_V, Math.max(0, row.pseudo_current_mA_cm2)] as const)
              .sort((a, b) => a[0] - b[0]),
          },
        ],
        spots: [
          {
            x: figures.vmp_V,
            y: figures.jmp_mA_cm2,
            text: 'maximum power of the cell',
            style: seriesStyle(4),
          },
        ],
      },
    ],
  };
}
