import { type DiodePoint, junctionCurrent, type SingleDiode } from './singleDiode.ts';

/** Newton takes three to six; halving down to the smallest double would take some 1100. */
const mostSteps = 2000;
/**
 * A Newton step below this share of the distance in which the curve changes is the last: it squares
 * the error, to 1e-16.
 */
const lastStep = 1e-8;

/**
 * Maximum-power point.
 *
 * With G = -dI/dVd the condition d(VI)/dVd = 0 is I (1 + G Rs) = G V. The logarithm of the ratio of
 * its sides falls all the way from short to open circuit (I, 1/V and 1/G + Rs all do), and is
 * nearly straight where the exponential rules: Newton's method, kept inside a bracket.
 *
 * @param diode parameters, checked
 * @returns the point, to rounding; zero where there is no light
 */
export function diodeMaximum(diode: SingleDiode): DiodePoint {
  const { photocurrent, saturationCurrent, seriesResistance, shuntResistance, thermalVoltage } =
    diode;
  if (photocurrent === 0) return { junctionVoltage: 0, voltage: 0, current: 0 };
  // Diode alone and shunt alone each have a higher open-circuit voltage than both.
  const diodeAlone = thermalVoltage * Math.log1p(photocurrent / saturationCurrent);
  let low = 0;
  let high = Math.min(diodeAlone, photocurrent * shuntResistance);
  const drop = Math.max(0, high - 2 * photocurrent * seriesResistance);
  let vd = Math.max(high - thermalVoltage * Math.log1p(drop / thermalVoltage), high / 2);
  for (let step = 0; step < mostSteps; step++) {
    const grown = saturationCurrent * Math.expm1(vd / thermalVoltage);
    const current = photocurrent - grown - vd / shuntResistance;
    const voltage = vd - current * seriesResistance;
    const steep = (grown + saturationCurrent) / thermalVoltage;
    const conductance = steep + 1 / shuntResistance;
    const spread = 1 + conductance * seriesResistance;
    let next = Number.NaN;
    if (!(current > 0)) high = vd;
    else if (!(voltage > 0)) low = vd;
    else {
      const ratio = (current * spread) / (conductance * voltage);
      if (ratio > 1) low = vd;
      else high = vd;
      const bend = steep / (thermalVoltage * conductance * spread);
      const move = Math.log(ratio) / (conductance / current + bend + spread / voltage);
      next = vd + move;
      const near = Math.min(thermalVoltage, voltage / spread, current / conductance);
      if (Math.abs(move) <= lastStep * near) {
        vd = next;
        break;
      }
    }
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (inside === low || inside === high) break;
    vd = inside;
  }
  const current = junctionCurrent(diode, vd);
  return { junctionVoltage: vd, voltage: vd - current * seriesResistance, current };
}
