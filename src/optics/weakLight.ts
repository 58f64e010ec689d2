import { diffuseLog, diffuseSeries } from './exponentialIntegral.ts';

/** Light that passes a wafer of up to this optical thickness counts as weakly absorbed. */
export const weakestDepth = 3;

/** Terms of the series below: the first left out is below 1e-17 at that depth. */
const terms = 30;

/**
 * What a wafer takes of all weakly absorbed light, whatever its wavelength and direction. The series
 * of 1 - exp(-t) and 1 - 2 E3(t) have the same powers of depth for all of it, so that sums over
 * wavelengths are taken of their coefficients: a depth costs one polynomial, not one a wavelength.
 */
export interface WeakLight {
  /** Adds a beam. `path` is its optical thickness of the whole wafer, up to {@link weakestDepth}. */
  addBeam(path: number, down: number, up: number): void;
  /** Adds isotropic light, by the wafer's optical thickness perpendicular to its faces. */
  addDiffuse(depth: number, down: number, up: number): void;
  /** Adds what each interval takes to `result`; depths ascend from 0 to the wafer's thickness. */
  addTo(result: Float64Array, x: Float64Array): void;
}

/**
 * Starts with no light.
 *
 * @see M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 5.1.12, 5.1.14
 * @example const light = weakLight(); light.addBeam(0.1, 1, 0); light.addTo(result, x)
 */
export function weakLight(): WeakLight {
  const down = new Float64Array(terms);
  const up = new Float64Array(terms);
  // Of t^2 ln t, for light down and up.
  let [logDown, logUp] = [0, 0];
  return {
    addBeam: (path, fluxDown, fluxUp) => {
      let power = 1;
      for (let m = 0; m < terms; m++) {
        power *= path;
        const term = beamSeries[m] * power;
        down[m] += fluxDown * term;
        up[m] += fluxUp * term;
      }
    },
    addDiffuse: (depth, fluxDown, fluxUp) => {
      const square = depth * depth;
      const second = square * (Math.log(depth) + diffuseLog);
      logDown += fluxDown * square;
      logUp += fluxUp * square;
      down[0] += fluxDown * 2 * depth;
      up[0] += fluxUp * 2 * depth;
      down[1] += fluxDown * second;
      up[1] += fluxUp * second;
      let power = square;
      for (let m = 2; m < terms; m++) {
        power *= depth;
        const term = diffuseSeries[m - 2] * power;
        down[m] += fluxDown * term;
        up[m] += fluxUp * term;
      }
    },
    addTo: (result, x) => {
      const thickness = x[x.length - 1];
      let above = 0;
      let below = taken(1, up, logUp);
      for (let i = 0; i < result.length; i++) {
        const nextAbove = taken(x[i + 1] / thickness, down, logDown);
        const nextBelow = taken((thickness - x[i + 1]) / thickness, up, logUp);
        result[i] += nextAbove - above + below - nextBelow;
        above = nextAbove;
        below = nextBelow;
      }
    },
  };
}

/** What a share of the thickness, next to the face where light enters, takes. */
function taken(share: number, coefficients: Float64Array, log: number): number {
  if (share <= 0) return 0;
  let sum = 0;
  for (let m = terms - 1; m >= 0; m--) sum = (sum + coefficients[m]) * share;
  return log === 0 ? sum : sum + log * share * share * Math.log(share);
}

/** Terms of 1 - exp(-t) from the first power on. */
const beamSeries = new Float64Array(terms);
for (let m = 0, term = 1; m < terms; m++) {
  term /= m === 0 ? 1 : -(m + 1);
  beamSeries[m] = term;
}
