import { type Circuit, type CurvePoint, type TerminalPoint, terminalPoint } from './terminal.ts';

/** Solves the junction at a voltage; V in V, A/cm^2, A/(V cm^2). */
export type Junction = (voltage: number) => CurvePoint;

/** Key figures of an illuminated cell, V and A/cm^2, W/cm^2. */
export interface KeyFigures {
  readonly voc: number;
  readonly jsc: number;
  readonly vmp: number;
  readonly jmp: number;
  readonly pmax: number;
  readonly fillFactor: number;
}

/** Voltages are solved to this, V. Power at its maximum then errs by under 1e-12. */
const voltageTolerance = 1e-7;
const mostSteps = 60;

/**
 * Short circuit, maximum power and open circuit of a cell, each found by solving for it.
 *
 * @param junction device as a function of the junction voltage, with slope
 * @param circuit series and shunt resistance, second diode
 * @param thermalVoltage kT/q, V
 * @param start junction voltage near the maximum power point, V, where one is known
 * @returns key figures
 * @throws RangeError when the curve delivers no power
 */
export function keyFigures(
  junction: Junction,
  circuit: Circuit,
  thermalVoltage: number,
  start = 0.55,
): KeyFigures {
  const at = (v: number) => terminalPoint(junction(v), circuit, thermalVoltage);
  const short = shortCircuit(at, circuit);
  if (!(short.current > 0)) throw new RangeError('the cell delivers no current');
  const best = maximumPower(at, short, start);
  const open = openCircuit(at, short, best);
  const pmax = best.voltage * best.current;
  return {
    voc: open.voltage,
    jsc: short.current,
    vmp: best.voltage,
    jmp: best.current,
    pmax,
    fillFactor: pmax / (open.voltage * short.current),
  };
}

type Terminal = (junctionVoltage: number) => TerminalPoint;

/** Terminal voltage zero: the junction stands at J Rs. */
function shortCircuit(at: Terminal, circuit: Circuit): TerminalPoint {
  let point = at(0);
  for (let step = 0; step < mostSteps; step++) {
    if (circuit.seriesResistance === 0 || Math.abs(point.voltage) < voltageTolerance) return point;
    point = at(point.junctionVoltage - point.voltage / point.voltageSlope);
  }
  throw new RangeError('no short-circuit point was found');
}

/**
 * Maximum power: Newton on dP/dVd with the curvature of a local exponential,
 * J = Jsc - A exp(V/a), inside a bracket that the sign of dP/dVd keeps.
 *
 * @param at cell as a function of the junction voltage
 * @param short short-circuit point
 * @param start first junction voltage, V
 */
export function maximumPower(at: Terminal, short: TerminalPoint, start: number): TerminalPoint {
  let low = short.junctionVoltage;
  let high = Number.POSITIVE_INFINITY;
  let v = Math.max(start, low + 0.01);
  for (let step = 0; step < mostSteps; step++) {
    const point = at(v);
    const { voltage, current, voltageSlope, currentSlope } = point;
    const slope = voltageSlope * current + voltage * currentSlope;
    if (slope > 0) low = v;
    else high = v;
    const scale = exponentialScale(short, point);
    const bend = currentSlope / scale;
    const curvature = voltage * bend + 2 * voltageSlope * currentSlope;
    let next = v - slope / curvature;
    // Far below the knee the power still rises almost linearly: aim at the knee of the
    // local exponential instead, at most 0.15 V away (the device follows in such steps).
    if (!(curvature < 0) || next > v + 0.15) {
      const knee = v + scale * Math.log(short.current / (scale * -currentSlope)) - 3 * scale;
      next = Math.min(v + 0.15, Math.max(knee, v + 0.02));
    }
    if (!(next > low && next < high)) {
      next = high === Number.POSITIVE_INFINITY ? low + 0.1 : (low + high) / 2;
    }
    if (Math.abs(next - v) < voltageTolerance) return point;
    if (next > 5) break;
    v = next;
  }
  throw new RangeError('no maximum-power point was found');
}

/** a of the local exponential: the drop of current over its slope, V. */
function exponentialScale(short: TerminalPoint, point: TerminalPoint): number {
  const drop = short.current - point.current;
  const scale = drop / -point.currentSlope;
  return scale > 0.005 && scale < 0.3 ? scale : 0.03;
}

/** Terminal current zero, by steps of the local exponential inside a bracket. */
function openCircuit(at: Terminal, short: TerminalPoint, best: TerminalPoint): TerminalPoint {
  let low = best.junctionVoltage;
  let high = Number.POSITIVE_INFINITY;
  let point = best;
  for (let step = 0; step < mostSteps; step++) {
    if (point.current > 0) low = point.junctionVoltage;
    else high = point.junctionVoltage;
    const scale = exponentialScale(short, point);
    const drop = short.current - point.current;
    let next = point.junctionVoltage + scale * Math.log(short.current / drop);
    if (!(next > low && next < high))
      next = high < Number.POSITIVE_INFINITY ? (low + high) / 2 : low + 0.05;
    const move = next - point.junctionVoltage;
    if (Math.abs(move) < voltageTolerance) return point;
    point = at(next);
  }
  throw new RangeError('no open-circuit point was found');
}
