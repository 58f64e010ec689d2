import { angleBins } from './angleBins.ts';
import { type AngularFace, angularFace } from './angularFace.ts';
import type { CoverOptics } from './cover.ts';
import { eliminateTransposed } from './eliminate.ts';
import { type FaceStack, faceStack } from './faceStack.ts';
import { trappingOf } from './opticalCell.ts';
import { isMetal } from './opticalConstants.ts';
import type { WaferBeam } from './opticalSolution.ts';
import type { WaferLoad, WaferModel, WaferSetting } from './waferModel.ts';

/**
 * Optical depths beyond which a face gets so little light (6e-6 of that of the wavelength) that
 * what arrives there counts as lost through it: behind after one pass, in front after two.
 */
const darkBehind = 12;
const darkInFront = 6;
/** Depths beyond which a face needs no more than a coarse table of angles (5 % arrive). */
const weakBehind = 3;
const weakInFront = 1.5;

/**
 * Light trapping by redistribution over angles: light inside is a vector over directions (the
 * beams it came in, then angle bins), each face a matrix over them, each pass attenuates them by
 * exp(-depth / cos). All passes together are one linear system,
 *
 *     d = e + F a B a d,
 *
 * with d the light that sets out from the front, e what enters, a the passes, B and F the faces.
 *
 * @param setting the wafer, its faces, and the solution to fill
 * @see N. Tucher et al., Opt. Express 23, A1720 (2015), doi:10.1364/OE.23.0A1720, for the matrix
 *   formalism
 */
export function angularWafer(setting: WaferSetting): WaferModel {
  const { cell, frontInside, rearInside, entry, solution, frontCover, rearCover } = setting;
  const { beams } = entry;
  const { count: bins, cosine } = angleBins;
  const channels = beams + bins;
  for (const surface of [cell.front, cell.rear]) {
    if (surface.diffuse && surface.texture !== 'planar') {
      throw new RangeError('a diffuse share belongs to a planar face');
    }
    if (surface.facets && surface.texture === 'planar') {
      throw new RangeError('a planar face has no facets to vary');
    }
  }
  const { wavelength, passes, frontFilms, rearFilms } = solution;
  const outside = frontInside.beyond.n[wavelength.length >> 1];
  const { facets } = cell.front;
  const origin =
    trappingOf(cell) === 'aligned' && entry.facets
      ? { ...entry.facets, index: outside, ...(facets ? { facets } : {}) }
      : undefined;
  const face = (inside: FaceStack, side: 'front' | 'rear', cover?: CoverOptics) =>
    angularFace(inside, seenFromOutside(setting, side), beams, cover, origin);
  const front = face(frontInside, 'front', frontCover);
  const rear = face(rearInside, 'rear', rearCover);
  const array = () => new Float64Array(wavelength.length);
  const light = Array.from({ length: channels }, (_, j): WaferBeam => {
    const slant = array().fill(j < beams ? 1 : 1 / cosine[j - beams]);
    return { slant, down: array(), up: array() };
  });
  (passes.beams as WaferBeam[]).push(...light);
  const slant = new Float64Array(channels);
  for (let b = 0; b < bins; b++) slant[beams + b] = 1 / cosine[b];
  const passed = new Float64Array(channels);
  const down = new Float64Array(channels);
  const up = new Float64Array(channels);
  const system = new Float64Array(channels * channels);
  // Facets send beams into the bins; a planar face mirrors them.
  const first = cell.front.texture === 'planar' ? 0 : beams;
  const returned = new Float64Array(channels);

  const takeBeams = (w: number): void => {
    for (let j = 0; j < beams; j++) {
      slant[j] = entry.slant[j];
      light[j].slant[w] = slant[j];
    }
  };

  /** Light that comes to a face: its films, what is beyond and the skin take their shares. */
  const leave = (
    takers: readonly Float64Array[],
    face: AngularFace,
    coming: Float64Array,
    w: number,
  ): void => {
    for (let j = 0; j < channels; j++) {
      const light = coming[j] * passed[j];
      for (let t = 0; t < takers.length; t++)
        takers[t][w] += light * face.taken[j * takers.length + t];
    }
  };
  const covers = solution.covers.map(({ absorbed }) => absorbed);
  const ofFront = frontCover ? frontCover.takers - 1 : 0;
  const { freeCarriers, escaped, transmitted, metal } = solution;
  const frontCovers = covers.slice(0, ofFront);
  const frontTakers = [
    ...frontFilms.toReversed(),
    escaped,
    metal.front,
    freeCarriers,
    ...frontCovers,
  ];
  const rearTakers = [
    ...rearFilms,
    transmitted,
    metal.rear,
    freeCarriers,
    ...covers.slice(ofFront),
  ];
  // What is lost on arrival (below) goes where most light at the rear does.
  const { n, k } = rearInside.beyond;
  const behind =
    cell.rear.reflectance !== undefined || isMetal(n[0], k[0]) ? metal.rear : transmitted;
  // Light that the cell reflects before it entered: what leaves of it is reflected.
  const turnedBack = frontTakers.map((taker) => (taker === escaped ? solution.reflected : taker));
  /** Light that the lit face reflects comes back from its cover. */
  const receive = (w: number): void => {
    down.fill(0);
    for (let j = 0; j < beams; j++) down[j] = entry.entered[j];
    if (!frontCover) return;
    front.receive(entry.away);
    const { inside, taken } = front.received;
    for (let b = 0; b < bins; b++) down[beams + b] = inside[b];
    for (let t = 0; t < turnedBack.length; t++) turnedBack[t][w] += taken[t];
  };
  /** Absorption on the way from one face; the rest arrives at the other. */
  const pass = (w: number, depth: number): void => {
    for (let j = 0; j < channels; j++) {
      solution.wafer[w] -= (down[j] + up[j]) * Math.expm1(-depth * slant[j]);
      light[j].down[w] = down[j];
      light[j].up[w] = up[j];
    }
  };
  const lose = (coming: Float64Array, beyond: Float64Array, w: number): void => {
    for (let j = 0; j < channels; j++) beyond[w] += coming[j] * passed[j];
  };
  const swallow = (load: WaferLoad): void => {
    const { w, depth } = load;
    takeBeams(w);
    for (let j = 0; j < channels; j++) passed[j] = Math.exp(-depth * slant[j]);
    if (frontCover) front.at(load, load.frontSkin, slant, true);
    receive(w);
    up.fill(0);
    pass(w, depth);
    lose(down, behind, w);
  };
  /** Light that goes up from the rear. */
  const mirror = (): void => {
    const { back } = rear;
    up.fill(0);
    for (let j = 0; j < channels; j++) {
      const arrives = down[j] * passed[j];
      if (arrives === 0) continue;
      for (let k = 0; k < channels; k++) up[k] += arrives * back[j * channels + k];
    }
  };

  return {
    swallow,
    trap(load: WaferLoad) {
      const { w, depth, frontSkin, rearSkin } = load;
      if (depth > darkBehind) {
        swallow(load);
        return;
      }
      takeBeams(w);
      for (let j = 0; j < channels; j++) passed[j] = Math.exp(-depth * slant[j]);
      rear.at(load, rearSkin, slant, depth > weakBehind);
      const once = depth > darkInFront;
      if (!once || frontCover) front.at(load, frontSkin, slant, depth > weakInFront);
      receive(w);
      if (!once) solve();
      mirror();
      pass(w, depth);
      leave(rearTakers, rear, down, w);
      if (once) lose(up, escaped, w);
      else leave(frontTakers, front, up, w);
    },
  };

  /** All passes at once: `down`, which holds what enters, becomes what sets out from the front. */
  function solve(): void {
    const { back: frontBack } = front;
    const { back: rearBack } = rear;
    const size = channels - first;
    for (let i = 0; i < size; i++) returned[i] = down[first + i];
    system.fill(0);
    for (let j = 0; j < channels; j++) {
      // Row j: the transposed system, whose rows lie side by side. Beams that do not come back are
      // no unknowns: what they become sets out with the rest.
      const at = Math.max(0, j - first) * size;
      const target = j < first ? returned : system;
      const light = j < first ? down[j] : -1;
      if (light === 0) continue;
      for (let k = 0; k < channels; k++) {
        const arrives = light * rearBack[j * channels + k] * passed[j] * passed[k];
        if (arrives === 0) continue;
        const from = k * channels + first;
        for (let i = 0; i < size; i++) target[at + i] += arrives * frontBack[from + i];
      }
      if (j >= first) system[at + j - first] += 1;
    }
    eliminateTransposed(system, returned, size);
    for (let i = 0; i < size; i++) down[first + i] = returned[i];
  }
}

/** A face with the wafer beyond its films. */
function seenFromOutside(
  { cell, solution, temperature }: WaferSetting,
  side: 'front' | 'rear',
): FaceStack {
  const { films, texture } = cell[side];
  const inwards = side === 'front' ? films : films.toReversed();
  const surface = { films: inwards, texture, outside: cell.wafer.constants };
  return faceStack(surface, inwards, solution.wavelength, temperature);
}
