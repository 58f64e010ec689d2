import { moduleText } from '../../moduleConditions.ts';
import type { OpticsDocument } from '../../opticsDocument.ts';
import { axis, type CurvePanel, type Figure } from '../figure.ts';
import { styles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';
import { photonLayers } from './eqeFigure.ts';

/** Where the photons of each wavelength end, stacked from the wafer outwards; or a varied budget. */
export function opticsFigure(document: OpticsDocument): Figure {
  if (document.vary !== undefined) return variedFigure(document);
  const { wavelength_nm, reflectance, transmittance, absorptance, cell, conditions } = document;
  const films = Object.entries(absorptance).filter(([name]) => name !== 'wafer');
  const film = ([place, share]: (typeof films)[number]) =>
    ({ kind: place.startsWith('wafer.') ? 'free carriers' : 'film', place, share }) as const;
  const ofFront = films.filter(([place]) => place.startsWith('front.'));
  const others = films.filter(([place]) => !place.startsWith('front.'));
  const ends = [
    { kind: 'wafer', place: 'wafer', share: absorptance.wafer! } as const,
    ...others.map(film),
    { kind: 'transmitted', place: 'rear', share: transmittance } as const,
    // Those at the wafer next to it, as in the cell.
    ...ofFront.reverse().map(film),
    { kind: 'reflected', place: 'front', share: reflectance } as const,
  ].filter(({ share }) => Math.max(...share) >= 0.003);
  const side = conditions.side === 'both' ? 'both sides' : `the ${conditions.side}`;
  return {
    name: 'optics',
    title: `Where the photons of ${cell} end`,
    subtitle: `${conditionsText(conditions)}, ${moduleText(conditions.module)}, on ${side} at ${conditions.angle_deg}°; between the fingers`,
    panels: [
      {
        kind: 'curves',
        x: axis('wavelength_nm', 'Wavelength', 'nm', { tight: true }),
        y: axis('share', 'Share of photons', '', { domain: [0, 1] }),
        stack: {
          x: wavelength_nm,
          layers: photonLayers(
            ends,
            films.map(([name]) => name),
          ),
        },
        curves: [],
      },
      ...(document.iam === undefined ? [] : [anglePanel(document.iam)]),
      ...(document.generation === undefined ? [] : [depthPanel(document.generation)]),
    ],
  };
}

/** Response over the angle of the light, as the module's modifier is defined. */
function anglePanel(iam: NonNullable<OpticsDocument['iam']>): CurvePanel {
  return {
    kind: 'curves',
    title: 'Light in the wafer at an angle, over that along the normal',
    share: 0.75,
    x: axis('angle_deg', 'Angle', '°', { tight: true }),
    y: axis('iam', 'Response', '', { zero: true }),
    curves: [
      {
        name: 'response',
        style: styles.blue,
        unnamed: true,
        smooth: true,
        points: iam.map((row) => [row.angle_deg, row.iam]),
      },
    ],
  };
}

/** Generation over depth; both axes go with the logarithm, as the absorption of colours does. */
function depthPanel(rows: NonNullable<OpticsDocument['generation']>): CurvePanel {
  return {
    kind: 'curves',
    title: 'Generation in the wafer below its front face',
    share: 0.75,
    x: axis('depth_um', 'Depth', 'µm', { scale: 'log', tight: true }),
    y: axis('generation_cm3_s', 'Generation', 'cm⁻³ s⁻¹', { scale: 'log' }),
    curves: [
      {
        name: 'generation',
        style: styles.blue,
        unnamed: true,
        plain: true,
        points: rows.to_um.map((to, i) => [(rows.from_um[i]! + to) / 2, rows.generation_cm3_s[i]!]),
      },
    ],
  };
}

function variedFigure({ vary, cell, conditions }: OpticsDocument): Figure {
  const { path, unit, points, optimum } = vary!;
  const isBetween = points.every(({ value }) => value !== optimum.value);
  const best = `${optimum.value.toPrecision(4)} ${unit}`.trim();
  return {
    name: 'optics-vary',
    title: `Light in the wafer of ${cell} over ${path}`,
    subtitle: `${conditionsText(conditions)}, ${moduleText(conditions.module)}`,
    panels: [
      {
        kind: 'curves',
        x: axis(path, path, unit, { tight: true }),
        y: axis('current_mA_cm2', 'Photon current', 'mA/cm²'),
        curves: [
          {
            name: 'wafer',
            style: styles.blue,
            unnamed: true,
            smooth: true,
            points: [...points, ...(isBetween ? [optimum] : [])]
              .sort((a, b) => a.value - b.value)
              .map(({ value, wafer_mA_cm2 }) => [value, wafer_mA_cm2]),
          },
        ],
        spots: [
          {
            x: optimum.value,
            y: optimum.wafer_mA_cm2,
            text: `best: ${best}`,
            style: styles.orange,
          },
        ],
      },
    ],
  };
}
