import { causeNames } from '../../../energy/field/causes.ts';
import { months } from '../../fieldLines.ts';
import type { YearDocument } from '../../yearDocument.ts';
import { axis, type Bar, type Figure } from '../figure.ts';
import { cellStyles } from '../seriesStyle.ts';

function placeText({ site, light }: YearDocument): string {
  return `${site.name}: ${light.poa_kWh_m2.toFixed(0)} kWh/m² of light on the plane`;
}

/** Energy of each month, a bar a cell. */
export function monthlyFigure(document: YearDocument): Figure {
  const { results } = document;
  const styles = cellStyles(results.map(({ cell }) => cell));
  const present = [...new Set(results.flatMap(({ monthly }) => monthly.map((m) => m.month)))].sort(
    (a, b) => a - b,
  );
  return {
    name: 'monthly',
    title: 'Energy by month and cell',
    subtitle: placeText(document),
    panels: [
      {
        kind: 'bars',
        direction: 'standing',
        category: { quantity: 'Month', key: 'month' },
        value: axis('energy_kWh_m2', 'Energy', 'kWh/m²', { zero: true }),
        bars: present.flatMap((month) =>
          results.flatMap(({ cell, monthly }): Bar[] => {
            const found = monthly.find((figures) => figures.month === month);
            if (!found) return [];
            return [
              {
                category: months[month - 1]!,
                series: cell,
                style: styles.get(cell)!,
                from: 0,
                to: found.energy_kWh_m2,
                text: found.energy_kWh_m2.toFixed(1),
              },
            ];
          }),
        ),
      },
    ],
  };
}

/** Two digits with their sign; what rounds to nothing has none. */
function signedText(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}

/** What makes the gain of each cell over the baseline: parts that add up to it. */
export function causesFigure(document: YearDocument): Figure | undefined {
  const { results, settings } = document;
  const compared = results.filter(({ cell }) => cell !== settings.baseline);
  if (compared.length === 0) return undefined;
  const styles = cellStyles(results.map(({ cell }) => cell));
  const words = (name: string) => name.replace('_', ' ').replace(/^bifacial$/, 'rear light');
  const bars = (category: string, of: (result: (typeof compared)[number]) => number): Bar[] =>
    compared.map((result) => {
      const value = of(result);
      return {
        category,
        series: result.cell,
        style: styles.get(result.cell)!,
        from: 0,
        to: value,
        text: signedText(value),
      };
    });
  const acting = causeNames.filter((name) =>
    compared.some(({ annual }) => Math.abs(annual.causes[name]) >= 5e-3),
  );
  return {
    name: 'causes',
    title: `Causes of the gain over ${settings.baseline}`,
    subtitle: `${placeText(document)}; the causes add up to the gain`,
    panels: [
      {
        kind: 'bars',
        direction: 'lying',
        category: { quantity: 'Cause', key: 'cause' },
        value: axis('gain_pct', 'Energy per area', '%', { zero: true }),
        bars: [
          ...acting.flatMap((name) => bars(words(name), ({ annual }) => annual.causes[name])),
          ...bars('gain', ({ annual }) => annual.gain_pct),
        ],
      },
    ],
  };
}

/** Both pictures of a year; causes only where there is something to compare. */
export function yearFigures(document: YearDocument): Figure[] {
  const causes = causesFigure(document);
  return [monthlyFigure(document), ...(causes === undefined ? [] : [causes])];
}
