import { diodeMaximum } from './diodeMaximum.ts';
import { diodePointAt, openCircuitVoltage } from './diodePoints.ts';
import { checkSingleDiode, type DiodePoint, type SingleDiode } from './singleDiode.ts';

/** Key points of a curve; A, V, W. */
export interface DiodeFigures {
  readonly isc: number;
  readonly voc: number;
  readonly imp: number;
  readonly vmp: number;
  readonly pmp: number;
  /** Current at half the open-circuit voltage. */
  readonly ix: number;
  /** Current midway between maximum power and open circuit. */
  readonly ixx: number;
}

/**
 * Key points of a single diode, each to rounding.
 *
 * @param diode parameters
 * @returns short circuit, open circuit, maximum power, and the two points of the Sandia model
 * @throws RangeError for parameters that are no diode's
 */
export function diodeFigures(diode: SingleDiode): DiodeFigures {
  const voc = openCircuitVoltage(diode);
  const best = diodeMaximum(diode);
  return {
    isc: diodePointAt(diode, 0).current,
    voc,
    imp: best.current,
    vmp: best.voltage,
    pmp: best.current * best.voltage,
    ix: diodePointAt(diode, voc / 2).current,
    ixx: diodePointAt(diode, (voc + best.voltage) / 2).current,
  };
}

/**
 * Maximum-power point alone.
 *
 * @param diode parameters
 * @returns the point
 * @throws RangeError for parameters that are no diode's
 */
export function diodeMaximumPower(diode: SingleDiode): DiodePoint {
  checkSingleDiode(diode);
  return diodeMaximum(diode);
}
