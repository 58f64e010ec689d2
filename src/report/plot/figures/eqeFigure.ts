import type { PhotonEnd } from '../../../cell/photonEnds.ts';
import type { SimulateDocument } from '../../simulateDocument.ts';
import { axis, type Figure, type StackLayer } from '../figure.ts';
import { type FilmLook, filmLooks } from '../filmLooks.ts';
import { styles } from '../seriesStyle.ts';
import { conditionsText } from './conditionsText.ts';

/** Ends whose look does not depend on the stack. */
const looks: Readonly<Partial<Record<PhotonEnd['kind'], FilmLook>>> = {
  wafer: { color: '#9DC3E0', ansi: 110, glyph: '.' },
  'free carriers': { color: '#2B6E99', ansi: 24, glyph: ':' },
  transmitted: { color: '#C9B27C', ansi: 180, glyph: '-' },
  escaped: { color: '#BFBFBF', ansi: 250, glyph: '^' },
  reflected: { color: '#DDDDDD', ansi: 253, glyph: '/' },
  shaded: { color: '#8A8A8A', ansi: 242, glyph: '|' },
};

/**
 * The layers of a picture of where photons end, from the wafer outwards.
 *
 * @param ends that are shown
 * @param films names of all films of the cell, shown or not
 */
export function photonLayers(ends: readonly PhotonEnd[], films: readonly string[]): StackLayer[] {
  const places = ends.filter(({ kind }) => looks[kind] === undefined).map(({ place }) => place);
  const ofFilms = filmLooks([...new Set([...films, ...places])]);
  return ends.map(({ kind, place, share }) => {
    const { color, ansi, glyph } = looks[kind] ?? ofFilms.get(place)!;
    return { name: kind === 'film' ? place : kind, color, ansi, glyph, values: share };
  });
}

/** Ends that can be seen; layers that no one could see are left to the numbers. */
function seenEnds({ photon_ends = [] }: SimulateDocument): PhotonEnd[] {
  return photon_ends.filter(({ share }) => Math.max(...share) >= 0.003);
}

/** Quantum efficiency over where the photons end, stacked. */
export function eqeFigure(document: SimulateDocument): Figure | undefined {
  const { eqe, cell, conditions } = document;
  if (!eqe) return undefined;
  const wavelengths = eqe.map((row) => row.wavelength_nm);
  return {
    name: 'eqe',
    title: `Quantum efficiency of ${cell}, over where its photons end`,
    subtitle: `${conditionsText(conditions)}. Lines: EQE and IQE; areas: shares of the photons on the whole area`,
    panels: [
      {
        kind: 'curves',
        share: 1.25,
        x: axis('wavelength_nm', 'Wavelength', 'nm', { tight: true }),
        y: axis('share', 'Share of photons', '', { domain: [0, 1] }),
        stack: {
          x: wavelengths,
          layers: photonLayers(seenEnds(document), Object.keys(document.photons.films)),
        },
        curves: [
          {
            name: 'EQE',
            style: { ...styles.blue, color: '#003B63', ansi: 25 },
            points: eqe.map((row) => [row.wavelength_nm, row.eqe]),
            labelAt: wavelengths[Math.floor(wavelengths.length * 0.45)]!,
            labelSide: 'below',
          },
          {
            name: 'IQE',
            style: { ...styles.vermilion, color: '#000000', ansi: 16 },
            points: eqe.map((row) => [row.wavelength_nm, row.iqe]),
            labelAt: 1080,
            labelSide: 'right',
          },
        ],
      },
    ],
  };
}
