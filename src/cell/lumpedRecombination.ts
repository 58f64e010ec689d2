import type { NodeProperties } from '../device/description.ts';
import { altermatt1997, niewelt2022, richter, richterEquilibriumPart } from '../physics/auger.ts';
import { boltzmann } from '../physics/constants.ts';
import { type InjectionTable, injectionTable } from '../physics/injectedSilicon.ts';
import { pc1dAuger } from '../physics/pc1d.ts';
import { relativeEmission } from '../physics/radiativeScreening.ts';
import { lumpedInjectionResult } from './lumpedInjection.ts';

/** Neutral silicon of one doping: carriers in equilibrium and the laws of its recombination. */
export interface NeutralSilicon {
  readonly n0: number;
  readonly p0: number;
  readonly nie2: number;
  /** Diffusion constants, cm^2/s. */
  readonly electronDiffusion: number;
  readonly holeDiffusion: number;
  readonly properties: NodeProperties;
  /** How narrowing and mobility follow the injection; none where they do not. */
  readonly injection?: InjectionTable;
  /** SRH: tauP, tauN (0 and 0 for none) and tauP n1 + tauN p1. */
  readonly tauP: number;
  readonly tauN: number;
  readonly trapped: number;
  /** Whether B (np - nie^2) is what it emits; if not, narrowing by injection emits no light. */
  readonly narrowingEmits: boolean;
  /** K. */
  readonly temperature: number;
  /** Part of Richter's coefficient that does not change with injection. */
  readonly richterPart: number;
}

/**
 * Equilibrium and laws of a neutral wafer.
 *
 * @param properties of its silicon
 * @param thermalVoltage kT/q, V
 */
export function neutralSilicon(properties: NodeProperties, thermalVoltage: number): NeutralSilicon {
  const { conductionStates, valenceStates, gap, auger } = properties;
  const nie2 = conductionStates * valenceStates * Math.exp(-gap / thermalVoltage);
  const netDoping = properties.ionisedDoping ?? properties.netDoping;
  const majority = (Math.abs(netDoping) + Math.hypot(netDoping, 2 * Math.sqrt(nie2))) / 2;
  const minority = nie2 / majority;
  const { electronLifetime: tn, holeLifetime: tp, trapLevel } = properties;
  const hasSrh = Number.isFinite(tn) && Number.isFinite(tp);
  const nie = Math.sqrt(nie2);
  const level = trapLevel / thermalVoltage;
  return {
    n0: netDoping >= 0 ? majority : minority,
    p0: netDoping >= 0 ? minority : majority,
    nie2,
    electronDiffusion: properties.electronMobility * thermalVoltage,
    holeDiffusion: properties.holeMobility * thermalVoltage,
    properties,
    ...(properties.injected ? { injection: injectionTable(properties.injected) } : {}),
    tauP: hasSrh ? tp : 0,
    tauN: hasSrh ? tn : 0,
    trapped: hasSrh ? nie * (tp * Math.exp(level) + tn * Math.exp(-level)) : 0,
    narrowingEmits: properties.injected !== undefined && properties.injected.emission === undefined,
    temperature: thermalVoltage / boltzmann,
    richterPart: auger.model === 'richter2012' ? richterEquilibriumPart(auger.n0, auger.p0) : 0,
  };
}

/** Where `bulkRecombination` leaves its results. */
export const bulkResult = { rate: 0, byDensity: 1, length: 2 } as const;

/** Step of the derivative of laws that are rarely chosen, relative. */
const differenceStep = 1e-5;

/**
 * Recombination of neutral silicon and its derivative by the excess density. The laws are those
 * of the device.
 *
 * Hot: nothing allocated.
 *
 * @param silicon the wafer
 * @param excess density of electron-hole pairs above equilibrium, cm^-3
 * @param injected as `lumpedInjection` leaves it at this excess
 * @param out receives cm^-3 s^-1 and s^-1
 */
export function bulkRecombination(
  silicon: NeutralSilicon,
  excess: number,
  injected: Float64Array,
  out: Float64Array,
): void {
  const { n0, p0, tauN, tauP, properties } = silicon;
  const n = n0 + excess;
  const p = p0 + excess;
  const x = excess * (n0 + p0 + excess);
  const xSlope = n + p;
  let rate = 0;
  let slope = 0;
  if (tauN > 0) {
    const inverse = 1 / (tauP * n + tauN * p + silicon.trapped);
    rate += inverse;
    slope -= inverse * inverse * (tauP + tauN);
  }
  const model = properties.auger.model;
  if (model === 'richter2012') {
    const minority = n0 > p0 ? p : n;
    const term = richter.injection * minority ** richter.exponent;
    rate += silicon.richterPart + term;
    slope += (richter.exponent * term) / minority;
  } else if (model !== 'none') {
    const step = differenceStep * (n0 + p0 + excess);
    rate += otherAuger(properties, n, p);
    const more = otherAuger(properties, n + step, p + step);
    slope += (more - otherAuger(properties, n - step, p - step)) / (2 * step);
  }
  const { product, productSlope } = lumpedInjectionResult;
  let { radiative } = properties;
  if (silicon.narrowingEmits || properties.screened) {
    rate += emission(silicon, n, p);
    if (properties.screened) {
      const step = differenceStep * (n0 + p0 + excess);
      const more = emission(silicon, n + step, p + step);
      slope += (more - emission(silicon, n - step, p - step)) / (2 * step);
    }
    radiative = 0;
  }
  out[bulkResult.rate] = x * rate + radiative * injected[product]!;
  out[bulkResult.byDensity] = xSlope * rate + x * slope + radiative * injected[productSlope]!;
}

/** Radiative coefficient among carriers, cm^3/s. */
function emission({ properties, temperature }: NeutralSilicon, n: number, p: number): number {
  const { radiative, screened } = properties;
  return screened ? radiative * relativeEmission(n + p, temperature) : radiative;
}

/** C in R = C (np - nie^2), cm^3/s, of the laws other than Richter's. */
function otherAuger({ auger }: NodeProperties, n: number, p: number): number {
  switch (auger.model) {
    case 'constant':
      return auger.electron * n + auger.hole * p;
    case 'niewelt2022':
      return niewelt2022(n, p);
    case 'altermatt1997':
      // A step of the derivative may lead below no carriers.
      return altermatt1997(Math.max(n, 0), Math.max(p, 0), auger.temperature);
    case 'pc1d': {
      const { donors, acceptors } = auger;
      const byElectrons =
        (pc1dAuger.electron * donors + 0.5 * pc1dAuger.ambipolar * p) / (p + donors);
      const byHoles =
        (pc1dAuger.hole * acceptors + 0.5 * pc1dAuger.ambipolar * n) / (n + acceptors);
      return byElectrons * n + byHoles * p;
    }
    default:
      return 0;
  }
}
