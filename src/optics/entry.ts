import { angleBins, binOf } from './angleBins.ts';
import { facetBeams } from './beamTree.ts';
import { facetPaths } from './facetPaths.ts';
import type { Texture } from './opticalCell.ts';
import type { PyramidTexture } from './pyramidField.ts';
import { facetAngle, pyramidResponse, type ResponseBuffers } from './surfaceResponse.ts';
import { bothPolarisations, type StackArrays } from './transferMatrix.ts';

/** Polarisation of the incident light, of its plane of incidence on the cell. */
export type Polarisation = 's' | 'p' | 'unpolarised';

/** How light comes to a cell. */
export interface Incidence {
  readonly texture: Texture;
  /** Sine of the angle of incidence outside. */
  readonly sine: number;
  readonly polarisation: Polarisation;
  /** Path classes of random pyramids at normal incidence, each bounce unpolarised: `basore`. */
  readonly classes: boolean;
}

/** Light that enters a wafer at one wavelength. */
export interface Entry {
  /** R, A of each film, T of the face. */
  readonly shares: Float64Array;
  /** Directions that light enters in: by the facet it met first, second, or later. */
  readonly beams: number;
  /** Where R goes, by angle bin outside. */
  readonly away: Float64Array;
  /** Light of each direction; together T. */
  readonly entered: Float64Array;
  /** 1 / cos of each direction. */
  readonly slant: Float64Array;
  /** Facets that the light of each direction entered through, where it did. */
  readonly facets?: { readonly texture: PyramidTexture; readonly sine: number };
  /** Works these out for a stack whose substrate is the wafer. */
  at(stack: StackArrays, n0: number, wavelength: number): void;
}

/** Vertical component of a facet's normal. */
const facetRise = 1 / Math.sqrt(3);

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

function emptyEntry(films: number, beams: number): Omit<Entry, 'at'> {
  return {
    shares: new Float64Array(films + 2),
    beams,
    away: new Float64Array(angleBins.count),
    entered: new Float64Array(beams),
    slant: new Float64Array(beams).fill(1),
  };
}

/** Share of s light in what comes. */
function shareOfS(polarisation: Polarisation): number {
  return polarisation === 's' ? 1 : polarisation === 'p' ? 0 : 0.5;
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

/** Traced paths: s and p followed from facet to facet, each path refracted on its own. */
function facetEntry({ texture, sine, polarisation }: Incidence, films: number): Entry {
  if (texture === 'planar') throw new RangeError('a planar face has no facets');
  const paths = facetPaths(texture, sine);
  const { parent, share, leaves, cosine, down, turn, order, kind } = paths;
  const nodes = parent.length;
  const size = films + 2;
  const entry = emptyEntry(films, facetBeams);
  // Light that each node reflects, of both polarisations in its plane of incidence.
  const reflectedS = new Float64Array(nodes);
  const reflectedP = new Float64Array(nodes);
  const tableS = new Float64Array(paths.cosines.length * size);
  const tableP = new Float64Array(paths.cosines.length * size);
  const row = (table: Float64Array) =>
    Array.from(paths.cosines, (_, c) => table.subarray(c * size, (c + 1) * size));
  const [ofTableS, ofTableP] = [row(tableS), row(tableP)];
  const ofS = shareOfS(polarisation);
  const { shares, entered, slant, away } = entry;
  const awayBin = paths.away.map((c) => binOf(1 - Math.min(1, c * c)));
  return {
    ...entry,
    facets: { texture, sine },
    at(stack, n0, wavelength) {
      for (let c = 0; c < paths.cosines.length; c++) {
        const kx = n0 * Math.sqrt(1 - paths.cosines[c] ** 2);
        bothPolarisations(stack, n0, kx, wavelength, ofTableS[c], ofTableP[c]);
      }
      shares.fill(0);
      away.fill(0);
      entered.fill(0);
      slant.fill(0);
      const ratio = n0 / stack.n[films];
      for (let i = 0; i < nodes; i++) {
        const before = parent[i];
        const beforeS = before < 0 ? ofS : reflectedS[before];
        const beforeP = before < 0 ? 1 - ofS : reflectedP[before];
        const s = share[i] * (turn[i] * beforeS + (1 - turn[i]) * beforeP);
        const p = share[i] * (turn[i] * beforeP + (1 - turn[i]) * beforeS);
        const row = kind[i] * size;
        for (let j = 1; j < size; j++) shares[j] += s * tableS[row + j] + p * tableP[row + j];
        reflectedS[i] = s * tableS[row];
        reflectedP[i] = p * tableP[row];
        const left = leaves[i] * (reflectedS[i] + reflectedP[i]);
        shares[0] += left;
        away[awayBin[i]] += left;
        const through = s * tableS[row + size - 1] + p * tableP[row + size - 1];
        // Snell in vectors: the part along the facet shrinks by the ratio of the indices.
        const c = cosine[i];
        const normal = Math.sqrt(1 - ratio * ratio * (1 - c * c)) - ratio * c;
        const deep = ratio * down[i] + normal * facetRise;
        const beam = Math.min(order[i], facetBeams - 1);
        entered[beam] += through;
        slant[beam] += through / deep;
      }
      for (let b = 0; b < facetBeams; b++) slant[b] = entered[b] > 0 ? slant[b] / entered[b] : 1;
    },
  };
}
