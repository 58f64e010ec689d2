import type { Cell } from './cell.ts';
import { metalShare } from './gridCircuit.ts';
import type { CellDescription, CellSide } from './schema.ts';

/** mm in a um. */
const micrometre = 1e-3;

/**
 * Share of a face under its `fingers`: as stated, or from their geometry.
 *
 * @param side of a cell file
 * @returns 0 to 1; 0 where the file tells of none
 */
export function fingerShare({ fingers }: CellSide): number {
  if (fingers === undefined) return 0;
  const { share, spacing = 1, width = 0, busbar_spacing, busbar_width } = fingers;
  if (share !== undefined) return share;
  return metalShare({
    spacing,
    width: width * micrometre,
    ...(busbar_spacing === undefined ? {} : { busbarSpacing: busbar_spacing }),
    ...(busbar_width === undefined ? {} : { busbarWidth: busbar_width }),
  });
}

/** Share of a side that metal shades: fingers and busbars in front, `fingers` behind. */
export function shadedShare({ description }: Cell, side: 'front' | 'rear'): number {
  return side === 'front' ? description.circuit.shading : fingerShare(description.rear);
}

/**
 * Name that the metal of a face has among the films: `rear.aluminium` for a closed one,
 * `rear.fingers`, or `rear.mirror` where the file states a reflectance; undefined where there is
 * neither.
 */
export function metalPlace(
  description: CellDescription,
  side: 'front' | 'rear',
): string | undefined {
  const { outside, fingers, reflectance } = description[side];
  if (outside !== 'air') return `${side}.${outside}`;
  if (fingers !== undefined) return `${side}.fingers`;
  return reflectance === undefined ? undefined : `${side}.mirror`;
}
