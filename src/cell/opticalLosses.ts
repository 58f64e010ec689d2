import { elementaryCharge } from '../physics/constants.ts';
import type { Cell } from './cell.ts';
import { metalPlace } from './cellMetal.ts';
import type { Loss } from './loss.ts';
import type { CellSimulator } from './simulate.ts';

/** Carriers that no path accounts for, over all: above the rounding of the photon budget. */
const roundingShare = 1e-9;

/** Something that takes photons: its share of the incident ones by wavelength. */
interface Taker {
  readonly path: string;
  readonly place: string;
  readonly share: (k: number) => number;
}

/**
 * Carriers that an ideal cell would make and the cell does not, by what takes their photons. At
 * each wavelength the light that even the ideal cell loses (it is near the band edge) is taken
 * off every path in proportion.
 *
 * @param cell names its films and which of them collect
 * @param simulator of that cell
 * @param absorptance of the ideal cell
 * @param light over that of the unit irradiance
 * @returns currents of one carrier each, A/cm^2, in the order of the light; they add up to what
 *   the ideal cell makes more than the cell
 */
export function opticalLosses(
  cell: Cell,
  simulator: CellSimulator,
  absorptance: Float64Array,
  light: number,
): Loss[] {
  const { photonFlux, device } = simulator;
  const takers = takersOf(cell, simulator);
  const sums = new Float64Array(takers.length);
  let ideal = 0;
  for (let k = 0; k < photonFlux.length; k++) {
    const current = elementaryCharge * photonFlux[k]! * light;
    ideal += current * absorptance[k]!;
    const shares = takers.map((taker) => taker.share(k));
    const lost = shares.reduce((sum, share) => sum + share, 0);
    // What is neither lost nor generated never was: the shares of the budget are all.
    const excess = lost > 0 ? (absorptance[k]! - (1 - lost)) / lost : 0;
    shares.forEach((share, t) => {
      sums[t] = sums[t]! + current * share * excess;
    });
  }
  const rows = takers.map(({ path, place }, t) => ({ path, place, power: sums[t]! }));
  const made =
    elementaryCharge * light * device.state.generation.reduce((sum, value) => sum + value, 0);
  const rest = ideal - made - sums.reduce((sum, value) => sum + value, 0);
  if (Math.abs(rest) < roundingShare * ideal) return rows;
  return [...rows, { path: 'other absorption', place: 'wafer', power: rest }];
}

function takersOf(cell: Cell, { optics }: CellSimulator): Taker[] {
  const { front, circuit } = cell.description;
  const lit = 1 - circuit.shading;
  const films = [...optics.frontFilms, ...optics.rearFilms].map((absorbed, f): Taker => {
    const place = optics.filmNames[f]!;
    const wasted = lit * (1 - collection(cell, place));
    return { path: 'parasitic absorption', place, share: (k) => wasted * absorbed[k]! };
  });
  const frontFilms = films.slice(0, front.layers.length);
  const rearFilms = films.slice(front.layers.length);
  return [
    { path: 'shading', place: 'circuit', share: () => circuit.shading },
    { path: 'reflection', place: 'front', share: (k) => lit * optics.reflected[k]! },
    ...frontFilms,
    { path: 'escape', place: 'front', share: (k) => lit * optics.escaped[k]! },
    ...rearFilms,
    { path: 'escape', place: 'rear', share: (k) => lit * optics.transmitted[k]! },
    ...(['front', 'rear'] as const).flatMap((side) => {
      const place = metalPlace(cell.description, side);
      if (place === undefined) return [];
      const share = (k: number) => lit * optics.metal[side][k]!;
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
