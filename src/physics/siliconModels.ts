import { aroraMobility, masettiMobility } from './classicMobility.ts';
import { ionisationModels } from './ionisation.ts';
import { klaassenMobility, type Mobility } from './klaassenMobility.ts';
import { pc1dIntrinsicDensity, pc1dMobility, pc1dNarrowing } from './pc1d.ts';
import { radiativeModels } from './radiativeCoefficient.ts';
import { screeningModels } from './radiativeScreening.ts';
import { type BandShift, schenkNarrowing } from './schenkNarrowing.ts';
import { siliconGap } from './siliconGap.ts';
import { greenIntrinsicDensity, siliconIntrinsicDensity } from './siliconStates.ts';
import { thurmondGap } from './thurmondGap.ts';
import { tunnellingModels } from './trapAssistedTunnelling.ts';
import { apparentYanNarrowing, yanNarrowing } from './yanNarrowing.ts';

/** Doping and densities at a place, cm^-3, and temperature, K. */
export interface LocalSilicon {
  readonly donors: number;
  readonly acceptors: number;
  readonly electrons: number;
  readonly holes: number;
  readonly temperature: number;
}

/** A published law with its reference; the first of each table is the default. */
export interface PublishedModel<Law> {
  readonly reference: string;
  readonly law: Law;
}

/** Gap without narrowing, eV, by temperature, K; the intrinsic density is that of its own law. */
export const gapModels = {
  paessler2002: {
    reference: 'R. Pässler, Phys. Rev. B 66, 085201 (2002), doi:10.1103/PhysRevB.66.085201',
    law: siliconGap,
  },
  thurmond1975: {
    reference: 'C. D. Thurmond, J. Electrochem. Soc. 122, 1133 (1975), doi:10.1149/1.2134410',
    law: thurmondGap,
  },
} as const satisfies Record<string, PublishedModel<(temperature: number) => number>>;

/** Intrinsic density without narrowing, cm^-3, by temperature, K. */
export const densityModels = {
  couderc2014: {
    reference: 'R. Couderc et al., J. Appl. Phys. 115, 093705 (2014), doi:10.1063/1.4867776',
    law: siliconIntrinsicDensity,
  },
  misiakos1993: {
    reference: 'K. Misiakos, D. Tsamakis, J. Appl. Phys. 74, 3293 (1993), doi:10.1063/1.354551',
    law: (temperature) => 5.29e19 * (temperature / 300) ** 2.54 * Math.exp(-6726 / temperature),
  },
  altermatt2003: {
    reference:
      'P. P. Altermatt et al., J. Appl. Phys. 93, 1598 (2003), doi:10.1063/1.1529297: 9.65e9 at 300 K; temperature as couderc2014',
    law: (temperature) =>
      (9.65e9 / siliconIntrinsicDensity(300)) * siliconIntrinsicDensity(temperature),
  },
  green1990: {
    reference:
      'M. A. Green, J. Appl. Phys. 67, 2944 (1990), doi:10.1063/1.345414: densities of states with the gap of 2002, 11 % above what was measured since',
    law: greenIntrinsicDensity,
  },
  pc1d: { reference: 'PC1D 5.9, file Si.mat', law: pc1dIntrinsicDensity },
} as const satisfies Record<string, PublishedModel<(temperature: number) => number>>;

/**
 * Schenk's narrowing where dopants compensate each other, as at every junction. The neutral density
 * vanishes there, and the term of the ions, screened by nothing, would reach 1 eV; so the carriers of
 * the compensated dopants are counted with the others, which is what tables over the dopants do.
 */
function screenedNarrowing(at: LocalSilicon): BandShift {
  const { donors, acceptors, electrons, holes, temperature } = at;
  const dopants = donors + acceptors;
  const share = dopants > 0 ? Math.min(donors, acceptors) / dopants : 0;
  return schenkNarrowing(
    electrons + share * donors,
    holes + share * acceptors,
    dopants,
    temperature,
  );
}

/** Band-gap narrowing. */
export const narrowingModels = {
  schenk1998: {
    reference: 'A. Schenk, J. Appl. Phys. 84, 3684 (1998), doi:10.1063/1.368545',
    law: screenedNarrowing,
  },
  yan2014: {
    reference: 'D. Yan, A. Cuevas, J. Appl. Phys. 116, 194505 (2014), doi:10.1063/1.4902066',
    law: (at) => yanNarrowing(at.donors, at.acceptors),
  },
  'yan2014-apparent': {
    reference:
      'with Boltzmann statistics: D. Yan, A. Cuevas, J. Appl. Phys. 114, 044508 (2013), doi:10.1063/1.4816694',
    law: (at) => apparentYanNarrowing(at.donors, at.acceptors),
  },
  pc1d: {
    reference: 'PC1D 5.9, file Si.mat',
    law: (at) => pc1dNarrowing(at.donors, at.acceptors),
  },
  none: { reference: '', law: () => ({ conduction: 0, valence: 0 }) },
} as const satisfies Record<string, PublishedModel<(at: LocalSilicon) => BandShift>>;

/** Mobility of both carriers. */
export const mobilityModels = {
  klaassen1992: {
    reference:
      'D. B. M. Klaassen, Solid-State Electron. 35, 953 and 961 (1992), doi:10.1016/0038-1101(92)90325-7',
    law: (at) => klaassenMobility(at.donors, at.acceptors, at.electrons, at.holes, at.temperature),
  },
  arora1982: {
    reference:
      'N. D. Arora et al., IEEE Trans. Electron Devices 29, 292 (1982), doi:10.1109/T-ED.1982.20698',
    law: (at) => aroraMobility(at.donors + at.acceptors, at.temperature),
  },
  masetti1983: {
    reference:
      'G. Masetti et al., IEEE Trans. Electron Devices 30, 764 (1983), doi:10.1109/T-ED.1983.21207',
    law: (at) => masettiMobility(at.donors + at.acceptors, at.temperature),
  },
  pc1d: {
    reference: 'PC1D 5.9, file Si.mat',
    law: (at) => pc1dMobility(at.donors, at.acceptors, at.temperature),
  },
} as const satisfies Record<string, PublishedModel<(at: LocalSilicon) => Mobility>>;

/** Whether narrowing and mobility see the carriers that light or a bias inject. */
export const injectionModels = {
  'quasi-neutral': {
    reference:
      'narrowing (schenk1998) and mobility (klaassen1992) at the densities that a neutral place has at the local splitting of the quasi-Fermi levels',
  },
  none: { reference: 'narrowing and mobility as in equilibrium' },
} as const;

/** Auger recombination; the laws stand in the device's inner loop. */
export const augerModels = {
  richter2012: {
    reference: 'A. Richter et al., Phys. Rev. B 86, 165202 (2012), doi:10.1103/PhysRevB.86.165202',
  },
  niewelt2022: {
    reference:
      'T. Niewelt et al., Sol. Energy Mater. Sol. Cells 235, 111467 (2022), doi:10.1016/j.solmat.2021.111467',
  },
  altermatt1997: {
    reference:
      'follows temperature, for low injection: P. P. Altermatt et al., J. Appl. Phys. 82, 4938 (1997), doi:10.1063/1.366360',
  },
  pc1d: { reference: 'PC1D 5.9, file Si.mat' },
  none: { reference: '' },
} as const;

const namesOf = <Key extends string>(table: Record<Key, unknown>) =>
  Object.keys(table) as [Key, ...Key[]];

/** Names of the selectable laws of silicon. */
export const siliconModels = {
  gap: namesOf(gapModels),
  density: namesOf(densityModels),
  narrowing: namesOf(narrowingModels),
  mobility: namesOf(mobilityModels),
  injection: namesOf(injectionModels),
  auger: namesOf(augerModels),
  radiative: namesOf(radiativeModels),
  screening: namesOf(screeningModels),
  tunnelling: namesOf(tunnellingModels),
  ionisation: namesOf(ionisationModels),
};

/** A choice of laws. */
export interface SiliconModels {
  /** `paessler2002` where it is left out. */
  readonly gap?: keyof typeof gapModels;
  readonly density: keyof typeof densityModels;
  readonly narrowing: keyof typeof narrowingModels;
  readonly mobility: keyof typeof mobilityModels;
  /** `none` where it is left out. */
  readonly injection?: keyof typeof injectionModels;
  readonly auger: keyof typeof augerModels;
  /** `fell2021` where it is left out. */
  readonly screening?: keyof typeof screeningModels;
  /** `none` where it is left out. */
  readonly tunnelling?: keyof typeof tunnellingModels;
  /** `complete` where it is left out. */
  readonly ionisation?: keyof typeof ionisationModels;
}
