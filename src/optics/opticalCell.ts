import type { DrudeCarriers } from './drude.ts';
import type { FacetVariation } from './facetTilt.ts';
import type { DiffusedSkin, FreeCarrierModelName } from './freeCarriers.ts';
import type { OpticalConstants } from './opticalConstants.ts';
import type { PyramidTexture } from './pyramidField.ts';

/** Free carriers of a film, which absorb and refract beside what its constants describe. */
export type FilmCarriers =
  | {
      /** Transparent electrode. */
      readonly kind: 'drude';
      readonly carriers: DrudeCarriers;
      /** Carriers that the film behind the constants had: these are taken out. */
      readonly included?: DrudeCarriers;
    }
  | {
      /** Doped crystalline silicon, as polysilicon. */
      readonly kind: 'silicon';
      readonly model: FreeCarrierModelName;
      /** cm^-3. */
      readonly electrons: number;
      readonly holes: number;
    };

/** A coherent film. */
export interface OpticalFilm {
  readonly name: string;
  readonly constants: OpticalConstants;
  /** nm, perpendicular to the local surface (the facet of a pyramid). */
  readonly thickness: number;
  readonly carriers?: FilmCarriers;
}

/** Thick layers before a face, as glass and encapsulant of a module. */
export interface OpticalCover {
  /** Coherent film on the outside. */
  readonly coating?: OpticalFilm;
  /** From outside to the cell; the last is the medium that the cell's films meet. */
  readonly layers: readonly {
    readonly name: string;
    readonly constants: OpticalConstants;
    /** mm. */
    readonly thickness: number;
  }[];
  /** Reflectance of a white sheet outside, which scatters; air when left out. */
  readonly reflector?: number;
}

/** Shape of a face of the wafer. */
export type Texture = 'planar' | PyramidTexture;

/** One face of a wafer with its films. */
export interface OpticalSurface {
  readonly texture: Texture;
  /**
   * In the order light from the front meets them: in front the outermost first, behind the one
   * on the wafer first.
   */
  readonly films: readonly OpticalFilm[];
  /** The medium outside: air or a metal. */
  readonly outside: OpticalConstants;
  /** How the facets of its pyramids vary, counted by `aligned`; all alike when left out. */
  readonly facets?: FacetVariation;
  /**
   * Width of the base of a pyramid, cm; `usualBase` when left out. It counts between pits, where light crosses
   * ridges that absorb it.
   */
  readonly base?: number;
  /** Roughness of a planar face: what it scatters of the light that it reflects inside. */
  readonly diffuse?: {
    /** Share that is scattered; the rest is mirrored. */
    readonly share: number;
    /**
     * Phong's exponent m: intensity goes as cos^m of the angle from the mirrored direction.
     * Left out: Lambertian, cos of the angle from the normal.
     */
    readonly exponent?: number;
  };
  /** Metal on part of the face, in place of the medium outside: fingers. */
  readonly metal?: { readonly share: number; readonly constants: OpticalConstants };
  /** Reflectance from inside at every angle, in place of what films and outside give. */
  readonly reflectance?: number;
  /** Layers between the face and the air; its `outside` is then the innermost of them. */
  readonly cover?: OpticalCover;
  /** `lambertian` in front: the ideal of an isotropic wafer. Kept for older descriptions. */
  readonly trapping?: LightTrapping | 'specular';
}

/**
 * How light goes on inside the wafer. `angular`: facets and rough faces redistribute it over
 * angles, of any azimuth; `aligned`: the same, but what entered through a facet comes to the next textured face in
 * the plane of that facet's slope, as facets and crystal are aligned; `basore`: two directed passes, then isotropic light; `lambertian`: isotropic light
 * only, of which 1/n^2 escapes.
 */
export type LightTrapping = 'angular' | 'aligned' | 'basore' | 'lambertian';

/** Whether light is followed over angles. */
export function overAngles(trapping: LightTrapping): boolean {
  return trapping === 'angular' || trapping === 'aligned';
}

/** Free carriers of a wafer, by a published law. */
export interface WaferCarriers {
  readonly model: FreeCarrierModelName;
  /** Throughout the wafer, cm^-3. */
  readonly electrons: number;
  readonly holes: number;
  /** Diffused regions at its faces. */
  readonly front?: readonly DiffusedSkin[];
  readonly rear?: readonly DiffusedSkin[];
}

/** A wafer between two surfaces. */
export interface OpticalCell {
  readonly front: OpticalSurface;
  readonly wafer: {
    readonly constants: OpticalConstants;
    /** cm. */
    readonly thickness: number;
    /** Absorb without generating; none when left out. */
    readonly carriers?: WaferCarriers;
  };
  readonly rear: OpticalSurface;
  readonly trapping?: LightTrapping;
}

/** What light trapping is when a cell does not say. */
export const defaultTrapping: LightTrapping = 'basore';

/**
 * The same cell seen from behind.
 *
 * @param cell lit from the front
 * @returns its mirror image, whose front is the rear of the cell
 */
export function reversedCell(cell: OpticalCell): OpticalCell {
  const { front, wafer, rear } = cell;
  const { carriers } = wafer;
  const turned = (surface: OpticalSurface) => ({
    ...surface,
    films: surface.films.toReversed(),
  });
  return {
    ...cell,
    trapping: trappingOf(cell),
    front: turned(rear),
    rear: turned(front),
    wafer: carriers
      ? {
          ...wafer,
          carriers: {
            model: carriers.model,
            electrons: carriers.electrons,
            holes: carriers.holes,
            ...(carriers.rear ? { front: carriers.rear } : {}),
            ...(carriers.front ? { rear: carriers.front } : {}),
          },
        }
      : wafer,
  };
}

/** Light trapping of a cell: as said, or as its facets or its roughness need, or the default. */
export function trappingOf(cell: OpticalCell): LightTrapping {
  const said = cell.trapping ?? cell.front.trapping;
  if (said === 'specular') return 'basore';
  if (said) return said;
  const { front, rear } = cell;
  if (front.facets || rear.facets) return 'aligned';
  const needed = front.diffuse || rear.diffuse || front.cover || rear.cover;
  return needed ? 'angular' : defaultTrapping;
}
