import type { DeviceState } from './state.ts';

/** A converged point on a path of bias: potentials, and their derivative by the bias. */
export interface Point {
  bias: number;
  light: number;
  /** Whether it lies on the path that is being followed. */
  valid: boolean;
  /** psi, phiN, phiP of each node. */
  readonly values: Float64Array;
  readonly tangent: Float64Array;
}

/** Farthest extrapolation by the cubic, in steps of the last two points; beyond, the tangent. */
const farthestCubic = 2;
/** The same of the quintic, and how unlike the steps between its three points may be. */
const farthestQuintic = 1.25;
const leastAlike = 0.4;

/**
 * Start values at a bias: the quintic through three points and their tangents, where they lie in
 * even steps; else the cubic through two; else the tangent of the last point.
 *
 * @param state psi, phiN, phiP are set
 * @param oldest the point before `before`
 * @param before the point before the last
 * @param last the last point
 * @param bias of the rear contact, kT/q
 */
export function predict(
  state: DeviceState,
  oldest: Point,
  before: Point,
  last: Point,
  bias: number,
): void {
  const { psi, phiN, phiP } = state;
  const h = last.bias - before.bias;
  const s = h === 0 ? 0 : (bias - last.bias) / h;
  const cubic = before.valid && h !== 0 && Math.abs(s) <= farthestCubic;
  const alike = (before.bias - oldest.bias) / h;
  const quintic =
    cubic &&
    oldest.valid &&
    Math.abs(s) <= farthestQuintic &&
    alike >= leastAlike &&
    alike <= 1 / leastAlike;
  // Weights of differences to the last value and of tangents: Hermite's of two or three points.
  const w = weights;
  w.fill(0);
  w[4] = bias - last.bias;
  if (quintic) hermiteWeights([oldest.bias, before.bias, last.bias], bias);
  else if (cubic) hermiteWeights([before.bias, last.bias], bias);
  // Weights of points that have no say are 0.
  const [w0, w1, v0, v1, v2] = w;
  const { values: y0, tangent: t0 } = oldest;
  const { values: y1, tangent: t1 } = before;
  const { values: y2, tangent: t2 } = last;
  for (let i = 0; i < psi.length; i++) {
    const a = 3 * i;
    const b = a + 1;
    const c = a + 2;
    const ya = y2[a];
    const yb = y2[b];
    const yc = y2[c];
    psi[i] = ya + v2 * t2[a] + w1 * (y1[a] - ya) + v1 * t1[a] + w0 * (y0[a] - ya) + v0 * t0[a];
    phiN[i] = yb + v2 * t2[b] + w1 * (y1[b] - yb) + v1 * t1[b] + w0 * (y0[b] - yb) + v0 * t0[b];
    phiP[i] = yc + v2 * t2[c] + w1 * (y1[c] - yc) + v1 * t1[c] + w0 * (y0[c] - yc) + v0 * t0[c];
  }
}

/** Of values (oldest, before; relative to the last) and of tangents (oldest, before, last). */
const weights = new Float64Array(5);

/** Hermite's interpolation with values and tangents at points, the last of them last. */
function hermiteWeights(points: readonly number[], at: number): void {
  const first = 3 - points.length;
  points.forEach((point, i) => {
    let share = 1;
    let slope = 0;
    points.forEach((other, j) => {
      if (i === j) return;
      share *= (at - other) / (point - other);
      slope += 1 / (point - other);
    });
    const square = share * share;
    if (i < points.length - 1) weights[first + i] = square * (1 - 2 * slope * (at - point));
    weights[2 + first + i] = square * (at - point);
  });
}

/** Farthest extrapolation in the logarithm of the light, in steps between the last two lights. */
const farthestLight = 2;

/**
 * Start values in another light and at another bias: straight on in the logarithm of the light
 * through the ends of two paths, then along the last point's tangent to the bias; that tangent alone
 * where there is only one such end.
 *
 * @param state psi, phiN, phiP are set
 * @param elsewhere a point in another light
 * @param last the last point
 * @param bias of the rear contact, kT/q
 * @param light above 0
 */
export function predictLight(
  state: DeviceState,
  elsewhere: Point,
  last: Point,
  bias: number,
  light: number,
): void {
  const { psi, phiN, phiP } = state;
  let s = 0;
  if (elsewhere.valid && elsewhere.light > 0 && elsewhere.light !== last.light) {
    s = Math.log(light / last.light) / Math.log(last.light / elsewhere.light);
    if (!(Math.abs(s) <= farthestLight)) s = 0;
  }
  const step = bias - last.bias - s * (last.bias - elsewhere.bias);
  for (let i = 0; i < psi.length; i++) {
    const k = 3 * i;
    const { values: now, tangent } = last;
    const { values: then } = elsewhere;
    psi[i] = now[k] + s * (now[k] - then[k]) + step * tangent[k];
    phiN[i] = now[k + 1] + s * (now[k + 1] - then[k + 1]) + step * tangent[k + 1];
    phiP[i] = now[k + 2] + s * (now[k + 2] - then[k + 2]) + step * tangent[k + 2];
  }
}
