import { angleBins } from './angleBins.ts';
import { angularResponse } from './angularResponse.ts';
import type { FaceStack } from './faceStack.ts';
import { facetTree, insideCells, nodeKind, outsideCells } from './facetTree.ts';
import { scatterTable } from './scatterTable.ts';
import type { WaferLoad } from './waferModel.ts';

/**
 * One face of a wafer as a matrix over directions inside. Channels are first the beams that light
 * came in (each its own angle), then the angle bins.
 */
export interface AngularFace {
  /** [from channel, to channel]: share of the light that comes back that way. */
  readonly back: Float64Array;
  /** [from channel, taker]: films from the wafer outwards, what leaves, the skin. */
  readonly taken: Float64Array;
  /** Number of takers. */
  readonly takers: number;
  /** Works both out for a wavelength; `slant` of each channel. */
  at(load: WaferLoad, skin: number, slant: Float64Array, coarse: boolean): void;
}

/** Angles within a bin, or a cell, that stand for it. */
const binSamples = 5;
const cellSamples = 3;

const { count: bins, edges, cosine: binCosine } = angleBins;

/**
 * @param face seen from the wafer
 * @param outside the same face seen from outside, for light that facets send in again
 * @param beams channels before the bins
 */
export function angularFace(face: FaceStack, outside: FaceStack, beams: number): AngularFace {
  const { surface } = face;
  const films = face.stack.films;
  const channels = beams + bins;
  const takers = films + 2;
  const result = {
    back: new Float64Array(channels * channels),
    taken: new Float64Array(channels * takers),
    takers,
  };
  const { back, taken } = result;
  const inside = angularResponse(face);
  const { size } = inside;
  const rows = new Float64Array(channels * size);
  const fillRow =
    surface.texture === 'planar' ? planarRows(face, beams) : texturedRows(face, outside, beams);

  return {
    ...result,
    at({ w, n, lambda }, skin, slant, coarse) {
      back.fill(0);
      taken.fill(0);
      rows.fill(0);
      inside.fill(w, n, lambda, coarse);
      fillRow(inside, { w, n, lambda, slant }, back, rows);
      for (let j = 0; j < channels; j++) {
        for (let f = 0; f < films; f++) taken[j * takers + f] = rows[j * size + 1 + f];
        taken[j * takers + films] = rows[j * size + films + 1] + rows[j * size + films + 2];
      }
      if (skin > 0) putSkin(result, channels, skin, slant);
    },
  };
}

/** Light behind a thin absorber: it is crossed on the way to the face and on the way back. */
function putSkin(
  { back, taken, takers }: Pick<AngularFace, 'back' | 'taken' | 'takers'>,
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
    for (let t = 0; t < takers - 1; t++) taken[j * takers + t] *= passed;
    taken[j * takers + takers - 1] = absorbed;
  }
}

/** One wavelength as the rows see it. */
interface Moment {
  readonly w: number;
  readonly n: number;
  readonly lambda: number;
  readonly slant: Float64Array;
}

/** Fills where light of each channel goes back to, and its shares R, A, T, M. */
type RowFiller = (
  inside: ReturnType<typeof angularResponse>,
  moment: Moment,
  back: Float64Array,
  rows: Float64Array,
) => void;

/** A planar face: each channel is mirrored, its scattered share spread over the bins. */
function planarRows(face: FaceStack, beams: number): RowFiller {
  const { diffuse } = face.surface;
  const channels = beams + bins;
  const scattered = diffuse?.share ?? 0;
  const spread = diffuse ? scatterTable(diffuse.exponent) : undefined;
  const one = new Float64Array(face.stack.films + 3);
  return (inside, { w, n, lambda, slant }, back, rows) => {
    const { size } = inside;
    for (let j = 0; j < channels; j++) {
      if (j < beams) {
        const sine = Math.sqrt(Math.max(0, 1 - 1 / (slant[j] * slant[j])));
        inside.exact(w, n, sine, lambda, one);
        for (let k = 0; k < size; k++) rows[j * size + k] = one[k];
      } else {
        const bin = j - beams;
        for (let i = 0; i < binSamples; i++) {
          const sine2 = edges[bin] + ((i + 0.5) / binSamples) * (edges[bin + 1] - edges[bin]);
          inside.add(Math.sqrt(1 - sine2), 1 / binSamples, rows, j * size);
        }
      }
      const mirrored = rows[j * size];
      back[j * channels + j] += (1 - scattered) * mirrored;
      if (!spread) continue;
      const cosine = 1 / slant[j];
      const bin = j < beams ? nearestBin(cosine) : j - beams;
      for (let b = 0; b < bins; b++) {
        back[j * channels + beams + b] += scattered * mirrored * spread[bin * bins + b];
      }
    }
  };
}

/** Bin whose cosine is nearest. */
function nearestBin(cosine: number): number {
  let best = 0;
  for (let b = 1; b < bins; b++) {
    if (Math.abs(binCosine[b] - cosine) < Math.abs(binCosine[best] - cosine)) best = b;
  }
  return best;
}

/** A textured face: every bin by its facet tree, beams between the bins beside them. */
function texturedRows(face: FaceStack, outsideFace: FaceStack, beams: number): RowFiller {
  const { texture } = face.surface;
  if (texture === 'planar') throw new RangeError('a planar face has no facets');
  const channels = beams + bins;
  const cells = insideCells.length - 1;
  const outerCells = outsideCells.length - 1;
  const films = face.stack.films;
  const size = films + 3;
  const inCells = new Float64Array(cells * size);
  const outCells = new Float64Array(outerCells * size);
  const met = new Float64Array(bins * (cells + outerCells));
  const ends = new Float64Array(bins);
  const outerResponse = angularResponse(outsideFace);
  let intensity = new Float64Array(0);
  return (inside, { w, n, lambda, slant }, back, rows) => {
    averageCells(inside, insideCells, inCells);
    const outer = face.beyond.n[w];
    const metal = face.beyond.k[w] > 0.1 * outer || face.surface.reflectance !== undefined;
    if (!metal) {
      outerResponse.fill(w, outer, lambda, true);
      averageCells(outerResponse, outsideCells, outCells);
    }
    const tree = facetTree(texture, metal ? 3.5 : n / outer, 'inside');
    const nodes = tree.row.length;
    if (intensity.length < nodes) intensity = new Float64Array(nodes);
    const { row, parent, passed, share, kind, index, follows } = tree;
    met.fill(0);
    ends.fill(0);
    for (let i = 0; i < nodes; i++) {
      const before = parent[i];
      let light = share[i];
      if (before >= 0) {
        const table = kind[before] === nodeKind.hitInside ? inCells : outCells;
        const at = index[before] * size;
        light *= intensity[before] * table[at + (passed[i] === 1 ? films + 1 : 0)];
      }
      intensity[i] = light;
      const from = row[i];
      switch (kind[i]) {
        case nodeKind.endInside:
          back[(beams + from) * channels + beams + index[i]] += light;
          break;
        case nodeKind.endOutside:
          ends[from] += light;
          break;
        case nodeKind.hitInside:
          met[from * (cells + outerCells) + index[i]] += light;
          if (follows[i] === 0) ends[from] += light * inCells[index[i] * size + films + 1];
          break;
        default:
          met[from * (cells + outerCells) + cells + index[i]] += light;
          if (follows[i] === 0) ends[from] += light * outCells[index[i] * size + films + 1];
      }
    }
    for (let b = 0; b < bins; b++) {
      const to = (beams + b) * size;
      for (let c = 0; c < cells; c++) {
        const light = met[b * (cells + outerCells) + c];
        if (light === 0) continue;
        for (let f = 1; f <= films; f++) rows[to + f] += light * inCells[c * size + f];
        rows[to + films + 2] += light * inCells[c * size + films + 2];
      }
      for (let c = 0; c < outerCells; c++) {
        const light = met[b * (cells + outerCells) + cells + c];
        if (light === 0) continue;
        // Seen from outside the films come the other way round.
        for (let f = 1; f <= films; f++) {
          rows[to + films + 1 - f] += light * outCells[c * size + f];
        }
      }
      rows[to + films + 1] = ends[b];
    }
    for (let j = 0; j < beams; j++) interpolateBeam(j, 1 / slant[j], beams, back, rows, size);
  };
}

/** A beam's row: that of the two bins whose cosines lie around its own, in proportion. */
function interpolateBeam(
  j: number,
  cosine: number,
  beams: number,
  back: Float64Array,
  rows: Float64Array,
  size: number,
): void {
  const channels = beams + bins;
  let upper = 1;
  while (upper < bins - 1 && binCosine[upper] > cosine) upper++;
  const share = Math.min(
    1,
    Math.max(0, (binCosine[upper - 1] - cosine) / (binCosine[upper - 1] - binCosine[upper])),
  );
  for (const [bin, weight] of [
    [upper - 1, 1 - share],
    [upper, share],
  ] as const) {
    for (let b = 0; b < bins; b++) {
      back[j * channels + beams + b] += weight * back[(beams + bin) * channels + beams + b];
    }
    for (let k = 0; k < size; k++) rows[j * size + k] += weight * rows[(beams + bin) * size + k];
  }
}

/** Means of the shares over cells of the local angle. */
function averageCells(
  response: ReturnType<typeof angularResponse>,
  cellEdges: readonly number[],
  out: Float64Array,
): void {
  out.fill(0);
  for (let c = 0; c < cellEdges.length - 1; c++) {
    for (let i = 0; i < cellSamples; i++) {
      const sine2 = cellEdges[c] + ((i + 0.5) / cellSamples) * (cellEdges[c + 1] - cellEdges[c]);
      response.add(Math.sqrt(1 - sine2), 1 / cellSamples, out, c * response.size);
    }
  }
}
