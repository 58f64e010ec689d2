import { photonCurrent } from '../light/photonFlux.ts';
import { diffuseAbsorptance } from './exponentialIntegral.ts';
import type { OpticalSolution } from './solveOptics.ts';

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
  const { thickness, absorption, slant, directDown, directUp, diffuseDown, diffuseUp } =
    solution.passes;
  const intervals = x.length - 1;
  const result = new Float64Array(intervals);
  for (let w = 0; w < photonFlux.length; w++) {
    const flux = photonFlux[w];
    if (flux === 0) continue;
    const alpha = absorption[w];
    const path = alpha * slant[w];
    const down = flux * directDown[w];
    const up = flux * directUp[w];
    for (let i = 0; i < intervals; i++) {
      const share = -Math.expm1(-path * (x[i + 1] - x[i]));
      if (down > 0) result[i] += down * Math.exp(-path * x[i]) * share;
      if (up > 0) result[i] += up * Math.exp(-path * (thickness - x[i + 1])) * share;
    }
    const isotropicDown = flux * diffuseDown[w];
    const isotropicUp = flux * diffuseUp[w];
    if (diffuseDown[w] + diffuseUp[w] < negligible) continue;
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
  return result;
}

/** Where the photons of a spectrum end, as currents of one carrier each, mA/cm2. */
export interface PhotonBudget {
  readonly incident: number;
  readonly reflected: number;
  readonly escaped: number;
  readonly transmitted: number;
  readonly wafer: number;
  readonly films: Readonly<Record<string, number>>;
}

/**
 * Photon budget of a cell in a spectrum.
 *
 * @param solution optics of the cell
 * @param photonFlux incident photons of each wavelength's bin, cm^-2 s^-1
 * @returns currents in mA/cm2; all but `incident` add up to it; films of one name as their sum
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
  return {
    incident: photonCurrent(photonFlux.reduce((total, flux) => total + flux, 0)),
    reflected: sum(solution.reflected),
    escaped: sum(solution.escaped),
    transmitted: sum(solution.transmitted),
    wafer: sum(solution.wafer),
    films,
  };
}
