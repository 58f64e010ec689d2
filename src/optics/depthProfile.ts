import { normalIndex, type StackArrays, stackFields } from './transferMatrix.ts';

/** A place in a coherent stack. */
export interface StackPlace {
  /** Index of the film; `stack.films` for the substrate. */
  readonly film: number;
  /** Below the top of the film, nm. */
  readonly depth: number;
}

/**
 * Light absorbed at a depth of a coherent stack: the divergence of the Poynting vector. With
 * tangential fields B and C, whose flux is Re(B C*),
 *
 *     a = 2 pi / lambda (Im(n^2) |B|^2 + Im(q^2 / n^2) |C|^2),
 *
 * the second term for p light only; over a film it integrates to what `coherentStack` gives.
 *
 * @param stack films and substrate
 * @param n0 index of the medium of incidence, without absorption
 * @param kx n0 sin(theta0), below n0
 * @param wavelength nm
 * @param polarisation 0 for s, 1 for p
 * @param place where
 * @returns share of the incident light for each nm
 * @throws RangeError for a place outside the stack
 * @see S. J. Byrnes, arXiv:1603.02720, eqs. 26 to 28
 */
export function absorptionAtDepth(
  stack: StackArrays,
  n0: number,
  kx: number,
  wavelength: number,
  polarisation: 0 | 1,
  { film, depth }: StackPlace,
): number {
  const { films, n, k, thickness } = stack;
  const last = film === films ? Number.POSITIVE_INFINITY : thickness[film];
  if (!(depth >= 0 && depth <= last)) {
    throw new RangeError(`depth ${depth} nm is not in film ${film} of ${films}`);
  }
  const k0 = (2 * Math.PI) / wavelength;
  const fields = new Float64Array(5);
  const passed = new Float64Array(films + 2);
  stackFields(stack, 0, kx, wavelength, polarisation, fields, passed);
  const q0 = Math.sqrt(n0 * n0 - kx * kx);
  const eta0 = polarisation === 0 ? q0 : (n0 * n0) / q0;
  const incident =
    ((eta0 * fields[0] + fields[2]) ** 2 + (eta0 * fields[1] + fields[3]) ** 2) / (4 * eta0);

  // Fields at the place: the top of what is left of the film, on all that lies below.
  const left: StackArrays = { ...stack, thickness: Float64Array.from(thickness) };
  if (film < films) left.thickness[film] -= depth;
  stackFields(left, film, kx, wavelength, polarisation, fields, passed);
  const [br, bi, cr, ci] = fields;
  // The modulus that every film above left out of its fields.
  let above = depth * normalIndex(n[film], k[film], kx)[1];
  for (let j = 0; j < film; j++) above += thickness[j] * normalIndex(n[j], k[j], kx)[1];

  const epsilon = [n[film] ** 2 - k[film] ** 2, 2 * n[film] * k[film]] as const;
  const electric = epsilon[1] * (br * br + bi * bi);
  // q^2 / n^2 = 1 - kx^2 / epsilon.
  const alongDepth = (kx * kx * epsilon[1]) / (epsilon[0] ** 2 + epsilon[1] ** 2);
  const magnetic = polarisation === 1 ? alongDepth * (cr * cr + ci * ci) : 0;
  return (k0 * Math.exp(-2 * k0 * above) * (electric + magnetic)) / incident;
}
