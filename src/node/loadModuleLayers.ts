import { mixedConstants } from '../optics/mixedConstants.ts';
import type { ModuleLayers } from '../optics/module.ts';
import type { OpticalFilm } from '../optics/opticalCell.ts';
import { air } from '../optics/opticalConstants.ts';
import { loadOptics } from './loadOptics.ts';

/**
 * Share of pores that gives silica an index of 1.26, the middle of 1.25 to 1.27 measured at a coating
 * of glass for modules.
 *
 * @see Z. Q. Guo et al., Sol. Energy Mater. Sol. Cells 170, 143 (2017)
 */
const usualPores = 0.42;

/** What of a module differs from plain glass and EVA on both sides. */
export interface ModuleChoice {
  /** mm; 3.2 when left out. */
  readonly glassThickness?: number;
  /** Porous silica outside on the glass: its thickness, nm, and the share of its pores, 0.42 when left out. */
  readonly coating?: { readonly thickness: number; readonly pores?: number };
  /** A name in data/optics or the path of a CSV file; `eva-uv` when left out. */
  readonly encapsulant?: string;
  /** Reflectance of a white sheet behind, in place of glass. */
  readonly backsheet?: number;
}

/**
 * What cells are laminated into.
 *
 * @param choice what differs from glass of 3.2 mm and EVA on both sides
 * @throws UsageError for an unknown encapsulant, DataError for a fault inside its file
 * @example await loadModuleLayers({ coating: { thickness: 120 }, backsheet: 0.85 })
 */
export async function loadModuleLayers(choice: ModuleChoice = {}): Promise<ModuleLayers> {
  const { glassThickness, coating, encapsulant = 'eva-uv', backsheet } = choice;
  const [glass, polymer, film] = await Promise.all([
    loadOptics('glass'),
    loadOptics(encapsulant),
    coating && porousSilica(coating.thickness, coating.pores ?? usualPores),
  ]);
  return {
    glass,
    encapsulant: polymer,
    ...(glassThickness === undefined ? {} : { glassThickness }),
    ...(film === undefined ? {} : { coating: film }),
    rear: backsheet === undefined ? 'glass' : { backsheet },
  };
}

async function porousSilica(thickness: number, pores: number): Promise<OpticalFilm> {
  const silica = await loadOptics('sio2');
  const mixed = mixedConstants([
    { share: 1 - pores, constants: silica },
    { share: pores, constants: air },
  ]);
  const constants = silica.source === undefined ? mixed : { ...mixed, source: silica.source };
  return { name: 'glass-coating', constants, thickness };
}
