import { angleBins } from './angleBins.ts';
import { angularResponse } from './angularResponse.ts';
import type { BeamOrigin } from './beamTree.ts';
import type { CoverOptics } from './cover.ts';
import { invert } from './eliminate.ts';
import { faceRows } from './faceRows.ts';
import type { FaceStack } from './faceStack.ts';
import { facetRows } from './facetRows.ts';
import { planarRows } from './planarRows.ts';
import type { WaferLoad } from './waferModel.ts';

/**
 * One face of a wafer, with its cover, as a matrix over directions inside. Channels are first the
 * beams that light came in (each its own angle), then the angle bins.
 */
export interface AngularFace {
  /** [from channel, to channel]: share of the light that comes back that way. */
  readonly back: Float64Array;
  /** [from channel, taker]: films from the wafer outwards, what leaves, metal, the skin, the cover. */
  readonly taken: Float64Array;
  /** Number of takers. */
  readonly takers: number;
  /** Light that `receive` was told of: what enters, by bin, and what each taker gets. */
  readonly received: { readonly inside: Float64Array; readonly taken: Float64Array };
  /** Works the matrices out for a wavelength; `slant` of each channel. */
  at(load: WaferLoad, skin: number, slant: Float64Array, coarse: boolean): void;
  /** Light that sets out from the face to its cover, by bin outside: fills `received`. */
  receive(away: Float64Array): void;
}

const { count: bins, cosine } = angleBins;

/**
 * @param face seen from the wafer
 * @param outside the same face seen from outside
 * @param beams channels before the bins
 * @param cover in front of the face
 * @param origin how the beams entered, where it was through facets
 */
export function angularFace(
  face: FaceStack,
  outside: FaceStack,
  beams: number,
  cover?: CoverOptics,
  origin?: BeamOrigin,
): AngularFace {
  const films = face.stack.films;
  const channels = beams + bins;
  const coverTakers = cover ? cover.takers - 1 : 0;
  const takers = films + 3 + coverTakers;
  const inside = angularResponse(face, 'outside');
  const { size } = inside;
  const rows = faceRows(films, beams, cover !== undefined);
  const fillRows =
    face.surface.texture === 'planar'
      ? planarRows(face, outside)
      : facetRows(face, outside, origin);
  const back = new Float64Array(channels * channels);
  const taken = new Float64Array(channels * takers);
  const received = { inside: new Float64Array(bins), taken: new Float64Array(takers) };
  // All light that comes to the cover for light that sets out once: (1 - cover face)^-1.
  const rounds = new Float64Array(bins * bins);
  const rising = new Float64Array(bins);
  const falling = new Float64Array(bins);
  let thinSkin = 0;

  /** Follows light between face and cover: it enters `target`, the others get their shares. */
  const exchange = (
    set: Float64Array,
    from: number,
    layers: CoverOptics,
    target: Float64Array,
    targetAt: number,
    gets: Float64Array,
    getsAt: number,
  ): void => {
    rising.fill(0);
    falling.fill(0);
    for (let k = 0; k < bins; k++) {
      const light = set[from + k];
      if (light === 0) continue;
      for (let i = 0; i < bins; i++) rising[i] += light * rounds[k * bins + i];
    }
    for (let k = 0; k < bins; k++) {
      const light = rising[k];
      if (light === 0) continue;
      const at = k * layers.takers;
      for (let t = 0; t < coverTakers; t++)
        gets[getsAt + films + 3 + t] += light * layers.taken[at + t];
      gets[getsAt + films] += light * layers.taken[at + coverTakers];
      for (let i = 0; i < bins; i++) falling[i] += light * layers.back[k * bins + i];
    }
    for (let k = 0; k < bins; k++) {
      const light = falling[k];
      if (light === 0) continue;
      const row = channels + k;
      for (let b = 0; b < channels; b++) {
        target[targetAt + b] += light * rows.back[row * channels + b];
      }
      for (let f = 0; f < films; f++) gets[getsAt + f] += light * rows.shares[row * size + 1 + f];
      gets[getsAt + films + 1] += light * rows.shares[row * size + films + 2];
    }
  };
  const entering = new Float64Array(channels);

  return {
    back,
    taken,
    takers,
    received,
    at({ w, n, lambda }, skin, slant, coarse) {
      thinSkin = skin;
      taken.fill(0);
      rows.back.fill(0);
      rows.out.fill(0);
      rows.shares.fill(0);
      inside.fill(w, n, lambda, coarse);
      fillRows(inside, { w, n, lambda, slant }, rows);
      if (cover) fillRounds(cover.back, rows.out, channels, rounds);
      back.set(rows.back.subarray(0, back.length));
      for (let j = 0; j < channels; j++) {
        const at = j * takers;
        for (let f = 0; f < films; f++) taken[at + f] = rows.shares[j * size + 1 + f];
        taken[at + films + 1] = rows.shares[j * size + films + 2];
        if (cover) exchange(rows.out, j * bins, cover, back, j * channels, taken, at);
        else for (let k = 0; k < bins; k++) taken[at + films] += rows.out[j * bins + k];
      }
      if (skin > 0) putSkin(back, taken, films, takers, channels, skin, slant);
    },
    receive(away) {
      received.taken.fill(0);
      entering.fill(0);
      if (cover) exchange(away, 0, cover, entering, 0, received.taken, 0);
      for (let b = 0; b < bins; b++) {
        const light = entering[beams + b];
        const kept = light * Math.exp(-thinSkin / cosine[b]);
        received.inside[b] = kept;
        received.taken[films + 2] += light - kept;
      }
    },
  };
}

/** (1 - cover face)^-1, for rows of light. */
function fillRounds(
  coverBack: Float64Array,
  out: Float64Array,
  channels: number,
  rounds: Float64Array,
): void {
  rounds.fill(0);
  for (let i = 0; i < bins; i++) {
    rounds[i * bins + i] = 1;
    for (let k = 0; k < bins; k++) {
      const returned = coverBack[i * bins + k];
      if (returned === 0) continue;
      const from = (channels + k) * bins;
      for (let j = 0; j < bins; j++) rounds[i * bins + j] -= returned * out[from + j];
    }
  }
  invert(rounds, bins);
}

/** Light behind a thin absorber: it is crossed on the way to the face and on the way back. */
function putSkin(
  back: Float64Array,
  taken: Float64Array,
  films: number,
  takers: number,
  channels: number,
  skin: number,
  slant: Float64Array,
): void {
  for (let j = 0; j < channels; j++) {
    const passed = Math.exp(-skin * slant[j]);
    let absorbed = 1 - passed;
    for (let i = 0; i < channels; i++) {
      const mirrored = back[j * channels + i] * passed;
      if (mirrored === 0) continue;
      const left = mirrored * Math.exp(-skin * slant[i]);
      absorbed += mirrored - left;
      back[j * channels + i] = left;
    }
    for (let t = 0; t < takers; t++) taken[j * takers + t] *= passed;
    taken[j * takers + films + 2] = absorbed;
  }
}
