import type { Cell } from './cell.ts';
import { metalPlace } from './cellMetal.ts';
import type { CellSimulator } from './simulate.ts';

/** Ways in which the photons of a cell end. */
export type PhotonEndKind =
  | 'wafer'
  | 'free carriers'
  | 'film'
  | 'transmitted'
  | 'escaped'
  | 'reflected'
  | 'shaded';

/** One end of photons, over wavelength. */
export interface PhotonEnd {
  readonly kind: PhotonEndKind;
  /** As a cell file names it: `front.tco`, `rear.aluminium`. */
  readonly place: string;
  /** Of the photons on the whole area, at each wavelength of the optics. */
  readonly share: readonly number[];
}

/**
 * Where the photons of each wavelength end; the shares of a wavelength add up to 1. Metal
 * counts as a film.
 *
 * @param cell as `loadCell` returns it
 * @param simulator of that cell
 * @returns ends from the wafer outwards, those that take nothing at any wavelength left out
 */
export function photonEnds(cell: Cell, { optics }: CellSimulator): PhotonEnd[] {
  const { circuit } = cell.description;
  const lit = 1 - circuit.shading;
  const frontCount = optics.frontFilms.length;
  const films = [...optics.frontFilms, ...optics.rearFilms].map((share, k) => ({
    kind: 'film' as const,
    place: optics.filmNames[k]!,
    share,
  }));
  const metal = (side: 'front' | 'rear') => {
    const place = metalPlace(cell.description, side);
    return place === undefined ? [] : [{ kind: 'film' as const, place, share: optics.metal[side] }];
  };
  const ends = [
    { kind: 'wafer' as const, place: 'wafer', share: optics.wafer },
    { kind: 'free carriers' as const, place: 'wafer', share: optics.freeCarriers },
    ...films.slice(frontCount),
    ...metal('rear'),
    { kind: 'transmitted' as const, place: 'rear', share: optics.transmitted },
    // From the wafer outwards: the innermost film first.
    ...films.slice(0, frontCount).toReversed(),
    ...metal('front'),
    { kind: 'escaped' as const, place: 'front', share: optics.escaped },
    { kind: 'reflected' as const, place: 'front', share: optics.reflected },
  ].map((end) => ({ ...end, share: Array.from(end.share, (value) => value * lit) }));
  const shaded = {
    kind: 'shaded' as const,
    place: 'circuit',
    share: Array.from(optics.wavelength, () => circuit.shading),
  };
  return [...ends, shaded].filter(({ share }) => share.some((value) => value > 0));
}
