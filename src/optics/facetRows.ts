import { angleBins } from './angleBins.ts';
import { type AngularResponse, angularResponse } from './angularResponse.ts';
import type { FaceRows, RowFiller } from './faceRows.ts';
import type { FaceStack } from './faceStack.ts';
import { facetTree, insideCells, nodeKind, outsideCells } from './facetTree.ts';

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
 */
export function facetRows(face: FaceStack, outsideFace: FaceStack): RowFiller {
  const { texture } = face.surface;
  if (texture === 'planar') throw new RangeError('a planar face has no facets');
  const cells = insideCells.length - 1;
  const outerCells = outsideCells.length - 1;
  const films = face.stack.films;
  const size = films + 3;
  const inCells = new Float64Array(cells * size);
  const outCells = new Float64Array(outerCells * size);
  const kinds = cells + outerCells;
  const met = new Float64Array(2 * bins * kinds);
  const outerResponse = angularResponse(outsideFace, 'wafer');
  let intensity = new Float64Array(0);
  return (inside, { w, lambda, slant }, rows) => {
    const { beams, covered, back, out, shares } = rows;
    const channels = beams + bins;
    averageCells(inside, insideCells, inCells);
    const outer = face.beyond.n[w];
    const metal = face.beyond.k[w] > 0.1 * outer || face.surface.reflectance !== undefined;
    if (!metal) {
      outerResponse.fill(w, outer, lambda, true);
      averageCells(outerResponse, outsideCells, outCells);
    }
    const tree = facetTree(
      texture,
      metal ? tracedIndex : tracedIndex / outer,
      covered ? 'both' : 'inside',
    );
    const nodes = tree.row.length;
    if (intensity.length < nodes) intensity = new Float64Array(nodes);
    const { row, parent, passed, share, kind, index, follows } = tree;
    met.fill(0);
    for (let i = 0; i < nodes; i++) {
      const before = parent[i];
      let light = share[i];
      if (before >= 0) {
        const table = kind[before] === nodeKind.hitInside ? inCells : outCells;
        const at = index[before] * size;
        light *= intensity[before] * table[at + (passed[i] === 1 ? films + 1 : 0)];
      }
      intensity[i] = light;
      const from = beams + row[i];
      const meetings = row[i] * kinds;
      switch (kind[i]) {
        case nodeKind.endInside:
          back[from * channels + beams + index[i]] += light;
          break;
        case nodeKind.endOutside:
          out[from * bins + index[i]] += light;
          break;
        case nodeKind.hitInside:
          met[meetings + index[i]] += light;
          if (follows[i] === 0) out[from * bins] += light * inCells[index[i] * size + films + 1];
          break;
        default:
          met[meetings + cells + index[i]] += light;
      }
    }
    for (let b = 0; b < (covered ? 2 : 1) * bins; b++) {
      const to = (beams + b) * size;
      for (let c = 0; c < cells; c++) {
        const light = met[b * kinds + c];
        if (light === 0) continue;
        for (let f = 1; f <= films; f++) shares[to + f] += light * inCells[c * size + f];
        shares[to + films + 2] += light * inCells[c * size + films + 2];
      }
      for (let c = 0; c < outerCells; c++) {
        const light = met[b * kinds + cells + c];
        if (light === 0) continue;
        // Seen from outside the films come the other way round.
        for (let f = 1; f <= films; f++) {
          shares[to + films + 1 - f] += light * outCells[c * size + f];
        }
      }
    }
    for (let j = 0; j < beams; j++) interpolateBeam(j, 1 / slant[j], rows, size);
  };
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
