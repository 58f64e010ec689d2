import type { OpticalCell, OpticalFilm, OpticalSurface } from '../optics/opticalCell.ts';
import type { Cell } from './cell.ts';
import { UsageError } from './errors.ts';
import type { CellSide } from './schema.ts';

/** cm in a um. */
const micrometre = 1e-4;

/**
 * The optical stack of a cell: films on both sides of the wafer with their constants.
 *
 * @param cell description and optical constants
 * @returns what `solveOptics` takes; films are named by side, as `front.tco`
 * @throws UsageError when constants named in the description are missing
 */
export function assembleOptics(cell: Cell): OpticalCell {
  const { front, wafer, rear } = cell.description;
  return {
    front: surface(cell, front, 'front'),
    wafer: {
      constants: constants(cell, wafer.optics),
      thickness: wafer.thickness * micrometre,
    },
    rear: surface(cell, rear, 'rear'),
  };
}

function surface(cell: Cell, side: CellSide, place: 'front' | 'rear'): OpticalSurface {
  const films: OpticalFilm[] = side.layers.map((layer) => ({
    name: `${place}.${layer.name}`,
    constants: constants(cell, layer.optics),
    thickness: layer.thickness,
  }));
  return {
    texture: side.texture,
    films,
    outside: constants(cell, side.outside),
    ...(side.trapping ? { trapping: side.trapping } : {}),
  };
}

function constants(cell: Cell, name: string) {
  const found = cell.optics[name];
  if (!found) throw new UsageError(`${cell.file}: no optical constants named "${name}"`);
  return found;
}
