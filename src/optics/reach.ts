import type { OpticalCell, OpticalSurface } from './opticalCell.ts';
import type { OpticalConstants } from './opticalConstants.ts';

/** Optical constants that a calculation goes beyond. */
export interface OpticalGap {
  /** Where they stand: `front.tco`, `wafer`, `rear.outside`. */
  readonly layer: string;
  /** Name of the optical constants. */
  readonly material: string;
  /** What the table covers, nm. */
  readonly from: number;
  readonly to: number;
  /** The wavelengths asked for that lie outside: their first and last, nm. */
  readonly missing: readonly number[];
}

/** A calculation asks for wavelengths at which a layer's optical constants are not known. */
export class ReachError extends RangeError {
  override readonly name = 'ReachError';
  readonly gaps: readonly OpticalGap[];

  constructor(gaps: readonly OpticalGap[]) {
    super(gaps.map(sentence).join('; '));
    this.gaps = gaps;
  }
}

/** A layer whose constants were continued beyond their table: n kept, k = 0. */
export interface HeldConstants {
  readonly layer: string;
  readonly material: string;
  /** End of the table, nm. */
  readonly beyond_nm: number;
}

/**
 * Refuses wavelengths that the constants of any layer do not reach, all layers at once.
 *
 * @param cell surfaces and wafer
 * @param wavelength nm, in any order
 * @throws ReachError that names each layer, its table and what is missing
 */
export function refuseBeyondReach(cell: OpticalCell, wavelength: ArrayLike<number>): void {
  const [shortest, longest] = span(wavelength);
  const gaps = places(cell).flatMap(([layer, constants]): OpticalGap[] => {
    const { wavelength: table, name, transparentBeyond } = constants;
    const [from, to] = [table[0], table[table.length - 1]];
    const missing = [
      ...(shortest < from ? [shortest] : []),
      ...(longest > to && !transparentBeyond ? [longest] : []),
    ];
    return missing.length > 0 ? [{ layer, material: name, from, to, missing }] : [];
  });
  if (gaps.length > 0) throw new ReachError(gaps);
}

/**
 * Layers whose constants a calculation continues beyond their table, as a line `# hold:` of their
 * file allows: n keeps its last value and k is 0.
 *
 * @param cell surfaces and wafer
 * @param wavelength nm, in any order
 * @returns one entry a layer, from the front; none where every table reaches
 * @example heldConstants(assembleOptics(await loadCell('shj')), defaultWavelengths)[0]
 *   // { layer: 'front.n', material: 'a-si-h-n', beyond_nm: 849.3 }
 */
export function heldConstants(cell: OpticalCell, wavelength: ArrayLike<number>): HeldConstants[] {
  const [, longest] = span(wavelength);
  return places(cell).flatMap(([layer, { name, wavelength: table, transparentBeyond }]) => {
    const end = table[table.length - 1];
    const held = transparentBeyond === true && longest > end;
    return held ? [{ layer, material: name, beyond_nm: end }] : [];
  });
}

function span(wavelength: ArrayLike<number>): readonly [shortest: number, longest: number] {
  let [shortest, longest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < wavelength.length; i++) {
    shortest = Math.min(shortest, wavelength[i]);
    longest = Math.max(longest, wavelength[i]);
  }
  return [shortest, longest];
}

/** Every layer of a cell with its constants, from the front. */
function places(cell: OpticalCell): (readonly [layer: string, OpticalConstants])[] {
  const { front, wafer, rear } = cell;
  return [...facePlaces(front, 'front'), ['wafer', wafer.constants], ...facePlaces(rear, 'rear')];
}

function facePlaces(surface: OpticalSurface, side: 'front' | 'rear') {
  const { cover, films, metal, outside } = surface;
  const thick = [...(cover?.coating ? [cover.coating] : []), ...(cover?.layers ?? [])];
  const listed: (readonly [string, OpticalConstants])[] = [...thick, ...films].map(
    ({ name, constants }) => [name, constants],
  );
  if (metal) listed.push([`${side}.fingers`, metal.constants]);
  // Under a cover the medium outside is the innermost layer of it.
  if (!cover) listed.push([`${side}.outside`, outside]);
  return listed;
}

function sentence({ layer, material, from, to, missing }: OpticalGap): string {
  return `optical constants "${material}" of ${layer} reach from ${from} to ${to} nm, not to ${missing.join(' and ')} nm`;
}
