import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Bar, type Figure } from '../figure.ts';
import { styles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** Ends below this are left to the numbers, mA/cm2. */
const shown = 0.005;

/** Where the photons end, as currents. */
export function photonsFigure({ photons, cell, conditions }: SimulateDocument): Figure {
  const bothLit = conditions.rear_irradiance_W_m2 !== undefined;
  const ends: (readonly [string, number, Bar['style']])[] = [
    ['absorbed in the wafer', photons.wafer, styles.blue],
    ...Object.entries(photons.films).map(
      ([name, value]) => [`absorbed in ${name}`, value, styles.orange] as const,
    ),
    [bothLit ? 'reflected' : 'reflected at the front', photons.reflected, styles.grey],
    [bothLit ? 'escaped where it came in' : 'escaped from the front', photons.escaped, styles.grey],
    ['transmitted', photons.transmitted, styles.grey],
    ['shaded by the grid', photons.shaded, styles.grey],
  ];
  return {
    name: 'photons',
    title: `Photon budget of ${cell}`,
    subtitle: `${conditionsText(conditions)}: ${photons.incident.toFixed(2)} mA/cm² of photons`,
    panels: [
      {
        kind: 'bars',
        direction: 'lying',
        category: { quantity: 'End', key: 'end' },
        value: axis('current_mA_cm2', 'Photon current', 'mA/cm²', { zero: true }),
        bars: ends
          .filter(([, value]) => value >= shown)
          .map(([category, value, style]) => ({
            category,
            series: '',
            style,
            from: 0,
            to: value,
            text: value.toFixed(2),
          })),
      },
    ],
  };
}
