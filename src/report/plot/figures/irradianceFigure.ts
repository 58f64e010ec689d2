import { months } from '../../fieldLines.ts';
import type { IrradianceDocument } from '../../irradianceDocument.ts';
import { axis, type Bar, type Figure } from '../figure.ts';
import { seriesStyle } from '../seriesStyle.ts';

const parts = [
  { key: 'ghi_kWh_m2', name: 'level ground' },
  { key: 'poa_kWh_m2', name: 'plane' },
  { key: 'effective_kWh_m2', name: 'plane, in the cells' },
  { key: 'rear_kWh_m2', name: 'behind' },
] as const;

/** Light of each month: on the level, on the plane, what of it enters, and behind. */
export function irradianceFigure({ site, monthly, annual }: IrradianceDocument): Figure {
  const shown = parts.filter(({ key }) => annual[key] > 0);
  return {
    name: 'irradiance',
    title: `Light of each month at ${site.name}`,
    subtitle: `${annual.poa_kWh_m2.toFixed(0)} kWh/m² on the plane, ${annual.ghi_kWh_m2.toFixed(0)} on the level`,
    panels: [
      {
        kind: 'bars',
        direction: 'standing',
        category: { quantity: 'Month', key: 'month' },
        value: axis('light_kWh_m2', 'Light', 'kWh/m²', { zero: true }),
        bars: monthly.flatMap((sums) =>
          shown.map(
            ({ key, name }, k): Bar => ({
              category: months[sums.month - 1]!,
              series: name,
              style: seriesStyle(k),
              from: 0,
              to: sums[key],
              text: sums[key].toFixed(1),
            }),
          ),
        ),
      },
    ],
  };
}
