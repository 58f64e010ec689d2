import type { MaterialsDocument } from '../../materialsDocument.ts';
import { axis, type Figure } from '../figure.ts';
import { seriesStyle } from '../seriesStyle.ts';

/** What is drawn of a table that goes on far into the infrared, nm. */
const drawn = [200, 2000] as const;
/** k that no film of a cell lets be seen. */
const least = 1e-6;

/** n and k over wavelength; nothing without their data. */
export function materialsFigure({ materials }: MaterialsDocument): Figure | undefined {
  const shown = materials.filter((row) => row.wavelength_nm !== undefined);
  if (shown.length === 0) return undefined;
  const curves = (key: 'n' | 'k', from: number) =>
    shown.map((row, i) => ({
      name: row.name,
      style: seriesStyle(i),
      points: row.wavelength_nm!.flatMap((nm, w) =>
        nm >= drawn[0] && nm <= drawn[1] && row[key]![w]! >= from
          ? [[nm, row[key]![w]!] as const]
          : [],
      ),
    }));
  const wavelength = axis('wavelength_nm', 'Wavelength', 'nm', { tight: true });
  return {
    name: 'materials',
    title: shown.length === 1 ? `Optical constants of ${shown[0]!.name}` : 'Optical constants',
    subtitle: shown.length === 1 ? shown[0]!.title : shown.map(({ name }) => name).join(', '),
    panels: [
      { kind: 'curves', x: wavelength, y: axis('n', 'n', ''), curves: curves('n', 0) },
      {
        kind: 'curves',
        x: wavelength,
        y: axis('k', 'k', '', { scale: 'log' }),
        curves: curves('k', least),
      },
    ],
  };
}
