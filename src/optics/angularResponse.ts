import { type FaceStack, setFace } from './faceStack.ts';
import { cutCosine } from './hemisphericalResponse.ts';
import { isMetal } from './opticalConstants.ts';
import { type ResponseBuffers, responseBuffers, unpolarised } from './surfaceResponse.ts';

/**
 * What a face's films do to unpolarised light of any angle from one side, at one wavelength: an
 * exact table at few angles, between which parabolas run.
 *
 * With t^2 the distance in the cosine from the cut where total reflection begins (`cutCosine`),
 * shares are smooth in t on either side of it.
 */
export interface AngularResponse {
  /** Shares: R, A of each film, T into a transparent medium, M into metal. */
  readonly size: number;
  /** Fills the table for a wavelength; `coarse` when little light comes. */
  fill(w: number, n0: number, lambda: number, coarse: boolean): void;
  /** Adds `weight` times the shares at a cosine to `out` from `offset` on. */
  add(cosine: number, weight: number, out: Float64Array, offset: number): void;
  /** The shares at one angle, exactly. */
  exact(w: number, n0: number, sine: number, lambda: number, out: Float64Array): void;
}

/** Angles on either side of the cut: most, and where little light comes to the face. */
const most = 9;
const few = 5;

/**
 * @param face the stack as seen from the side light comes from
 * @param towards what lies beyond it: the wafer takes all light that reaches it, however much
 *   silicon absorbs; outside may be a metal
 */
export function angularResponse(face: FaceStack, towards: 'outside' | 'wafer'): AngularResponse {
  const { stack, surface, metal, beyond } = face;
  const films = stack.films;
  const size = films + 3;
  const buffers: ResponseBuffers = responseBuffers(films);
  const table = new Float64Array(2 * most * size);
  const one = new Float64Array(size);
  const under = new Float64Array(size);
  let cut = 0;
  let perPart = most;

  const exact: AngularResponse['exact'] = (w, n0, sine, lambda, out) => {
    if (surface.reflectance !== undefined) {
      out.fill(0, 0, size);
      out[0] = surface.reflectance;
      out[films + 2] = 1 - surface.reflectance;
      return;
    }
    setFace(face, w, beyond.n[w], beyond.k[w]);
    unpolarised(stack, n0, sine, lambda, buffers, out);
    out[films + 2] = 0;
    if (towards === 'outside' && isMetal(beyond.n[w], beyond.k[w])) {
      out[films + 2] = out[films + 1];
      out[films + 1] = 0;
    }
    if (!metal || !surface.metal) return;
    const { share } = surface.metal;
    setFace(face, w, metal.n[w], metal.k[w]);
    unpolarised(stack, n0, sine, lambda, buffers, under);
    for (let j = 0; j < size; j++) out[j] *= 1 - share;
    for (let j = 0; j <= films; j++) out[j] += share * under[j];
    out[films + 2] += share * under[films + 1];
  };

  return {
    size,
    exact,
    fill(w, n0, lambda, coarse) {
      perPart = coarse ? few : most;
      setFace(face, w, beyond.n[w], beyond.k[w]);
      cut = cutCosine(stack, n0);
      for (let part = 0; part < 2; part++) {
        const width = part === 0 ? 1 - cut : -cut;
        if (width === 0) continue;
        for (let j = 0; j < perPart; j++) {
          const t = j / (perPart - 1);
          const cosine = Math.max(0, cut + width * t * t);
          exact(w, n0, Math.sqrt(1 - cosine * cosine), lambda, one);
          table.set(one, (part * perPart + j) * size);
        }
      }
    },
    add(cosine, weight, out, offset) {
      const part = cosine >= cut ? 0 : 1;
      const width = part === 0 ? 1 - cut : cut;
      const t = width > 0 ? Math.sqrt(Math.abs(cosine - cut) / width) * (perPart - 1) : 0;
      const middle = Math.min(Math.max(Math.round(t), 1), perPart - 2);
      const x = t - middle;
      const before = weight * 0.5 * x * (x - 1);
      const at = weight * (1 - x * x);
      const after = weight * 0.5 * x * (x + 1);
      const from = (part * perPart + middle) * size;
      for (let j = 0; j < size; j++) {
        out[offset + j] +=
          before * table[from - size + j] + at * table[from + j] + after * table[from + size + j];
      }
    },
  };
}
