import {
  type OpticalCell,
  type OpticalCover,
  type OpticalFilm,
  type OpticalSurface,
  trappingOf,
} from './opticalCell.ts';
import { isMetal, type OpticalConstants } from './opticalConstants.ts';

/** Usual thickness of the glass in front, mm. */
export const glassThickness = 3.2;
/** Of the encapsulant, mm. */
export const encapsulantThickness = 0.45;

/** What a cell is laminated into. */
export interface ModuleLayers {
  readonly glass: OpticalConstants;
  /** mm; 3.2 when left out. */
  readonly glassThickness?: number;
  /** Antireflection coating of the glass: porous silica and the like. */
  readonly coating?: OpticalFilm;
  /** EVA, POE. */
  readonly encapsulant: OpticalConstants;
  /** mm; 0.45 when left out. */
  readonly encapsulantThickness?: number;
  /** `glass` behind as in front, or the reflectance of a white backsheet. */
  readonly rear: 'glass' | { readonly backsheet: number };
}

/**
 * A cell inside a module: glass and encapsulant in front, and behind encapsulant and glass or a
 * backsheet. Faces under a metal stay as they are: no light passes there.
 *
 * @param cell in air
 * @param module its layers
 * @returns the cell, its light trapping angular; takers of the covers are named `front.glass`,
 *   `front.encapsulant` and so on
 */
export function encapsulated(cell: OpticalCell, module: ModuleLayers): OpticalCell {
  return {
    ...cell,
    trapping: trappingOf(cell) === 'aligned' ? 'aligned' : 'angular',
    front: laminated(cell.front, module, 'front'),
    rear: laminated(cell.rear, module, 'rear'),
  };
}

function laminated(
  surface: OpticalSurface,
  module: ModuleLayers,
  side: 'front' | 'rear',
): OpticalSurface {
  const { outside } = surface;
  if (isMetal(outside.n[0], outside.k[0])) return surface;
  const inner = {
    name: `${side}.encapsulant`,
    constants: module.encapsulant,
    thickness: module.encapsulantThickness ?? encapsulantThickness,
  };
  const glass = {
    name: `${side}.glass`,
    constants: module.glass,
    thickness: module.glassThickness ?? glassThickness,
  };
  const backsheet = side === 'rear' && module.rear !== 'glass' ? module.rear.backsheet : undefined;
  const cover: OpticalCover =
    backsheet === undefined
      ? {
          ...(module.coating
            ? { coating: { ...module.coating, name: `${side}.${module.coating.name}` } }
            : {}),
          layers: [glass, inner],
        }
      : { layers: [inner], reflector: backsheet };
  return { ...surface, outside: module.encapsulant, cover };
}
