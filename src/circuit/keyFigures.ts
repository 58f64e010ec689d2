import { openCircuit, pointAtVoltage } from './searchCurve.ts';
import { type Circuit, type CurvePoint, type TerminalPoint, terminalPoint } from './terminal.ts';

/** The points of a curve that are searched for. */
export type CurvePlace = 'short' | 'maximum' | 'open';

/**
 * Solves the junction at a voltage; V in V, A/cm^2, A/(V cm^2). The first point of each search names
 * its place, so that a solver may start from what it found there before.
 */
export type Junction = (voltage: number, place?: CurvePlace) => CurvePoint;

/** Key figures of an illuminated cell: V, A/cm^2, W/cm^2. */
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
/** And to this part of them, where a shunt or a blocked contact leaves less than a millivolt. */
const relativeTolerance = 1e-4;
const mostSteps = 60;
/** Longest step of a search, V: a device follows such steps without trouble. */
const longestStep = 0.15;
/** Two points nearer than this, V, tell the curvature between them. */
const secantReach = 0.01;
/** No cell of one junction works beyond this, V. */
const highestVoltage = 5;
/** Junction voltage near the maximum power of a silicon cell, V; only a start. */
const usualStart = 0.6;

/**
 * Short circuit, maximum power and open circuit of a cell, each found by solving for it.
 *
 * @param junction device as a function of the junction voltage, with slope
 * @param circuit series and shunt resistance, second diode
 * @param thermalVoltage kT/q, V
 * @param start junction voltage near the maximum power point, V, where one is known
 * @param ends junction voltages near short and open circuit, V, where they are known
 * @returns key figures
 * @throws RangeError when the curve delivers no power
 */
export function keyFigures(
  junction: Junction,
  circuit: Circuit,
  thermalVoltage: number,
  start = usualStart,
  ends: { readonly short?: number; readonly open?: number } = {},
): KeyFigures {
  const at = terminalOf(junction, circuit, thermalVoltage);
  // A series resistance that would take more leaves the junction near open circuit.
  const short = shortCircuit(at, circuit, Math.min(ends.short ?? 0, start));
  const best = searchMaximum(at, short, start, voltageTolerance);
  const { open: near = 0 } = ends;
  // From the maximum, the first point of the search is the first of its own.
  let named = near > best.junctionVoltage;
  const first = named ? at(near, 'open') : best;
  const open = openCircuit(
    (voltage) => {
      const place = named ? undefined : 'open';
      named = true;
      return at(voltage, place);
    },
    first,
    {
      driven: short.current,
      low: best.junctionVoltage,
      tolerance: Math.min(voltageTolerance, relativeTolerance * best.voltage),
    },
  );
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

/**
 * Maximum power point alone.
 *
 * @param junction device as a function of the junction voltage, with slope
 * @param circuit series and shunt resistance, second diode
 * @param thermalVoltage kT/q, V
 * @param start junction voltage near the maximum, V
 * @param shortCurrent short-circuit current where it is known, A/cm^2; it only guides the search
 * @param tolerance V: a maximum nearer than this is reached by the last point's slopes instead of one
 *   more solution; the power, flat there, errs by (tolerance / 10 mV)^2 or less
 * @returns the point at the terminals
 * @throws RangeError when the curve delivers no power
 */
export function maximumPower(
  junction: Junction,
  circuit: Circuit,
  thermalVoltage: number,
  start = usualStart,
  shortCurrent?: number,
  tolerance = voltageTolerance,
): TerminalPoint {
  const at = terminalOf(junction, circuit, thermalVoltage);
  const short =
    shortCurrent === undefined ? at(0, 'short') : { junctionVoltage: 0, current: shortCurrent };
  return searchMaximum(at, short, start, tolerance);
}

type Terminal = (junctionVoltage: number, place?: CurvePlace) => TerminalPoint;
type ShortCircuit = Pick<TerminalPoint, 'junctionVoltage' | 'current'>;

function terminalOf(junction: Junction, circuit: Circuit, thermalVoltage: number): Terminal {
  return (voltage, place) => terminalPoint(junction(voltage, place), circuit, thermalVoltage);
}

/** Terminal voltage zero: the junction stands at J Rs. */
function shortCircuit(at: Terminal, circuit: Circuit, start = 0): TerminalPoint {
  const first = at(circuit.seriesResistance === 0 ? 0 : start, 'short');
  const point = pointAtVoltage(at, first, 0, voltageTolerance);
  if (!point) throw new RangeError('no short-circuit point was found');
  return point;
}

/**
 * Newton on dP/dVd with the curvature of a local exponential, J = Jsc - A exp(V/a), inside a
 * bracket that the sign of dP/dVd keeps.
 */
function searchMaximum(
  at: Terminal,
  short: ShortCircuit,
  start: number,
  tolerance: number,
): TerminalPoint {
  if (!(short.current > 0)) throw blocked(short.current);
  let low = short.junctionVoltage;
  let high = Number.POSITIVE_INFINITY;
  let v = Math.max(start, low + 0.01);
  let lastMove = longestStep;
  let lastSlope = 0;
  for (let step = 0; step < mostSteps && v < highestVoltage; step++) {
    const point = at(v, step === 0 ? 'maximum' : undefined);
    const { voltage, current, voltageSlope, currentSlope } = point;
    const slope = voltageSlope * current + voltage * currentSlope;
    if (slope > 0) low = v;
    else high = v;
    const scale = exponentialScale(short, point);
    const bend = currentSlope / scale;
    const seriesBend = (1 - voltageSlope) * (current / scale);
    let curvature = voltage * bend + 2 * voltageSlope * currentSlope + seriesBend;
    // Near the maximum the last step tells the curvature better.
    if (Math.abs(lastMove) < secantReach && slope !== lastSlope) {
      curvature = (slope - lastSlope) / lastMove;
    }
    lastSlope = slope;
    let move = -slope / curvature;
    // Below the knee the power rises almost linearly and Newton overshoots: the local
    // exponential says where the knee is.
    if (slope > 0) {
      const knee = scale * Math.log(short.current / (-currentSlope * Math.max(voltage, scale)));
      // Beyond it, where a resistance bends the power, one scale is far enough.
      if (!(move < knee + scale)) move = knee > 0 ? Math.max(knee, voltageTolerance) : scale;
    }
    move = Math.min(longestStep, Math.max(-longestStep, move));
    // Halve the bracket where Newton leaves it or no longer halves its steps.
    // In a wide bracket half-way is farther off than any step of Newton's.
    const slow = high - low < longestStep && Math.abs(move) > 0.5 * Math.abs(lastMove);
    if (slow || !(v + move > low && v + move < high)) {
      move = (high === Number.POSITIVE_INFINITY ? low + 0.1 : (low + high) / 2) - v;
    }
    if (Math.abs(move) < tolerance) {
      if (!(voltage * current > 0)) throw blocked(short.current);
      if (Math.abs(move) < relativeTolerance * voltage) {
        return tolerance > voltageTolerance ? moved(point, move) : point;
      }
    }
    lastMove = move;
    v += move;
  }
  throw new RangeError('no maximum-power point was found');
}

/** What is wrong with a cell that delivers nothing, or so little that it is lost in rounding. */
function blocked(shortCurrent: number): RangeError {
  // In the dark a current vanishes exactly.
  if (shortCurrent === 0)
    return new RangeError('the cell delivers no current: light makes no carriers in it');
  const short = `${(shortCurrent * 1e3).toPrecision(3)} mA/cm2`;
  return new RangeError(
    `the cell delivers no current (${short} at short circuit): a contact or a film blocks it, or collects the other carrier`,
  );
}

/** A point a little farther along its slopes. */
function moved(point: TerminalPoint, move: number): TerminalPoint {
  return {
    ...point,
    junctionVoltage: point.junctionVoltage + move,
    voltage: point.voltage + point.voltageSlope * move,
    current: point.current + point.currentSlope * move,
  };
}

/** a of the local exponential: the drop of current over its slope, V. */
function exponentialScale(short: ShortCircuit, point: TerminalPoint): number {
  const scale = (short.current - point.current) / -point.currentSlope;
  return scale > 0.005 && scale < highestVoltage ? scale : 0.03;
}
