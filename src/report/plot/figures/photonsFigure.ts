import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Bar, type Figure } from '../figure.ts';
import { styles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** Ends below this are left to the numbers, mA/cm2. */
const shown = 0.005;

/**
 * Where the photons end, as currents.
 *
 * @param document the cell in air
 * @param module the same in a module, beside it: its budget as `solarcell optics` has it, mA/cm2
 */
export function photonsFigure(
  { photons, cell, conditions }: SimulateDocument,
  module?: Readonly<Record<string, number>>,
): Figure {
  const bothLit = conditions.rear_irradiance_W_m2 !== undefined;
  const ends: readonly PhotonsEnd[] = [
    ['absorbed in the wafer', 'wafer', photons.wafer, styles.blue],
    ...filmsOf(photons.films, module).map(
      (name) => [`absorbed in ${name}`, name, photons.films[name] ?? 0, styles.orange] as const,
    ),
    [bothLit ? 'reflected' : 'reflected at the front', 'reflected', photons.reflected, styles.grey],
    [
      bothLit ? 'escaped where it came in' : 'escaped from the front',
      'escaped',
      photons.escaped,
      styles.grey,
    ],
    ['transmitted', 'transmitted', photons.transmitted, styles.grey],
    ['shaded by the grid', 'shaded', photons.shaded, styles.grey],
  ];
  const inModule = (key: string) => module?.[key] ?? 0;
  const seen = ends.filter(([, key, value]) => Math.max(value, inModule(key)) >= shown);
  const bar = (category: string, series: string, value: number, style: Bar['style']): Bar => ({
    category,
    series,
    style,
    from: 0,
    to: value,
    text: value.toFixed(2),
  });
  return {
    name: 'photons',
    title: `Photon budget of ${cell}${module ? ', in air and in a module' : ''}`,
    subtitle: `${conditionsText(conditions)}: ${photons.incident.toFixed(2)} mA/cm² of photons`,
    panels: [
      {
        kind: 'bars',
        direction: 'lying',
        category: { quantity: 'End', key: 'end' },
        value: axis('current_mA_cm2', 'Photon current', 'mA/cm²', { zero: true }),
        bars: seen.flatMap(([category, key, value, style]) =>
          module
            ? [
                bar(category, 'in air', value, styles.blue),
                bar(category, 'in a module', inModule(key), styles.orange),
              ]
            : [bar(category, '', value, style)],
        ),
      },
    ],
  };
}

/** Name for people and in results, photons in air, style. */
type PhotonsEnd = readonly [string, string, number, Bar['style']];

/** Ends of a budget that are no films. */
const others = ['incident', 'shaded', 'reflected', 'escaped', 'transmitted', 'wafer'];

/** Films in the order of the light; of a module with its covers. */
function filmsOf(
  films: Readonly<Record<string, number>>,
  module: Readonly<Record<string, number>> | undefined,
): string[] {
  return Object.keys(module ?? films).filter((name) => !others.includes(name));
}
