import type { DeviceLayer } from '../device/description.ts';
import { injectionAt, injectionResult } from '../physics/injectedSilicon.ts';
import type { NeutralSilicon } from './lumpedRecombination.ts';
import type { CellDescription } from './schema.ts';

/** Where `lumpedInjection` leaves its results, each with its derivative by the excess density. */
export const lumpedInjectionResult = {
  /** Splitting of the quasi-Fermi levels, kT/q. */
  split: 0,
  splitSlope: 1,
  /** np - nie^2 at the nie^2 of equilibrium: nie0^2 (exp(split) - 1), cm^-6. */
  product: 2,
  productSlope: 3,
  /** Diffusion constants of electrons and holes, cm^2/s. */
  electron: 4,
  electronSlope: 5,
  hole: 6,
  holeSlope: 7,
  length: 8,
} as const;

/** Newton's steps from np to the splitting: the second leaves less than 1e-6 kT. */
const rounds = 2;
const table = new Float64Array(injectionResult.length);

/**
 * What the carriers of a neutral place do to its gap and mobilities.
 *
 * Hot: nothing allocated.
 *
 * @param silicon the wafer
 * @param excess density of electron-hole pairs above equilibrium, cm^-3
 * @param out filled as `lumpedInjectionResult` says
 */
export function lumpedInjection(silicon: NeutralSilicon, excess: number, out: Float64Array): void {
  const { n0, p0, nie2, electronDiffusion, holeDiffusion, injection } = silicon;
  const pairs = excess * (n0 + p0 + excess);
  const pairsSlope = n0 + p0 + 2 * excess;
  const rigid = Math.log1p(pairs / nie2);
  const rigidSlope = pairsSlope / (pairs + nie2);
  if (injection === undefined) {
    out[0] = rigid;
    out[1] = rigidSlope;
    out[2] = pairs;
    out[3] = pairsSlope;
    out[4] = electronDiffusion;
    out[5] = 0;
    out[6] = holeDiffusion;
    out[7] = 0;
    return;
  }
  // np = nie0^2 exp(split + shifts of both edges).
  let split = rigid;
  for (let round = 0; round <= rounds; round++) {
    injectionAt(injection, split, table);
    if (round === rounds) break;
    split -= (split + table[0]! + table[2]! - rigid) / (1 + table[1]! + table[3]!);
  }
  const slope = rigidSlope / (1 + table[1]! + table[3]!);
  const shrunk = Math.exp(-table[0]! - table[2]!);
  out[0] = split;
  out[1] = slope;
  // Small splittings lie below the table, where nothing is narrowed.
  out[2] = split > 1 ? (pairs + nie2) * shrunk - nie2 : pairs * shrunk;
  out[3] = (pairs + nie2) * shrunk * slope;
  const rootN = table[4]!;
  const rootP = table[6]!;
  out[4] = electronDiffusion * rootN * rootN;
  out[5] = 2 * electronDiffusion * rootN * table[5]! * slope;
  out[6] = holeDiffusion * rootP * rootP;
  out[7] = 2 * holeDiffusion * rootP * table[7]! * slope;
}

/**
 * Excess density of a neutral place at a splitting of the quasi-Fermi levels.
 *
 * @param silicon the wafer
 * @param split kT/q
 * @returns cm^-3
 */
export function excessAt(silicon: NeutralSilicon, split: number): number {
  const { n0, p0, nie2 } = silicon;
  const sum = n0 + p0;
  const product = nie2 * Math.expm1(pairsAt(silicon, split));
  return (2 * product) / (sum + Math.sqrt(Math.max(sum * sum + 4 * product, 0)));
}

/**
 * Whether the recombination of a side grows with the narrowing that injection makes in the wafer:
 * that of interface states on lowly doped silicon does; a diffused side and a j0 follow the
 * splitting alone.
 *
 * @param cell its description
 * @param side front or rear
 * @param wafer as a layer of the device
 */
export function sideNarrows(
  cell: CellDescription,
  side: 'front' | 'rear',
  wafer: DeviceLayer,
): boolean {
  const surface = wafer.at(side === 'front' ? 0 : wafer.thickness);
  return surface.injected !== undefined && cell[side].contact.model !== 'neutral';
}

/**
 * Logarithm of np over nie^2 of equilibrium: the splitting, and what it narrows the gap by.
 *
 * @param silicon the wafer
 * @param split of the quasi-Fermi levels, kT/q
 */
export function pairsAt({ injection }: NeutralSilicon, split: number): number {
  if (injection === undefined) return split;
  injectionAt(injection, split, table);
  return split + table[0]! + table[2]!;
}
