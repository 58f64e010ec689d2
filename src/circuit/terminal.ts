/** What stands between the junction and the terminals, per area. */
export interface Circuit {
  /** Grid, contacts and sheet, ohm cm^2. */
  readonly seriesResistance: number;
  /** ohm cm^2; Infinity for none. */
  readonly shuntResistance: number;
  /** Area of the whole cell, cm^2, where its current is asked for. */
  readonly area?: number;
  /** Recombination outside the one-dimensional device (edge, shunted spots). */
  readonly secondDiode?: { readonly saturationCurrent: number; readonly ideality: number };
}

/** A point of a J-V curve with its slope. V > 0 forward, J > 0 delivered, A/cm^2. */
export interface CurvePoint {
  readonly voltage: number;
  readonly current: number;
  /** dJ/dV at the junction, A/(V cm^2). */
  readonly slope: number;
}

/** A junction's point seen from the terminals; slopes are by the junction voltage. */
export interface TerminalPoint {
  readonly junctionVoltage: number;
  readonly voltage: number;
  readonly current: number;
  readonly voltageSlope: number;
  readonly currentSlope: number;
}

/**
 * Takes a junction's operating point through shunt, second diode and series resistance:
 * J = Jd(Vd) - Vd/Rsh - J02 expm1(Vd / n kT), V = Vd - J Rs.
 *
 * @param junction device at junction voltage Vd
 * @param circuit resistances, second diode
 * @param thermalVoltage kT/q, V
 * @returns the terminal point
 */
export function terminalPoint(
  junction: CurvePoint,
  circuit: Circuit,
  thermalVoltage: number,
): TerminalPoint {
  const vd = junction.voltage;
  let current = junction.current - vd / circuit.shuntResistance;
  let currentSlope = junction.slope - 1 / circuit.shuntResistance;
  const diode = circuit.secondDiode;
  if (diode && diode.saturationCurrent > 0) {
    const unit = diode.ideality * thermalVoltage;
    current -= diode.saturationCurrent * Math.expm1(vd / unit);
    currentSlope -= (diode.saturationCurrent / unit) * Math.exp(vd / unit);
  }
  return {
    junctionVoltage: vd,
    voltage: vd - current * circuit.seriesResistance,
    current,
    voltageSlope: 1 - currentSlope * circuit.seriesResistance,
    currentSlope,
  };
}
