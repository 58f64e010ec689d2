import { binOf } from './angleBins.ts';
import { type Entry, emptyEntry, type Incidence, shareOfS } from './entry.ts';
import { facetEntry } from './facetEntry.ts';
import { facetAngle, pyramidResponse, type ResponseBuffers } from './surfaceResponse.ts';
import { bothPolarisations } from './transferMatrix.ts';

/**
 * Prepares the way of light into a wafer.
 *
 * @param incidence texture and angle
 * @param films of the face
 * @param buffers working memory
 */
export function entryOf(incidence: Incidence, films: number, buffers: ResponseBuffers): Entry {
  if (incidence.texture === 'planar') return planarEntry(incidence, films);
  if (incidence.classes && incidence.texture === 'random-pyramids' && incidence.sine === 0) {
    return classesEntry(films, buffers);
  }
  return facetEntry(incidence, films);
}

function planarEntry({ sine, polarisation }: Incidence, films: number): Entry {
  const entry = emptyEntry(films, 1);
  const s = new Float64Array(films + 2);
  const p = new Float64Array(films + 2);
  const ofS = shareOfS(polarisation);
  const bin = binOf(sine * sine);
  return {
    ...entry,
    at(stack, n0, wavelength) {
      bothPolarisations(stack, n0, n0 * sine, wavelength, s, p);
      for (let j = 0; j < films + 2; j++) entry.shares[j] = ofS * s[j] + (1 - ofS) * p[j];
      entry.entered[0] = entry.shares[films + 1];
      entry.away[bin] = entry.shares[0];
      const inside = Math.min(1, (n0 * sine) / stack.n[films]);
      entry.slant[0] = 1 / Math.sqrt(1 - inside * inside);
    },
  };
}

/** Path classes, one beam: that of the first facet. */
function classesEntry(films: number, buffers: ResponseBuffers): Entry {
  const entry = emptyEntry(films, 1);
  return {
    ...entry,
    at(stack, n0, wavelength) {
      pyramidResponse(stack, n0, wavelength, buffers, entry.shares);
      entry.entered[0] = entry.shares[films + 1];
      const refracted = Math.min(1, (n0 / stack.n[films]) * Math.sin(facetAngle));
      entry.slant[0] = 1 / Math.cos(facetAngle - Math.asin(refracted));
    },
  };
}
