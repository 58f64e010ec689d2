import type { SpectraDocument } from '../../spectraDocument.ts';
import { axis, type Figure } from '../figure.ts';
import { seriesStyle } from '../seriesStyle.ts';

/** What is drawn of a table that goes on far into the infrared, nm. */
const drawn = [250, 2500] as const;

/** Spectra over wavelength; nothing without their data. */
export function spectraFigure({ spectra }: SpectraDocument): Figure | undefined {
  const shown = spectra.filter((row) => row.wavelength_nm !== undefined);
  if (shown.length === 0) return undefined;
  return {
    name: 'spectra',
    title: shown.length === 1 ? `Light of ${shown[0]!.name}` : 'Spectra',
    subtitle: shown
      .map(({ name, irradiance_W_m2 }) => `${name}: ${irradiance_W_m2.toFixed(1)} W/m²`)
      .join('; '),
    panels: [
      {
        kind: 'curves',
        x: axis('wavelength_nm', 'Wavelength', 'nm', { tight: true }),
        y: axis('irradiance_W_m2_nm', 'Irradiance', 'W/(m² nm)', { zero: true }),
        curves: shown.map(({ name, wavelength_nm, irradiance_W_m2_nm }, i) => ({
          name,
          style: { ...seriesStyle(i), dash: '' },
          plain: true,
          points: wavelength_nm!.flatMap((nm, w) =>
            nm >= drawn[0] && nm <= drawn[1] ? [[nm, irradiance_W_m2_nm![w]!] as const] : [],
          ),
        })),
      },
    ],
  };
}
