import type { Junction } from './junction.ts';
import { openCircuitVoltage } from './openCircuit.ts';

/** Open circuit in one light. */
export interface SunsVocRow {
  /** Light over that of the conditions. */
  readonly suns: number;
  readonly voc_V: number;
  /** Splitting of the quasi-Fermi levels in the middle of the wafer. */
  readonly implied_voc_V: number;
  /** Current of the curve without series resistance, Jsc (1 - suns). */
  readonly pseudo_current_mA_cm2: number;
}

/** A Suns-Voc measurement and what it says. */
export interface SunsVoc {
  readonly rows: readonly SunsVocRow[];
  /** In one sun. */
  readonly implied_voc_V: number;
}

/** Lights of the curve, over that of the conditions. */
const lights = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8,
  0.9, 1, 1.5, 2, 3,
];

const goldenShare = (Math.sqrt(5) - 1) / 2;
/** The maximum is flat: at this width of the bracket, in suns, the power is exact to 1e-9. */
const lightTolerance = 1e-5;

/**
 * Suns-Voc: open-circuit voltage against light, as a curve without series resistance.
 *
 * @param simulator cell at a temperature
 * @param irradiance of one sun, W/m2
 * @param short short-circuit current of that light, A/cm^2
 * @returns rows from dim to bright, and the implied Voc in one sun
 * @throws CalculationError when the device does not converge
 * @see R. A. Sinton, A. Cuevas, 16th European Photovoltaic Solar Energy Conf. (2000), 1152
 */
export function sunsVoc(simulator: Junction, irradiance: number, short: number): SunsVoc {
  let start = 0.5;
  const rows = lights.map((suns) => {
    const voc = openCircuitVoltage(simulator, irradiance * suns, start);
    start = voc;
    return {
      suns,
      voc_V: voc,
      implied_voc_V: simulator.impliedVoltage(),
      pseudo_current_mA_cm2: short * (1 - suns) * 1e3,
    };
  });
  return { rows, implied_voc_V: rows.find((row) => row.suns === 1)!.implied_voc_V };
}

/**
 * Fill factor of the curve without series resistance: the largest Voc(s) (1 - s) over Voc(1).
 *
 * @param simulator cell at a temperature
 * @param irradiance of one sun, W/m2
 * @param open open-circuit voltage in one sun, V
 * @returns pseudo fill factor, between 0 and 1
 * @throws CalculationError when the device does not converge
 */
export function pseudoFillFactor(simulator: Junction, irradiance: number, open: number): number {
  let start = open;
  const power = (suns: number) => {
    start = openCircuitVoltage(simulator, irradiance * suns, start);
    return start * (1 - suns);
  };
  // Golden section: the maximum lies where a few percent of the light balance the diode.
  let low = 0.005;
  let high = 0.5;
  let a = high - goldenShare * (high - low);
  let b = low + goldenShare * (high - low);
  let pa = power(a);
  let pb = power(b);
  while (high - low > lightTolerance) {
    if (pa > pb) {
      high = b;
      b = a;
      pb = pa;
      a = high - goldenShare * (high - low);
      pa = power(a);
    } else {
      low = a;
      a = b;
      pa = pb;
      b = low + goldenShare * (high - low);
      pb = power(b);
    }
  }
  return Math.max(pa, pb) / open;
}
