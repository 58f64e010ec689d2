import type { TerminalPoint } from './terminal.ts';

/** Points of the terminals by the junction voltage, V. */
export type CurveOfTerminals = (junctionVoltage: number) => TerminalPoint;

/** A point that is looked for on a curve. */
export interface SoughtPoint {
  /** Whether a point lies beyond it, at a higher junction voltage. */
  beyond(point: TerminalPoint): boolean;
  /** Newton's step to it, V at the junction. */
  step(point: TerminalPoint): number;
  /** Whether a point is near enough, by its step, V. */
  reached(point: TerminalPoint, step: number): boolean;
  /** A junction voltage before it, V, where one is known. */
  readonly low?: number;
}

const mostSteps = 80;
/** Longest step of the search, V: a device follows such steps without trouble. */
const longestStep = 0.15;
/** Step where Newton's leads out of what is left, and no voltage on the other side is known yet, V. */
const outwardStep = 0.05;
/** No cell of one junction works beyond this, V. */
const highestVoltage = 5;
/** Junction voltages that enclose a point nearer than this, V, are no longer told apart by what they carry. */
const smallestBracket = 1e-13;

/**
 * Newton's method along a curve, inside the bracket that its points keep. A diode takes a few steps. On the foot
 * of an S, as a barrier bends it, each step is as long as the last; behind a contact that blocks all but the last
 * digits of a current, its slope has none: there what is left is halved.
 *
 * @param at the curve
 * @param first its first point
 * @param sought the point
 * @returns the point; none where it is not on the curve
 */
export function searchCurve(
  at: CurveOfTerminals,
  first: TerminalPoint,
  sought: SoughtPoint,
): TerminalPoint | undefined {
  let { low = Number.NEGATIVE_INFINITY } = sought;
  let high = Number.POSITIVE_INFINITY;
  let point = first;
  let lastMove = Number.POSITIVE_INFINITY;
  for (let count = 0; count < mostSteps && point.junctionVoltage < highestVoltage; count++) {
    const here = point.junctionVoltage;
    const isBeyond = sought.beyond(point);
    if (isBeyond) high = here;
    else low = here;
    let move = sought.step(point);
    if (sought.reached(point, move) || high - low < smallestBracket) return point;
    const halved = (low + high) / 2 - here;
    const enclosed = Number.isFinite(halved);
    if (Math.abs(move) > Math.abs(lastMove) / 2) move = enclosed ? halved : 2 * lastMove;
    move = Math.min(longestStep, Math.max(-longestStep, move));
    if (!(here + move > low && here + move < high)) {
      move = enclosed ? halved : isBeyond ? -outwardStep : outwardStep;
    }
    lastMove = move;
    point = at(here + move);
  }
  return undefined;
}

/**
 * Point at which the terminals carry no current. Newton's step on the logarithm of what is lost of the current is
 * straight for an exponential.
 *
 * @param at the curve
 * @param first a point near there
 * @param known what the light drives, A/cm^2: short circuit, or every carrier that it makes; a junction voltage at
 *   which the cell delivers, V; tolerance of the junction voltage, V
 * @throws RangeError when the current has no zero
 */
export function openCircuit(
  at: CurveOfTerminals,
  first: TerminalPoint,
  known: { readonly driven: number; readonly low: number; readonly tolerance: number },
): TerminalPoint {
  const { driven, low, tolerance } = known;
  const found = searchCurve(at, first, {
    low,
    beyond: ({ current }) => !(current > 0),
    step({ current, currentSlope }) {
      const lost = driven - current;
      const slope = -currentSlope;
      return lost > 0 && slope > 0 ? (lost / slope) * Math.log(driven / lost) : current / slope;
    },
    reached: (_, step) => Math.abs(step) <= tolerance,
  });
  if (!found) throw new RangeError('no open-circuit point was found');
  return found;
}

/**
 * Point at which the terminals stand at a voltage.
 *
 * @param at the curve
 * @param first a point near there
 * @param voltage of the terminals, V
 * @param tolerance of it, V
 * @returns the point; none where no point has that voltage
 */
export function pointAtVoltage(
  at: CurveOfTerminals,
  first: TerminalPoint,
  voltage: number,
  tolerance: number,
): TerminalPoint | undefined {
  const miss = (point: TerminalPoint) => voltage - point.voltage;
  return searchCurve(at, first, {
    beyond: (point) => miss(point) < 0,
    step: (point) => miss(point) / point.voltageSlope,
    reached: (point) => Math.abs(miss(point)) <= tolerance,
  });
}
