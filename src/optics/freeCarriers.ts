/** Absorption by one carrier per cm^3: coefficient times (wavelength in unit) to a power, cm^-1. */
interface CarrierLaw {
  readonly coefficient: number;
  readonly power: number;
}

/** A published law of the absorption by free carriers in crystalline silicon. */
export interface FreeCarrierModel {
  readonly electrons: CarrierLaw;
  readonly holes: CarrierLaw;
  /** nm in the law's unit of wavelength. */
  readonly unit: number;
  readonly reference: string;
}

/**
 * Laws of free-carrier absorption in silicon. Both are proportional to the density, so that a
 * diffused region counts by its dose.
 */
export const freeCarrierModels = {
  none: {
    electrons: { coefficient: 0, power: 1 },
    holes: { coefficient: 0, power: 1 },
    unit: 1,
    reference: '',
  },
  'baker-finch2014': {
    electrons: { coefficient: 1.68e-6, power: 2.88 },
    holes: { coefficient: 1.82e-9, power: 2.18 },
    unit: 1e7,
    reference:
      'S. C. Baker-Finch et al., J. Appl. Phys. 116, 063106 (2014), doi:10.1063/1.4893176; heavily doped, 1000 to 1500 nm',
  },
  green1995: {
    electrons: { coefficient: 2.6e-27, power: 3 },
    holes: { coefficient: 2.7e-24, power: 2 },
    unit: 1,
    reference:
      'M. A. Green, Silicon Solar Cells: Advanced Principles and Practice, UNSW (1995), as PC1D takes it',
  },
} as const satisfies Readonly<Record<string, FreeCarrierModel>>;

/** Name of a law of free-carrier absorption. */
export type FreeCarrierModelName = keyof typeof freeCarrierModels;

/**
 * Absorption coefficient of free carriers in crystalline silicon. It generates nothing: carriers
 * only warm up.
 *
 * @param model name of the law
 * @param electrons density, cm^-3
 * @param holes density, cm^-3
 * @param wavelength nm; fitted for 1000 to 1500, where it counts
 * @returns cm^-1
 * @example freeCarrierAbsorption('baker-finch2014', 1e18, 0, 1200) // 8.577
 */
export function freeCarrierAbsorption(
  model: FreeCarrierModelName,
  electrons: number,
  holes: number,
  wavelength: number,
): number {
  const law = freeCarrierModels[model];
  const lambda = wavelength / law.unit;
  return (
    law.electrons.coefficient * electrons * lambda ** law.electrons.power +
    law.holes.coefficient * holes * lambda ** law.holes.power
  );
}

/** Carriers of a diffused region over its depth. */
export interface DiffusedSkin {
  readonly type: 'n' | 'p';
  /** Below the face it starts from, ascending, cm. */
  readonly depth: Float64Array;
  /** cm^-3. */
  readonly density: Float64Array;
}

/**
 * What free carriers of a diffused region take of light that crosses it once along the normal,
 * as an optical thickness. Light that the silicon absorbs first never meets them:
 * S = integral of alpha_fc(x) exp(-alpha x) dx, exact in first order.
 *
 * @param model name of the law
 * @param skins regions at one face
 * @param absorption band-to-band absorption coefficient, cm^-1
 * @param wavelength nm
 * @returns optical thickness
 */
export function skinThickness(
  model: FreeCarrierModelName,
  skins: readonly DiffusedSkin[],
  absorption: number,
  wavelength: number,
): number {
  let total = 0;
  for (const { type, depth, density } of skins) {
    const each = freeCarrierAbsorption(
      model,
      type === 'n' ? 1 : 0,
      type === 'p' ? 1 : 0,
      wavelength,
    );
    let dose = 0;
    for (let i = 1; i < depth.length; i++) {
      const before = density[i - 1] * Math.exp(-absorption * depth[i - 1]);
      const after = density[i] * Math.exp(-absorption * depth[i]);
      dose += 0.5 * (before + after) * (depth[i] - depth[i - 1]);
    }
    total += each * dose;
  }
  return total;
}
