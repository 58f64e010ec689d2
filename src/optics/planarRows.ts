import { angleBins, binOf } from './angleBins.ts';
import { angularResponse } from './angularResponse.ts';
import type { RowFiller } from './faceRows.ts';
import type { FaceStack } from './faceStack.ts';
import { scatterTable } from './scatterTable.ts';

/** Angles within a bin that stand for it. */
const samples = 5;

const { count: bins, edges, cosine: binCosine } = angleBins;

/**
 * Rows of a planar face: each channel is mirrored, its scattered share spread over the bins, and
 * refracted by Snell.
 *
 * @param face seen from the wafer
 * @param outsideFace seen from outside
 */
export function planarRows(face: FaceStack, outsideFace: FaceStack): RowFiller {
  const { diffuse } = face.surface;
  const films = face.stack.films;
  const size = films + 3;
  const scattered = diffuse?.share ?? 0;
  const spread = diffuse ? scatterTable(diffuse.exponent) : undefined;
  const one = new Float64Array(size);
  const outer = angularResponse(outsideFace, 'wafer');
  return (inside, { w, n, lambda, slant }, { beams, covered, back, out, shares }) => {
    const channels = beams + bins;
    const bend = (n / face.beyond.n[w]) ** 2;
    for (let j = 0; j < channels; j++) {
      if (j < beams) {
        const sine2 = Math.max(0, 1 - 1 / (slant[j] * slant[j]));
        inside.exact(w, n, Math.sqrt(sine2), lambda, one);
        for (let k = 0; k < size; k++) shares[j * size + k] = one[k];
        out[j * bins + binOf(Math.min(1, sine2 * bend))] += one[films + 1];
      } else {
        const bin = j - beams;
        for (let i = 0; i < samples; i++) {
          const sine2 = edges[bin] + ((i + 0.5) / samples) * (edges[bin + 1] - edges[bin]);
          const before = shares[j * size + films + 1];
          inside.add(Math.sqrt(1 - sine2), 1 / samples, shares, j * size);
          const passed = shares[j * size + films + 1] - before;
          out[j * bins + binOf(Math.min(1, sine2 * bend))] += passed;
        }
      }
      const mirrored = shares[j * size];
      back[j * channels + j] += (1 - scattered) * mirrored;
      if (!spread) continue;
      const bin = j < beams ? nearestBin(1 / slant[j]) : j - beams;
      for (let b = 0; b < bins; b++) {
        back[j * channels + beams + b] += scattered * mirrored * spread[bin * bins + b];
      }
    }
    if (!covered) return;
    outer.fill(w, face.beyond.n[w], lambda, false);
    for (let b = 0; b < bins; b++) {
      const row = channels + b;
      one.fill(0);
      for (let i = 0; i < samples; i++) {
        const sine2 = edges[b] + ((i + 0.5) / samples) * (edges[b + 1] - edges[b]);
        const before = one[films + 1];
        outer.add(Math.sqrt(1 - sine2), 1 / samples, one, 0);
        back[row * channels + beams + binOf(Math.min(1, sine2 / bend))] += one[films + 1] - before;
      }
      out[row * bins + b] += one[0];
      for (let f = 1; f <= films; f++) shares[row * size + films + 1 - f] += one[f];
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
