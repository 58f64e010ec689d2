import { angleBins } from './angleBins.ts';
import { type AngularResponse, angularResponse } from './angularResponse.ts';
import { type BeamOrigin, beamTree } from './beamTree.ts';
import type { FaceRows, RowFiller } from './faceRows.ts';
import type { FaceStack } from './faceStack.ts';
import { insideCells, outsideCells, treeSinks } from './facetCells.ts';
import { type FacetTree, facetTree } from './facetTree.ts';
import { isMetal } from './opticalConstants.ts';

/**
 * Index of silicon that directions are refracted with in trees: that of the wavelengths that come
 * to a face from inside (3.5 to 3.7). Shares at each facet have the index of their wavelength.
 */
const tracedIndex = 3.55;

/** Angles within a cell that stand for it. */
const cellSamples = 3;

const { count: bins, cosine: binCosine } = angleBins;

/**
 * Rows of a textured face: every bin by its facet tree, beams between the bins beside them.
 *
 * @param face seen from the wafer
 * @param outsideFace seen from outside, for light that facets send in again
 * @param origin how the beams entered, where it was through facets
 */
export function facetRows(face: FaceStack, outsideFace: FaceStack, origin?: BeamOrigin): RowFiller {
  const { texture, facets } = face.surface;
  if (texture === 'planar') throw new RangeError('a planar face has no facets');
  const cells = insideCells.length - 1;
  const outerCells = outsideCells.length - 1;
  const films = face.stack.films;
  const size = films + 3;
  const inCells = new Float64Array(cells * size);
  const outCells = new Float64Array(outerCells * size);
  // R and T of each cell.
  const gives = new Float64Array(2 * (cells + outerCells));
  const noted = new Float64Array(2 * bins * treeSinks);
  const outerResponse = angularResponse(outsideFace, 'wafer');
  // Light that each meeting reflects and passes, behind the 1 that rows start from.
  let sent = new Float64Array(1);
  return (inside, { w, lambda, slant }, rows) => {
    const { beams, covered, back, out, shares } = rows;
    const channels = beams + bins;
    averageCells(inside, insideCells, inCells);
    const outer = face.beyond.n[w];
    const metal = isMetal(outer, face.beyond.k[w]) || face.surface.reflectance !== undefined;
    if (!metal) {
      outerResponse.fill(w, outer, lambda, true);
      averageCells(outerResponse, outsideCells, outCells);
    }
    for (let c = 0; c < cells; c++) {
      gives[2 * c] = inCells[c * size];
      gives[2 * c + 1] = inCells[c * size + films + 1];
    }
    for (let c = 0; c < outerCells; c++) {
      gives[2 * (cells + c)] = outCells[c * size];
      gives[2 * (cells + c) + 1] = outCells[c * size + films + 1];
    }
    const tree = facetTree(
      texture,
      metal ? tracedIndex : tracedIndex / outer,
      covered ? 'both' : 'inside',
    );
    const sources = 1 + 2 * tree.meetings;
    if (sent.length < sources) sent = new Float64Array(sources).fill(1, 0, 1);
    walk(tree, sent, gives, noted);
    for (let b = 0; b < tree.rows; b++) {
      const from = b * treeSinks;
      const row = beams + b;
      for (let i = 0; i < bins; i++) back[row * channels + beams + i] = noted[from + i];
      for (let i = 0; i < bins; i++) out[row * bins + i] = noted[from + bins + i];
      shareOut(noted, from + 2 * bins, inCells, outCells, films, shares, row * size);
    }
    if (!origin) {
      for (let j = 0; j < beams; j++) interpolateBeam(j, 1 / slant[j], rows, size);
      return;
    }
    const ratio = metal ? tracedIndex : tracedIndex / outer;
    const target = { texture, ratio, ...(facets ? { facets } : {}) };
    const ways = beamTree(origin, target, tracedIndex);
    const starts = 1 + 2 * ways.meetings;
    if (sent.length < starts) sent = new Float64Array(starts).fill(1, 0, 1);
    walk(ways, sent, gives, noted);
    for (let j = 0; j < beams; j++) {
      const from = j * treeSinks;
      for (let i = 0; i < bins; i++) back[j * channels + beams + i] = noted[from + i];
      for (let i = 0; i < bins; i++) out[j * bins + i] = noted[from + bins + i];
      shareOut(noted, from + 2 * bins, inCells, outCells, films, shares, j * size);
    }
  };
}

/**
 * Light along a tree. Hot: `noted` gets the light of each place, `sent` what each meeting reflects and
 * passes, behind the 1 that rows start from.
 */
function walk(tree: FacetTree, sent: Float64Array, gives: Float64Array, noted: Float64Array): void {
  const { meetings, source, share, cell, sink, ending } = tree;
  const nodes = source.length;
  noted.fill(0);
  for (let i = 0; i < meetings; i++) {
    const value = share[i] * sent[source[i]];
    const of = 2 * cell[i];
    sent[2 * i + 1] = value * gives[of];
    sent[2 * i + 2] = value * gives[of + 1];
    noted[sink[i]] += value;
  }
  for (let i = meetings; i < nodes; i++) noted[sink[i]] += share[i] * sent[source[i]];
  for (let e = 0; e < ending.length; e++) {
    const row = Math.floor(sink[ending[e]] / treeSinks);
    noted[row * treeSinks + bins] += sent[2 * ending[e] + 2];
  }
}

/** What films and metal take of the light that meets facets, by cell of its angle. */
function shareOut(
  noted: Float64Array,
  from: number,
  inCells: Float64Array,
  outCells: Float64Array,
  films: number,
  shares: Float64Array,
  to: number,
): void {
  const size = films + 3;
  const cells = insideCells.length - 1;
  const outerCells = outsideCells.length - 1;
  for (let c = 0; c < cells; c++) {
    const met = noted[from + c];
    if (met === 0) continue;
    for (let f = 1; f <= films; f++) shares[to + f] += met * inCells[c * size + f];
    shares[to + films + 2] += met * inCells[c * size + films + 2];
  }
  for (let c = 0; c < outerCells; c++) {
    const met = noted[from + cells + c];
    if (met === 0) continue;
    // Seen from outside the films come the other way round.
    for (let f = 1; f <= films; f++) shares[to + films + 1 - f] += met * outCells[c * size + f];
  }
}

/** A beam's row: that of the two bins whose cosines lie around its own, in proportion. */
function interpolateBeam(
  j: number,
  cosine: number,
  { beams, back, out, shares }: FaceRows,
  size: number,
): void {
  const channels = beams + bins;
  let upper = 1;
  while (upper < bins - 1 && binCosine[upper] > cosine) upper++;
  const span = binCosine[upper - 1] - binCosine[upper];
  const share = Math.min(1, Math.max(0, (binCosine[upper - 1] - cosine) / span));
  for (let side = 0; side < 2; side++) {
    const from = beams + upper - 1 + side;
    const weight = side === 0 ? 1 - share : share;
    for (let b = 0; b < channels; b++) {
      back[j * channels + b] += weight * back[from * channels + b];
    }
    for (let b = 0; b < bins; b++) out[j * bins + b] += weight * out[from * bins + b];
    for (let k = 0; k < size; k++) shares[j * size + k] += weight * shares[from * size + k];
  }
}

/** Means of the shares over cells of the local angle. */
function averageCells(
  response: AngularResponse,
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
