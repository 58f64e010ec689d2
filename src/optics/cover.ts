import { angleBins } from './angleBins.ts';
import type { OpticalCover } from './opticalCell.ts';
import { absorptionCoefficient, type SampledConstants } from './opticalConstants.ts';
import { sampledOnce } from './sampledOnce.ts';
import { responseBuffers, unpolarised } from './surfaceResponse.ts';
import type { StackArrays } from './transferMatrix.ts';

/**
 * Thick layers before a face, light in them without interference. Between the layers themselves
 * nothing is reflected: glass and its encapsulants differ by less than 0.05 in index (3e-4).
 * Directions are those in the layer on the cell, its encapsulant.
 */
export interface CoverOptics {
  /** n of the encapsulant at a wavelength. */
  index(w: number): number;
  /** Takers of light that comes from the cell: each layer, its coating if any, what leaves. */
  readonly takers: number;
  /** [from bin, to bin]: what comes back to the cell; filled by `at`. */
  readonly back: Float64Array;
  /** [from bin, taker]. */
  readonly taken: Float64Array;
  /** Of light from outside: what arrives at the cell, is reflected, and each layer takes. */
  readonly entry: { arrives: number; reflected: number; readonly layers: Float64Array };
  /** Works all out; `sine` is that of the angle outside. */
  at(w: number, lambda: number, sine: number): void;
}

const { count: bins, edges, cosine, share } = angleBins;
/** Angles within a bin that stand for it. */
const samples = 5;
/** nm in a mm. */
const millimetre = 1e6;

/**
 * @param cover layers from outside to the cell
 * @param wavelength nm
 * @param temperature K
 */
export function coverOptics(
  cover: OpticalCover,
  wavelength: Float64Array,
  temperature: number,
): CoverOptics {
  const layers = cover.layers.map((layer) => ({
    ...sampledOnce(layer.constants, wavelength, temperature),
    thickness: layer.thickness * millimetre * 1e-7,
  }));
  const coating = cover.coating;
  const coat = coating && sampledOnce(coating.constants, wavelength, temperature);
  const films = coat ? 1 : 0;
  const last = layers.length - 1;
  const takers = layers.length + films + 1;
  const stack: StackArrays = {
    films,
    n: new Float64Array(films + 1),
    k: new Float64Array(films + 1),
    thickness: Float64Array.from(coating ? [coating.thickness] : []),
  };
  const buffers = responseBuffers(films);
  const shares = new Float64Array(films + 2);
  const back = new Float64Array(bins * bins);
  const taken = new Float64Array(bins * takers);
  const path = new Float64Array(layers.length);
  const entry = { arrives: 0, reflected: 0, layers: new Float64Array(layers.length + films) };

  /** Share that passes each layer once, for a conserved n sin. */
  const setPath = (w: number, lambda: number, kx: number): void => {
    for (let l = 0; l < layers.length; l++) {
      const sine = Math.min(0.999999, kx / layers[l].n[w]);
      const alpha = absorptionCoefficient(layers[l].k[w], lambda);
      path[l] = Math.exp((-alpha * layers[l].thickness) / Math.sqrt(1 - sine * sine));
    }
  };
  const setCoat = (w: number, n: number, sampled: SampledConstants | undefined): void => {
    if (sampled) {
      stack.n[0] = sampled.n[w];
      stack.k[0] = sampled.k[w];
    }
    stack.n[films] = n;
    stack.k[films] = 0;
  };

  return {
    takers,
    back,
    taken,
    entry,
    index: (w) => layers[last].n[w],
    at(w, lambda, sine) {
      const glass = layers[0].n[w];
      setPath(w, lambda, sine);
      // No light comes through a backsheet.
      let light = 0;
      entry.reflected = 1;
      if (cover.reflector === undefined) {
        setCoat(w, glass, coat);
        unpolarised(stack, 1, sine, lambda, buffers, shares);
        entry.reflected = shares[0];
        if (films === 1) entry.layers[layers.length] = shares[1];
        light = shares[films + 1];
      }
      for (let l = 0; l <= last; l++) {
        entry.layers[l] = light * (1 - path[l]);
        light *= path[l];
      }
      entry.arrives = light;

      back.fill(0);
      taken.fill(0);
      setCoat(w, 1, coat);
      const n = layers[last].n[w];
      for (let b = 0; b < bins; b++) {
        for (let i = 0; i < samples; i++) {
          const sine2 = edges[b] + ((i + 0.5) / samples) * (edges[b + 1] - edges[b]);
          const kx = n * Math.sqrt(sine2);
          setPath(w, lambda, kx);
          let up = 1 / samples;
          for (let l = last; l >= 0; l--) {
            taken[b * takers + l] += up * (1 - path[l]);
            up *= path[l];
          }
          if (cover.reflector !== undefined) {
            taken[b * takers + takers - 1] += up * (1 - cover.reflector);
            scatterBack(w, lambda, b, up * cover.reflector);
            continue;
          }
          const inGlass = Math.min(1, kx / glass);
          unpolarised(stack, glass, inGlass, lambda, buffers, shares);
          let down = up * shares[0];
          if (films === 1) taken[b * takers + takers - 2] += up * shares[1];
          taken[b * takers + takers - 1] += up * shares[films + 1];
          for (let l = 0; l <= last; l++) {
            taken[b * takers + l] += down * (1 - path[l]);
            down *= path[l];
          }
          back[b * bins + b] += down;
        }
      }
    },
  };

  /** Isotropic light of the reflector passes the layers back to the cell. */
  function scatterBack(w: number, lambda: number, from: number, light: number): void {
    const n = layers[last].n[w];
    for (let b = 0; b < bins; b++) {
      setPath(w, lambda, n * Math.sqrt(1 - cosine[b] * cosine[b]));
      let down = light * share[b];
      for (let l = 0; l <= last; l++) {
        taken[from * takers + l] += down * (1 - path[l]);
        down *= path[l];
      }
      back[from * bins + b] += down;
    }
    setPath(w, lambda, n * Math.sqrt(1 - cosine[from] * cosine[from]));
  }
}
