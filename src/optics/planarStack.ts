import { absorptionCoefficient } from './opticalConstants.ts';
import { normalIndex, type StackArrays, stackFields } from './transferMatrix.ts';

/** A layer of a planar stack at one wavelength. */
export interface PlanarLayer {
  readonly n: number;
  readonly k: number;
  /** nm. */
  readonly thickness: number;
  /** Too thick to interfere: light that crosses it adds up by intensity. */
  readonly incoherent?: boolean;
}

/** A planar stack between two media. */
export interface PlanarStack {
  /** Index of the medium that light comes from, without absorption. */
  readonly front: number;
  /** In the order light meets them. */
  readonly layers: readonly PlanarLayer[];
  readonly rear: { readonly n: number; readonly k: number };
}

/**
 * Index from which light inside an incoherent layer meets its faces. `real`: n, so that a face
 * loses no photon; as everywhere in this library. `complex`: n + ik as the package tmm has it;
 * incident and reflected light then interfere in the layer and R + T of a face is not 1, by a term
 * linear in k.
 */
export type InnerIndex = 'real' | 'complex';

/** How light comes to a planar stack. */
export interface PlanarLight {
  /** nm. */
  readonly wavelength: number;
  /** From the normal, in the medium in front, degrees: 0 to below 90; 0 when left out. */
  readonly angle?: number;
  /** `unpolarised`, the mean of both, when left out. */
  readonly polarisation?: 's' | 'p' | 'unpolarised';
  /** `real` when left out. */
  readonly inner?: InnerIndex;
}

/** Shares of the light. */
export interface PlanarShares {
  readonly reflected: number;
  /** By layer. */
  readonly absorbed: readonly number[];
  /** Into the medium behind. */
  readonly transmitted: number;
}

/**
 * Reflectance, absorptance of every layer and transmittance of a planar stack of thin films, which
 * interfere, and thick layers, which do not, in any order.
 *
 * Runs of films between thick layers are coherent; between them intensities add up over all
 * passes, from the rear to the front: rho = R + T P rho' P T' / (1 - R' P rho' P). Nothing grows
 * with thickness.
 *
 * @param stack media and layers
 * @param light wavelength, angle, polarisation
 * @returns shares of the light, which add up to 1
 * @throws RangeError for an angle outside 0 to 90 or a thickness that is not positive
 * @see S. J. Byrnes, arXiv:1603.02720, section 5, for incoherent layers
 * @example planarStack({ front: 1, layers: [{ n: 1.5, k: 0, thickness: 1e6, incoherent: true }],
 *   rear: { n: 1, k: 0 } }, { wavelength: 600 }).reflected // 2 r/(1 + r) with r = 0.04: 0.0769
 */
export function planarStack(stack: PlanarStack, light: PlanarLight): PlanarShares {
  const { angle = 0, polarisation = 'unpolarised' } = light;
  if (!(angle >= 0 && angle < 90)) {
    throw new RangeError(`angle of incidence ${angle} degrees is outside 0 to below 90`);
  }
  for (const { thickness } of stack.layers) {
    if (!(thickness > 0)) throw new RangeError(`thickness ${thickness} nm is not positive`);
  }
  if (polarisation !== 'unpolarised') return shares(stack, light, polarisation === 's' ? 0 : 1);
  const [s, p] = [shares(stack, light, 0), shares(stack, light, 1)];
  return {
    reflected: (s.reflected + p.reflected) / 2,
    absorbed: s.absorbed.map((share, j) => (share + p.absorbed[j]) / 2),
    transmitted: (s.transmitted + p.transmitted) / 2,
  };
}

/** A run of films between two media that are taken as thick, lit from one of them. */
interface Run {
  readonly reflected: number;
  readonly transmitted: number;
  /** Net flux into the run; 1 - R only where the medium before does not absorb. */
  readonly entering: number;
  readonly absorbed: readonly number[];
}

function shares(stack: PlanarStack, light: PlanarLight, polarisation: 0 | 1): PlanarShares {
  const { front, layers, rear } = stack;
  const { wavelength, angle = 0, inner = 'real' } = light;
  const kx = front * Math.sin((angle * Math.PI) / 180);
  const thick = layers.flatMap(({ incoherent }, j) => (incoherent ? [j] : []));
  const last = thick.length;
  const starts = [0, ...thick.map((j) => j + 1)];
  const ends = [...thick, layers.length];
  const media = [{ n: front, k: 0 }, ...thick.map((j) => layers[j]), rear];
  const incident = media.map(({ n, k }) => ({ n, k: inner === 'real' ? 0 : k }));
  const films = starts.map((start, r) => layers.slice(start, ends[r]));
  const at = { kx, wavelength, polarisation };
  const forth = films.map((run, r) => runOf(incident[r], run, media[r + 1], at));
  // Behind the last run nothing comes back.
  const back = films
    .slice(0, last)
    .map((run, r) => runOf(incident[r + 1], run.toReversed(), media[r], at));
  const passed = thick.map((j) => crossing(layers[j], kx, wavelength, inner));

  // Reflectance that light meets at the lower face of each medium, all that lies below counted.
  const below = new Array<number>(last + 1);
  below[last] = forth[last].reflected;
  for (let r = last - 1; r >= 0; r--) {
    const round = passed[r] * passed[r] * below[r + 1];
    const { reflected, transmitted } = forth[r];
    below[r] =
      reflected + (transmitted * round * back[r].transmitted) / (1 - back[r].reflected * round);
  }
  // Light that comes down to each run, and back up to it from below.
  const down = [1];
  const up: number[] = [];
  for (let r = 0; r < last; r++) {
    const round = passed[r] * passed[r] * below[r + 1];
    const sets = (down[r] * forth[r].transmitted) / (1 - back[r].reflected * round);
    down.push(sets * passed[r]);
    up.push(sets * round);
  }
  up.push(0);

  const absorbed = new Array<number>(layers.length).fill(0);
  for (let r = 0; r <= last; r++) {
    const count = films[r].length;
    for (let f = 0; f < count; f++) {
      absorbed[starts[r] + f] =
        down[r] * forth[r].absorbed[f] + (r < last ? up[r] * back[r].absorbed[count - 1 - f] : 0);
    }
    if (r === last) continue;
    // Net flux into the thick layer from above, less what goes on below.
    const above = down[r] * forth[r].transmitted - up[r] * back[r].entering;
    const on =
      down[r + 1] * forth[r + 1].entering -
      (r + 1 < last ? up[r + 1] * back[r + 1].transmitted : 0);
    absorbed[thick[r]] = above - on;
  }
  return { reflected: below[0], absorbed, transmitted: down[last] * forth[last].transmitted };
}

interface Index {
  readonly n: number;
  readonly k: number;
}

interface WaveAt {
  readonly kx: number;
  readonly wavelength: number;
  readonly polarisation: 0 | 1;
}

/** Films lit from a medium that may absorb. */
function runOf(from: Index, films: readonly PlanarLayer[], to: Index, at: WaveAt): Run {
  const { kx, wavelength, polarisation } = at;
  const arrays: StackArrays = {
    films: films.length,
    n: Float64Array.of(...films.map(({ n }) => n), to.n),
    k: Float64Array.of(...films.map(({ k }) => k), to.k),
    thickness: Float64Array.from(films, ({ thickness }) => thickness),
  };
  const fields = new Float64Array(5);
  const passed = new Float64Array(films.length + 2);
  stackFields(arrays, 0, kx, wavelength, polarisation, fields, passed);
  const [br, bi, cr, ci, flux] = fields;
  const [er, ei] = admittance(from, kx, polarisation);
  // eta B and its sum and difference with C: the incident and the reflected wave.
  const fr = er * br - ei * bi;
  const fi = er * bi + ei * br;
  const sum = (fr + cr) ** 2 + (fi + ci) ** 2;
  const difference = (fr - cr) ** 2 + (fi - ci) ** 2;
  // Light along the medium, or evanescent in it, carries nothing to the films.
  if (!(er > 0)) return { reflected: 1, transmitted: 0, entering: 0, absorbed: films.map(() => 0) };
  const entering = (4 * (er * er + ei * ei) * flux) / (er * sum);
  let left = entering;
  const absorbed = films.map((_, j) => {
    const on = left * passed[j + 1];
    const taken = left - on;
    left = on;
    return taken;
  });
  return { reflected: difference / sum, transmitted: left, entering, absorbed };
}

/** q for s light, n^2 / q for p light. */
function admittance(index: Index, kx: number, polarisation: 0 | 1): readonly [number, number] {
  const [qr, qi] = normalIndex(index.n, index.k, kx);
  if (polarisation === 0) return [qr, qi];
  const { n, k } = index;
  const [er, ei] = [n * n - k * k, 2 * n * k];
  const norm = qr * qr + qi * qi;
  return [(er * qr + ei * qi) / norm, (ei * qr - er * qi) / norm];
}

/** Share of the light that crosses a thick layer once. */
function crossing(layer: PlanarLayer, kx: number, wavelength: number, inner: InnerIndex): number {
  const { n, k, thickness } = layer;
  if (inner === 'complex') {
    return Math.exp((-4 * Math.PI * thickness * normalIndex(n, k, kx)[1]) / wavelength);
  }
  if (kx >= n) return 0;
  const cosine = Math.sqrt(1 - (kx / n) ** 2);
  return Math.exp((-absorptionCoefficient(k, wavelength) * thickness * 1e-7) / cosine);
}
