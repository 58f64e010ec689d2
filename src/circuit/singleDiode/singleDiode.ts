/** A cell, string or module as one diode with its resistances; for a module, of all cells in series. */
export interface SingleDiode {
  /** Light current IL, A. */
  readonly photocurrent: number;
  /** Saturation current I0, A. */
  readonly saturationCurrent: number;
  /** Rs, ohm. */
  readonly seriesResistance: number;
  /** Rsh, ohm; Infinity for none. */
  readonly shuntResistance: number;
  /** Ideality times cells in series times kT/q, V. */
  readonly thermalVoltage: number;
}

/** A point of the curve. V > 0 forward, I > 0 delivered. */
export interface DiodePoint {
  /** Across the diode, V + I Rs, V. */
  readonly junctionVoltage: number;
  /** At the terminals, V. */
  readonly voltage: number;
  /** A. */
  readonly current: number;
}

/**
 * Current that leaves the junction: IL - I0 expm1(Vd / a) - Vd / Rsh. Explicit in the voltage of
 * the diode, which is why every point is looked for there and not at the terminals.
 *
 * @param diode parameters
 * @param vd voltage across the diode, V
 * @returns current, A
 * @see J. W. Bishop, Solar Cells 25, 73 (1988), doi:10.1016/0379-6787(88)90059-2
 */
export function junctionCurrent(diode: SingleDiode, vd: number): number {
  const { photocurrent, saturationCurrent, shuntResistance, thermalVoltage } = diode;
  return photocurrent - saturationCurrent * Math.expm1(vd / thermalVoltage) - vd / shuntResistance;
}

/**
 * Refuses what is no diode, before a search could run astray.
 *
 * @throws RangeError that names the parameter
 */
export function checkSingleDiode(diode: SingleDiode): void {
  const most = Number.MAX_VALUE;
  const { photocurrent, saturationCurrent, seriesResistance, shuntResistance, thermalVoltage } =
    diode;
  if (!(photocurrent >= 0 && photocurrent <= most)) refuse('photocurrent', photocurrent);
  if (!(saturationCurrent > 0 && saturationCurrent <= most)) {
    refuse('saturation current', saturationCurrent);
  }
  if (!(seriesResistance >= 0 && seriesResistance <= most)) {
    refuse('series resistance', seriesResistance);
  }
  if (!(shuntResistance > 0)) refuse('shunt resistance', shuntResistance);
  if (!(thermalVoltage > 0 && thermalVoltage <= most)) refuse('thermal voltage', thermalVoltage);
}

function refuse(name: string, value: number): never {
  throw new RangeError(`single diode: ${name} ${value} is outside its range`);
}
