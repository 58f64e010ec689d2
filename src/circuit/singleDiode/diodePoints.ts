import {
  checkSingleDiode,
  type DiodePoint,
  junctionCurrent,
  type SingleDiode,
} from './singleDiode.ts';

/** Newton from the convex side halves its error at worst; doubles have 53 halvings and exponents. */
const mostSteps = 200;

/**
 * Open-circuit voltage.
 *
 * The current is concave and falls in Vd, so Newton from any voltage above the root comes down to
 * it without passing it; diode alone and shunt alone each give such a voltage.
 *
 * @param diode parameters
 * @returns V, to rounding
 * @throws RangeError for parameters that are no diode's
 * @example openCircuitVoltage({ photocurrent: 1, saturationCurrent: 5e-10, seriesResistance: 0.1,
 *   shuntResistance: 300, thermalVoltage: 1.01 * 72 * 0.0256925791 }) // 39.7481...
 */
export function openCircuitVoltage(diode: SingleDiode): number {
  checkSingleDiode(diode);
  const { photocurrent, saturationCurrent, shuntResistance, thermalVoltage } = diode;
  if (photocurrent === 0) return 0;
  const diodeAlone = thermalVoltage * Math.log1p(photocurrent / saturationCurrent);
  let vd = Math.min(diodeAlone, photocurrent * shuntResistance);
  for (let step = 0; step < mostSteps; step++) {
    const grown = saturationCurrent * Math.expm1(vd / thermalVoltage);
    const residual = photocurrent - grown - vd / shuntResistance;
    const slope = (grown + saturationCurrent) / thermalVoltage + 1 / shuntResistance;
    const next = vd + residual / slope;
    // Rounding ends the descent: the step is no longer down, or too small to count.
    if (!(next < vd)) return next;
    if (vd - next <= Number.EPSILON * vd) return next;
    vd = next;
  }
  return vd;
}

/**
 * The point of the curve at a terminal voltage, reverse and beyond open circuit included.
 *
 * Solves Vd - Rs I(Vd) = V, which is convex and rises, by Newton from above. Without the
 * exponential Vd would be below V + IL Rs; with nothing but the exponential, below its logarithm.
 *
 * @param diode parameters
 * @param voltage at the terminals, V
 * @returns the point, to rounding
 * @throws RangeError for parameters that are no diode's, for a voltage that is no number, and where the current exceeds any number
 */
export function diodePointAt(diode: SingleDiode, voltage: number): DiodePoint {
  const { photocurrent, saturationCurrent, seriesResistance, shuntResistance, thermalVoltage } =
    diode;
  checkSingleDiode(diode);
  if (!Number.isFinite(voltage)) throw new RangeError(`single diode: voltage ${voltage}`);
  if (seriesResistance === 0) {
    return finite({ junctionVoltage: voltage, voltage, current: junctionCurrent(diode, voltage) });
  }
  const linear = voltage + photocurrent * seriesResistance;
  const steepest =
    linear > 0 ? thermalVoltage * Math.log1p(linear / (saturationCurrent * seriesResistance)) : 0;
  let vd = Math.min(Math.max(linear, 0), steepest);
  let conductance = 0;
  for (let step = 0; step < mostSteps; step++) {
    const grown = saturationCurrent * Math.expm1(vd / thermalVoltage);
    const current = photocurrent - grown - vd / shuntResistance;
    conductance = (grown + saturationCurrent) / thermalVoltage + 1 / shuntResistance;
    const excess = vd - seriesResistance * current - voltage;
    const next = vd - excess / (1 + seriesResistance * conductance);
    const down = vd - next;
    vd = next;
    if (!(down > Number.EPSILON * Math.abs(next))) break;
  }
  // Two forms of one current: the one that rounding of Vd hurts least.
  const current =
    conductance * seriesResistance > 1
      ? (vd - voltage) / seriesResistance
      : junctionCurrent(diode, vd);
  return finite({ junctionVoltage: vd, voltage, current });
}

function finite(point: DiodePoint): DiodePoint {
  if (Number.isFinite(point.current)) return point;
  throw new RangeError(`single diode: no finite current at ${point.voltage} V`);
}
