import { readFileSync } from 'node:fs';
import { coherentStack, type StackArrays } from '../../src/optics/transferMatrix.ts';

/** One wavelength, angle and polarisation of a stack. */
export interface Row {
  angle_deg: number;
  polarisation: 's' | 'p';
  wavelength_nm: number;
  n: [number, number][];
  R: number;
  T: number;
  absorbed_by_layer: number[];
}
interface Stack {
  name: string;
  thickness_nm: (number | null)[];
  rows: Row[];
}
/** A front of a cell at every wavelength. */
export interface FrontStack {
  name: string;
  thickness_nm: (number | null)[];
  wavelength_nm: number[];
  n: number[][];
  k: number[][];
  cases: {
    angle_deg: number;
    polarisation: 's' | 'p' | 'unpolarised';
    R: number[];
    T_into_last_medium: number[];
    absorbed_in_film?: Record<string, number[]>;
  }[];
}
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../reference/tmm/${name}`, import.meta.url), 'utf8'));
/** Stacks at single angles and wavelengths. */
export const tmm = read('tmm.json') as { coherent: Stack[]; incoherent: Stack[] };
/** Fronts of cells. */
export const { stacks: frontStacks } = read('front_stacks.json') as { stacks: FrontStack[] };

/** Reflectance, absorptance of each film, and transmittance of a stack as this program has them. */
export function solveStack(
  indices: readonly (readonly [number, number])[],
  thickness: readonly (number | null)[],
  angle: number,
  polarisation: 's' | 'p',
  wavelength: number,
): Float64Array {
  const stack: StackArrays = {
    films: indices.length - 2,
    n: Float64Array.from(indices.slice(1), ([n]) => n),
    k: Float64Array.from(indices.slice(1), ([, k]) => k),
    thickness: Float64Array.from(thickness.slice(1, -1), (d) => d ?? 0),
  };
  const out = new Float64Array(indices.length);
  const n0 = indices[0][0];
  const kx = n0 * Math.sin((angle * Math.PI) / 180);
  coherentStack(stack, n0, kx, wavelength, polarisation === 's' ? 0 : 1, out);
  return out;
}

/** A front at its w-th wavelength; unpolarised light is the mean of both polarisations. */
export function solveFront(
  stack: FrontStack,
  light: FrontStack['cases'][number],
  w: number,
): Float64Array {
  const indices = stack.n.map((layer, j) => [layer[w], stack.k[j][w]] as const);
  const at = (p: 's' | 'p') =>
    solveStack(indices, stack.thickness_nm, light.angle_deg, p, stack.wavelength_nm[w]);
  if (light.polarisation !== 'unpolarised') return at(light.polarisation);
  const p = at('p');
  return at('s').map((value, j) => 0.5 * (value + p[j]));
}
