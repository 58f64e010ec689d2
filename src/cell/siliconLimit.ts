import { diffuseTransmittance } from '../optics/exponentialIntegral.ts';
import {
  absorptionCoefficient,
  type OpticalConstants,
  sampleConstants,
} from '../optics/opticalConstants.ts';
import { emittedPhotonFlux } from '../optics/radiative.ts';
import { altermatt1997, niewelt2022, richter2012 } from '../physics/auger.ts';
import { elementaryCharge, thermalVoltage } from '../physics/constants.ts';
import { pc1dAuger } from '../physics/pc1d.ts';
import { densityModels, narrowingModels, type SiliconModels } from '../physics/siliconModels.ts';

/** Ideal light trapping of a wafer with a perfect mirror behind and no reflection in front. */
export const limitOptics = {
  tiedje: {
    reference:
      'T. Tiedje et al., IEEE Trans. Electron Devices 31, 711 (1984), doi:10.1109/T-ED.1984.21594: alpha / (alpha + 1/(4 n^2 W))',
    absorptance: (alpha: number, n: number, thickness: number) =>
      alpha / (alpha + 1 / (4 * n * n * thickness)),
  },
  lambertian: {
    reference:
      'M. A. Green, Prog. Photovolt. 10, 235 (2002), doi:10.1002/pip.404: isotropic light, exact',
    absorptance: (alpha: number, n: number, thickness: number) => {
      const pass = diffuseTransmittance(alpha * thickness);
      return (1 - pass * pass) / (1 - pass * pass * (1 - 1 / (n * n)));
    },
  },
} as const;

/** Name of an ideal light trapping. */
export type LimitOptics = keyof typeof limitOptics;

/** An ideal silicon cell. */
export interface SiliconLimitInput {
  /** cm. */
  readonly thickness: number;
  /** Donors minus acceptors, cm^-3; 0 for undoped. */
  readonly netDoping: number;
  /** K. */
  readonly temperature: number;
  readonly optics: LimitOptics;
  readonly models: Pick<SiliconModels, 'auger' | 'narrowing' | 'density'>;
  /** n and k of silicon, band-to-band absorption only. */
  readonly constants: OpticalConstants;
  /** nm, ascending. */
  readonly wavelength: Float64Array;
}

const mostRounds = 40;
/** Relative change of nie^2 at which its rounds end: rounding. */
const settled = 1e-13;

/** What an ideal silicon cell absorbs, and what it cannot help losing. */
export interface SiliconLimit {
  /** Share of the photons of each wavelength. */
  readonly absorptance: Float64Array;
  /** Radiative and Auger recombination at a voltage, A/cm^2. */
  recombination(voltage: number): number;
}

/**
 * An ideal silicon cell: no reflection, ideal light trapping, levels flat through the wafer, no
 * losses but the light that it emits and Auger recombination. Narrowing follows the injection.
 *
 * @param input thickness, doping, temperature, choice of laws
 * @returns absorptance and recombination
 * @see A. Richter, M. Hermle, S. W. Glunz, IEEE J. Photovolt. 3, 1184 (2013),
 *   doi:10.1109/JPHOTOV.2013.2270351
 * @example // 110 um, undoped, tiedje, richter2012, 25 degC: 29.43 %, 43.3 mA/cm2, 761 mV
 */
export function siliconLimit(input: SiliconLimitInput): SiliconLimit {
  const { thickness, temperature, optics, constants, wavelength } = input;
  const { n, k } = sampleConstants(constants, wavelength, temperature);
  const absorptance = Float64Array.from(wavelength, (at, i) =>
    limitOptics[optics].absorptance(absorptionCoefficient(k[i]!, at), n[i]!, thickness),
  );
  const vt = thermalVoltage(temperature);
  const radiative = elementaryCharge * emittedPhotonFlux(absorptance, wavelength, temperature);
  const dark = densities(input, 0);
  return {
    absorptance,
    recombination(voltage) {
      const lit = densities(input, voltage);
      const pairs = Math.expm1(voltage / vt);
      const auger = augerCoefficient(input, lit, dark) * lit.nie2 * pairs;
      return radiative * pairs + elementaryCharge * thickness * auger;
    },
  };
}

/** Densities of a neutral wafer, cm^-3, and the nie^2 that its narrowing makes. */
interface Densities {
  readonly electrons: number;
  readonly holes: number;
  readonly nie2: number;
}

/** Narrowing depends on the densities; both settle in a few rounds. */
function densities(input: SiliconLimitInput, voltage: number): Densities {
  const { netDoping, temperature, models } = input;
  const vt = thermalVoltage(temperature);
  const ni = densityModels[models.density].law(temperature);
  const narrowing = narrowingModels[models.narrowing].law;
  const donors = Math.max(netDoping, 0);
  const acceptors = Math.max(-netDoping, 0);
  let electrons = Math.max(donors, ni);
  let holes = Math.max(acceptors, ni);
  let nie2 = ni * ni;
  for (let round = 0; round < mostRounds; round++) {
    const shift = narrowing({ donors, acceptors, electrons, holes, temperature });
    const next = ni * ni * Math.exp((shift.conduction + shift.valence) / vt);
    const product = next * Math.exp(voltage / vt);
    const majority = Math.abs(netDoping) / 2 + Math.hypot(netDoping / 2, Math.sqrt(product));
    electrons = netDoping >= 0 ? majority : product / majority;
    holes = netDoping >= 0 ? product / majority : majority;
    const change = Math.abs(next / nie2 - 1);
    nie2 = next;
    if (change < settled) break;
  }
  return { electrons, holes, nie2 };
}

/** C in R = C (np - nie^2), cm^3/s. */
function augerCoefficient(input: SiliconLimitInput, lit: Densities, dark: Densities): number {
  const { electrons, holes } = lit;
  const { netDoping } = input;
  switch (input.models.auger) {
    case 'richter2012': {
      const excess = netDoping >= 0 ? holes - dark.holes : electrons - dark.electrons;
      return richter2012(dark.electrons, dark.holes, Math.max(excess, 0));
    }
    case 'niewelt2022':
      return niewelt2022(electrons, holes);
    case 'altermatt1997':
      return altermatt1997(electrons, holes, input.temperature);
    case 'pc1d': {
      const donors = Math.max(netDoping, 0);
      const acceptors = Math.max(-netDoping, 0);
      const { electron, hole, ambipolar } = pc1dAuger;
      const byElectrons = (electron * donors + 0.5 * ambipolar * holes) / (holes + donors);
      const byHoles = (hole * acceptors + 0.5 * ambipolar * electrons) / (electrons + acceptors);
      return byElectrons * electrons + byHoles * holes;
    }
    case 'none':
      return 0;
  }
}
