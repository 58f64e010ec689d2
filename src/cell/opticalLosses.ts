import type { OpticalSolution } from '../optics/opticalSolution.ts';
import { elementaryCharge } from '../physics/constants.ts';
import { waferLayer } from './assembleWafer.ts';
import type { Cell } from './cell.ts';
import { metalPlace, shadedShare } from './cellMetal.ts';
import { type Loss, LossSums } from './loss.ts';
import type { CellSimulator } from './simulate.ts';

/** Carriers that no path accounts for, over all: above the rounding of the photon budget. */
const roundingShare = 1e-9;

/** Where a cell file tells of the metal that shades a side. */
const shadingPlaces = { front: 'circuit', rear: 'rear.fingers' } as const;

/** Something that takes photons: its share of those on the lit side, by wavelength. */
interface Taker {
  readonly path: string;
  readonly place: string;
  readonly share: (k: number) => number;
}

/**
 * Carriers that an ideal cell would make and the cell does not, by what takes their photons. At
 * each wavelength, and for the light of either side, the light that even the ideal cell loses (it
 * is near the band edge) is taken off every path in proportion.
 *
 * @param cell names its films and which of them collect
 * @param simulator of that cell
 * @param absorptance of the ideal cell, which is that of either side
 * @param light over that of the unit irradiance
 * @returns currents of one carrier each, A/cm^2, in the order of the light, that of the first side
 *   first; they add up to what the ideal cell makes more than the cell
 */
export function opticalLosses(
  cell: Cell,
  simulator: CellSimulator,
  absorptance: Float64Array,
  light: number,
): Loss[] {
  const { photonFlux, device, lights } = simulator;
  const sums = new LossSums();
  let ideal = 0;
  for (const side of lights) {
    const takers = takersOf(cell, side.optics);
    const lostTo = new Float64Array(takers.length);
    for (let k = 0; k < photonFlux.length; k++) {
      const current = elementaryCharge * photonFlux[k]! * light * side.share;
      ideal += current * absorptance[k]!;
      const shares = takers.map((taker) => taker.share(k));
      const lost = shares.reduce((sum, share) => sum + share, 0);
      // What is neither lost nor generated never was: the shares of the budget are all.
      const excess = lost > 0 ? (absorptance[k]! - (1 - lost)) / lost : 0;
      shares.forEach((share, t) => {
        lostTo[t] = lostTo[t]! + current * share * excess;
      });
    }
    takers.forEach(({ path, place }, t) => {
      sums.add(path, place, lostTo[t]!);
    });
  }
  const losses = sums.rows();
  const made =
    elementaryCharge * light * device.state.generation.reduce((sum, value) => sum + value, 0);
  const rest = ideal - made - losses.reduce((sum, { power }) => sum + power, 0);
  if (Math.abs(rest) < roundingShare * ideal) return losses;
  return [...losses, { path: 'other absorption', place: 'wafer', power: rest }];
}

function takersOf(cell: Cell, optics: OpticalSolution): Taker[] {
  const { side } = optics;
  const across = side === 'front' ? 'rear' : 'front';
  const shaded = shadedShare(cell, side);
  const lit = 1 - shaded;
  const counts = { front: optics.frontFilms.length, rear: optics.rearFilms.length };
  const films = [...optics.frontFilms, ...optics.rearFilms].map((absorbed, f): Taker => {
    const place = optics.filmNames[f]!;
    const wasted = lit * (1 - collection(cell, place));
    return { path: 'parasitic absorption', place, share: (k) => wasted * absorbed[k]! };
  });
  const filmsOf = { front: films.slice(0, counts.front), rear: films.slice(counts.front) };
  return [
    { path: 'shading', place: shadingPlaces[side], share: () => shaded },
    { path: 'reflection', place: side, share: (k) => lit * optics.reflected[k]! },
    ...filmsOf[side],
    { path: 'escape', place: side, share: (k) => lit * optics.escaped[k]! },
    {
      path: 'free-carrier absorption',
      place: waferLayer,
      share: (k) => lit * optics.freeCarriers[k]!,
    },
    ...filmsOf[across],
    { path: 'escape', place: across, share: (k) => lit * optics.transmitted[k]! },
    ...(['front', 'rear'] as const).flatMap((face) => {
      const place = metalPlace(cell.description, face);
      if (place === undefined) return [];
      const share = (k: number) => lit * optics.metal[face][k]!;
      return [{ path: 'parasitic absorption', place, share }];
    }),
  ];
}

/** Share of a film's light that becomes carriers; `place` is `front.i`. */
function collection(cell: Cell, place: string): number {
  const [side, name] = place.split('.');
  const layers = side === 'front' ? cell.description.front.layers : cell.description.rear.layers;
  const layer = layers.find((film) => film.name === name);
  return layer && layer.kind !== 'coating' ? layer.collection : 0;
}
