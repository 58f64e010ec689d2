import { keyFigures } from '../circuit/keyFigures.ts';
import { thermalVoltage } from '../physics/constants.ts';

/** Key figures of an ideal cell. */
export interface LimitFigures {
  readonly efficiency_pct: number;
  readonly jsc_mA_cm2: number;
  readonly voc_V: number;
  readonly ff_pct: number;
  readonly vmp_V: number;
  readonly jmp_mA_cm2: number;
  readonly pmax_W_m2: number;
}

/** Step of the derivative by the voltage, V: its error of 1e-7 only guides the search. */
const slopeStep = 1e-5;

/**
 * Key figures of a cell without resistances: a photocurrent less a recombination current that
 * depends on the voltage alone.
 *
 * @param photocurrent A/cm^2
 * @param recombination A/cm^2 at a voltage, V; 0 at 0 V
 * @param temperature K
 * @param irradiance that the efficiency refers to, W/m2
 * @returns key figures
 * @throws RangeError when the cell delivers no power
 */
export function limitFigures(
  photocurrent: number,
  recombination: (voltage: number) => number,
  temperature: number,
  irradiance: number,
): LimitFigures {
  const junction = (voltage: number) => ({
    voltage,
    current: photocurrent - recombination(voltage),
    slope:
      (recombination(voltage - slopeStep) - recombination(voltage + slopeStep)) / (2 * slopeStep),
  });
  // A start somewhat below open circuit, which is where the recombination takes it all.
  let low = 0;
  let high = 5;
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if (recombination(middle) < photocurrent) low = middle;
    else high = middle;
  }
  const vt = thermalVoltage(temperature);
  const circuit = { seriesResistance: 0, shuntResistance: Number.POSITIVE_INFINITY };
  const figures = keyFigures(junction, circuit, vt, Math.max(0.02, low - 4 * vt));
  const power = figures.pmax * 1e4;
  return {
    efficiency_pct: (100 * power) / irradiance,
    jsc_mA_cm2: figures.jsc * 1e3,
    voc_V: figures.voc,
    ff_pct: figures.fillFactor * 100,
    vmp_V: figures.vmp,
    jmp_mA_cm2: figures.jmp * 1e3,
    pmax_W_m2: power,
  };
}
