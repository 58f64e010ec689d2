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

/**
 * Start values at a bias: the cubic through two points and their tangents, or the tangent of
 * the last point where there is no such pair.
 *
 * @param state psi, phiN, phiP are set
 * @param before the point before the last
 * @param last the last point
 * @param bias of the rear contact, kT/q
 */
export function predict(state: DeviceState, before: Point, last: Point, bias: number): void {
  const { psi, phiN, phiP } = state;
  const h = last.bias - before.bias;
  const s = h === 0 ? 0 : (bias - last.bias) / h;
  const cubic = before.valid && h !== 0 && Math.abs(s) <= farthestCubic;
  const step = bias - last.bias;
  for (let i = 0; i < psi.length; i++) {
    for (let k = 0; k < 3; k++) {
      const m = 3 * i + k;
      const y = last.values[m];
      const t = last.tangent[m];
      let value = y + t * step;
      if (cubic) {
        const d = y - before.values[m];
        const ht = h * t;
        const c3 = h * before.tangent[m] + ht - 2 * d;
        const c2 = c3 - d + ht;
        value = y + s * (ht + s * (c2 + s * c3));
      }
      if (k === 0) psi[i] = value;
      else if (k === 1) phiN[i] = value;
      else phiP[i] = value;
    }
  }
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
