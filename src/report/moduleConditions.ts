import { encapsulantThickness, glassThickness, type ModuleLayers } from '../optics/module.ts';

/** Layers around a cell, as they are told. */
export interface ModuleConditions {
  readonly glass_mm: number;
  readonly glass_coating?: { readonly thickness_nm: number; readonly material: string };
  readonly encapsulant: string;
  readonly encapsulant_mm: number;
  /** Behind: glass as in front, or a white sheet of this reflectance. */
  readonly rear: 'glass' | { readonly backsheet: number };
}

/** Layers around a cell as they are told. */
export function moduleConditions(module: ModuleLayers): ModuleConditions {
  const { coating, encapsulant, rear } = module;
  return {
    glass_mm: module.glassThickness ?? glassThickness,
    ...(coating === undefined
      ? {}
      : { glass_coating: { thickness_nm: coating.thickness, material: coating.constants.name } }),
    encapsulant: encapsulant.name,
    encapsulant_mm: module.encapsulantThickness ?? encapsulantThickness,
    rear,
  };
}

/**
 * What a cell stands in, for people.
 *
 * @param module nothing for a cell in air
 * @example moduleText(undefined) // 'in air'
 */
export function moduleText(module: ModuleConditions | undefined): string {
  if (module === undefined) return 'in air';
  const { glass_coating: coating, rear } = module;
  const sheet = rear === 'glass' ? '' : `, a sheet that reflects ${100 * rear.backsheet} % behind`;
  return `under ${coating === undefined ? '' : 'coated '}glass and ${module.encapsulant}${sheet}`;
}
