import { photonCurrent } from '../light/photonFlux.ts';
import { diffuseAbsorptance } from './exponentialIntegral.ts';
import type { OpticalSolution } from './opticalSolution.ts';
import { weakestDepth, weakLight } from './weakLight.ts';

/** Diffuse light below this share of the incident is left out of depth profiles. */
const negligible = 1e-14;

/**
 * Photons absorbed in the wafer between depths: exact integrals over each interval, summed over
 * wavelengths.
 *
 * @param solution optics of the cell
 * @param photonFlux incident photons of each wavelength's bin, cm^-2 s^-1
 * @param x depths below the wafer's front, ascending from 0 to its thickness, cm
 * @returns absorbed photons of each interval, cm^-2 s^-1; they sum to the wafer's total
 */
export function waferGeneration(
  solution: OpticalSolution,
  photonFlux: Float64Array,
  x: Float64Array,
): Float64Array {
  const { thickness, absorption, generating, beams, diffuseDown, diffuseUp } = solution.passes;
  const intervals = x.length - 1;
  const result = new Float64Array(intervals);
  const shares = new Float64Array(intervals);
  const weak = weakLight();
  for (let w = 0; w < photonFlux.length; w++) {
    const alpha = absorption[w];
    const flux = photonFlux[w] * generating[w];
    if (flux === 0 || alpha === 0) continue;
    for (const beam of beams) {
      const path = alpha * beam.slant[w];
      const [down, up] = [flux * beam.down[w], flux * beam.up[w]];
      if (path * thickness <= weakestDepth) weak.addBeam(path * thickness, down, up);
      else addBeam(result, x, path, down, up, shares);
    }
    const isotropicDown = flux * diffuseDown[w];
    const isotropicUp = flux * diffuseUp[w];
    if (diffuseDown[w] + diffuseUp[w] < negligible) continue;
    if (alpha * thickness <= weakestDepth) {
      weak.addDiffuse(alpha * thickness, isotropicDown, isotropicUp);
      continue;
    }
    let fromFront = 0;
    let fromRear = diffuseAbsorptance(alpha * thickness);
    for (let i = 0; i < intervals; i++) {
      const nextFront = diffuseAbsorptance(alpha * x[i + 1]);
      const nextRear = diffuseAbsorptance(alpha * (thickness - x[i + 1]));
      result[i] += isotropicDown * (nextFront - fromFront) + isotropicUp * (fromRear - nextRear);
      fromFront = nextFront;
      fromRear = nextRear;
    }
  }
  weak.addTo(result, x);
  return result;
}

/** Adds what intervals take of light that runs down and up along one direction. */
function addBeam(
  result: Float64Array,
  x: Float64Array,
  path: number,
  down: number,
  up: number,
  shares: Float64Array,
): void {
  const intervals = x.length - 1;
  // Light left at the interval's near end, step by step, until rounding hides it.
  let left = down;
  const hidden = Math.abs(down) * rounding;
  let i = 0;
  for (; i < intervals && left > hidden; i++) {
    const share = absorbed(path * (x[i + 1] - x[i]));
    shares[i] = share;
    const taken = left * share;
    result[i] += taken;
    left -= taken;
  }
  if (!(up > 0)) return;
  // The same shares on the way up; those that the light down did not come to are still missing.
  for (; i < intervals; i++) shares[i] = absorbed(path * (x[i + 1] - x[i]));
  left = up;
  for (i = intervals - 1; i >= 0 && left > up * rounding; i--) {
    const taken = left * shares[i];
    result[i] += taken;
    left -= taken;
  }
}

/** What is left of a beam counts no more. */
const rounding = 1e-18;

/** Below this the series of 1 - exp(-t) is exact; above, the difference keeps 15 digits. */
const thin = 0.1;
/** 1 - exp(-t). */
function absorbed(t: number): number {
  if (t > thin) return 1 - Math.exp(-t);
  // Nested: each factor is the next term over the one before; the first left out is below 1e-16.
  const inner = 1 - (t / 6) * (1 - (t / 7) * (1 - (t / 8) * (1 - t / 9)));
  return t * (1 - t * 0.5 * (1 - t * third * (1 - t * 0.25 * (1 - t * 0.2 * inner))));
}

const third = 1 / 3;

/** Where the photons of a spectrum end, as currents of one carrier each, mA/cm2. */
export interface PhotonBudget {
  readonly incident: number;
  readonly reflected: number;
  readonly escaped: number;
  readonly transmitted: number;
  /** Absorbed by metal in front and behind, from inside. */
  readonly metal: { readonly front: number; readonly rear: number };
  readonly wafer: number;
  readonly films: Readonly<Record<string, number>>;
}

/** Name that free carriers of the wafer have among the films of a budget. */
export const freeCarrierFilm = 'wafer.free-carriers';

/**
 * Photon budget of a cell in a spectrum.
 *
 * @param solution optics of the cell
 * @param photonFlux incident photons of each wavelength's bin, cm^-2 s^-1
 * @returns currents in mA/cm2; all but `incident` add up to it; films of one name as their
 *   sum, free carriers of the wafer among them when they absorb
 */
export function photonBudget(solution: OpticalSolution, photonFlux: Float64Array): PhotonBudget {
  const sum = (share: Float64Array) => {
    let total = 0;
    for (let w = 0; w < photonFlux.length; w++) total += share[w] * photonFlux[w];
    return photonCurrent(total);
  };
  const films: Record<string, number> = {};
  [...solution.frontFilms, ...solution.rearFilms].forEach((share, i) => {
    const name = solution.filmNames[i];
    films[name] = (films[name] ?? 0) + sum(share);
  });
  for (const { name, absorbed } of solution.covers) films[name] = sum(absorbed);
  const warmed = sum(solution.freeCarriers);
  if (warmed > 0) films[freeCarrierFilm] = warmed;
  return {
    incident: photonCurrent(photonFlux.reduce((total, flux) => total + flux, 0)),
    reflected: sum(solution.reflected),
    escaped: sum(solution.escaped),
    transmitted: sum(solution.transmitted),
    metal: { front: sum(solution.metal.front), rear: sum(solution.metal.rear) },
    wafer: sum(solution.wafer),
    films,
  };
}
