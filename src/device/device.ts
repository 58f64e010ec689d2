import { elementaryCharge, thermalVoltage } from '../physics/constants.ts';
import type { DeviceDescription } from './description.ts';
import { edgeFlux, edgeResult } from './edgeFlux.ts';
import { solveEquilibrium } from './equilibrium.ts';
import { CalculationError } from './errors.ts';
import { backSubstitute, newtonIteration } from './newton.ts';
import { type DeviceProblem, deviceProblem, placeOf } from './problem.ts';
import { type DeviceState, deviceState, setRearPotential } from './state.ts';

/**
 * Largest update at which a solve ends, kT/q. Convergence is quadratic: after a step of
 * 1e-6 the error left is of the order of 1e-12.
 */
const tolerance = 1e-6;
const mostIterations = 40;
/** Smallest part of a bias or light step that is tried before giving up. */
const smallestStep = 1 / 1024;
/** Longest bias step without an intermediate point, kT/q; the prediction fails beyond. */
const longestBiasStep = 8;

/** One converged point on the way: potentials, and their derivative by the bias. */
interface Point {
  bias: number;
  light: number;
  valid: boolean;
  readonly values: Float64Array;
  readonly tangent: Float64Array;
}

/**
 * A device being solved: holds the mesh, the working memory and the last solution, from
 * which the next one starts.
 *
 * Terminal quantities: V > 0 is forward bias (the sign of a photovoltage), a current > 0 is
 * delivered power, A/cm^2.
 */
export class Device {
  readonly problem: DeviceProblem;
  readonly state: DeviceState;
  /** Newton iterations since construction. */
  iterations = 0;
  /** Largest update of each iteration of the last solve, kT/q: to see the convergence. */
  readonly history: number[] = [];
  private readonly vt: number;
  /** +1 where electrons are collected in front: then V = phi(rear) - phi(front). */
  private readonly sign: number;
  private readonly rearEquilibrium: number;
  private bias = 0;
  private readonly points: [Point, Point];

  /**
   * @param description layers, interfaces, contacts
   * @throws CalculationError when there is no equilibrium
   */
  constructor(description: DeviceDescription) {
    this.problem = deviceProblem(description);
    this.state = deviceState(this.problem);
    this.vt = thermalVoltage(description.temperature);
    this.sign = this.state.front.majority === 'electrons' ? 1 : -1;
    this.rearEquilibrium = this.state.rear.psi;
    const size = 3 * this.problem.nodes;
    const point = (): Point => ({
      bias: 0,
      light: 0,
      valid: false,
      values: new Float64Array(size),
      tangent: new Float64Array(size),
    });
    this.points = [point(), point()];
    solveEquilibrium(this.problem, this.state);
    this.setBias(0);
    this.store();
  }

  /** Applied voltage, V. */
  get voltage(): number {
    return this.bias * this.vt * this.sign;
  }

  /**
   * Light: generation in each node's box at a light of 1.
   *
   * @param perBox carriers cm^-2 s^-1, one a node
   */
  setGeneration(perBox: ArrayLike<number>): void {
    this.state.generation.set(perBox);
    this.points[0].valid = false;
  }

  /**
   * Solves at a voltage and a light, starting from the last solution.
   *
   * @param voltage V, forward positive
   * @param light factor on the generation
   * @throws CalculationError when no path of smaller steps leads there
   */
  solve(voltage: number, light: number): void {
    this.toLight(light);
    this.toBias((this.sign * voltage) / this.vt);
  }

  /** Current delivered at the present point, A/cm^2. */
  current(): number {
    return this.edgeCurrent(0);
  }

  /** Total current through each edge towards the terminals' positive sense, A/cm^2. */
  currentProfile(): Float64Array {
    const out = new Float64Array(this.problem.nodes - 1);
    for (let i = 0; i < out.length; i++) {
      out[i] = this.edgeCurrent(i);
    }
    return out;
  }

  private edgeCurrent(i: number): number {
    const { problem, state } = this;
    edgeFlux(problem, state, i, state.edgeOut);
    const jn = state.edgeOut[edgeResult.jn];
    const jp = state.edgeOut[edgeResult.jp];
    return this.sign * elementaryCharge * (jn + jp);
  }

  /** Derivative of the delivered current by the voltage, A/(V cm^2). */
  conductance(): number {
    const { problem, state } = this;
    const t = this.points[1].tangent;
    edgeFlux(problem, state, 0, state.edgeOut);
    const j = state.edgeOut;
    // The stored tangent is that of phi relative to its contact; a common shift of both
    // nodes of an edge moves no current, but it moves the densities with psi.
    const n0 = t[1] + this.shiftSlope(0);
    const n1 = t[4] + this.shiftSlope(0);
    const p0 = t[2] + this.shiftSlope(1);
    const p1 = t[5] + this.shiftSlope(1);
    const slope =
      j[1] * t[0] +
      j[2] * t[3] +
      j[3] * n0 +
      j[4] * n1 +
      j[6] * t[0] +
      j[7] * t[3] +
      j[8] * p0 +
      j[9] * p1;
    return (elementaryCharge * slope) / this.vt;
  }

  /** d(shift)/d(bias) of electrons (0) or holes (1). */
  private shiftSlope(carrier: 0 | 1): number {
    const electronsInFront = this.state.front.majority === 'electrons';
    return (carrier === 0) === electronsInFront ? 0 : 1;
  }

  private setBias(bias: number): void {
    this.bias = bias;
    setRearPotential(this.state, this.rearEquilibrium, bias);
  }

  private toLight(light: number): void {
    const start = this.state.light;
    if (light === start) return;
    this.points[0].valid = false;
    // In the logarithm of the light, from 1e-6 suns when it was dark.
    const dark = 1e-6;
    let here = Math.log(Math.max(start, dark));
    const goal = Math.log(Math.max(light, dark));
    let step = goal - here;
    for (;;) {
      const next = Math.abs(goal - here) <= Math.abs(step) ? goal : here + step;
      this.state.light = next === goal ? light : Math.exp(next);
      if (this.newton()) {
        this.store();
        if (next === goal) return;
        here = next;
      } else {
        this.restore();
        step /= 2;
        if (Math.abs(step) < smallestStep) throw this.failure();
      }
    }
  }

  private toBias(goal: number): void {
    let step = goal - this.bias;
    if (step === 0 && this.points[1].valid) return;
    const steps = Math.max(1, Math.ceil(Math.abs(step) / longestBiasStep));
    step /= steps;
    let smallest = Math.abs(step) * smallestStep;
    if (smallest === 0) smallest = smallestStep;
    for (;;) {
      const next =
        Math.abs(goal - this.bias) <= Math.abs(step) * (1 + 1e-12) ? goal : this.bias + step;
      this.predict(next);
      if (this.newton()) {
        this.store();
        if (next === goal) return;
      } else {
        this.restore();
        step /= 2;
        if (Math.abs(step) < smallest) throw this.failure();
      }
    }
  }

  /** Start values at a bias: cubic through the last two points and their tangents. */
  private predict(bias: number): void {
    const { psi, phiN, phiP } = this.state;
    const [before, last] = this.points;
    const h = last.bias - before.bias;
    const s = h === 0 ? 0 : (bias - last.bias) / h;
    const cubic = before.valid && h !== 0 && Math.abs(s) <= 2;
    const linear = bias - last.bias;
    for (let i = 0; i < psi.length; i++) {
      for (let k = 0; k < 3; k++) {
        const m = 3 * i + k;
        const y = last.values[m];
        const t = last.tangent[m];
        let value = y + t * linear;
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
    this.setBias(bias);
  }

  /** @returns whether it converged */
  private newton(): boolean {
    const { problem, state, history } = this;
    const { psi, phiN, phiP, dPhiN, dPhiP, update } = state;
    const last = psi.length - 1;
    history.length = 0;
    if (state.front.pinned) psi[0] = state.front.psi;
    if (state.rear.pinned) psi[last] = state.rear.psi;
    for (let i = 0; i < last; i++) {
      dPhiN[i] = phiN[i + 1] - phiN[i];
      dPhiP[i] = phiP[i + 1] - phiP[i];
    }
    for (let iteration = 0; iteration < mostIterations; iteration++) {
      newtonIteration(problem, state);
      this.iterations++;
      let largest = 0;
      let stepN = 0;
      let stepP = 0;
      for (let i = 0; i <= last; i++) {
        const k = 3 * i;
        const size = Math.max(
          Math.abs(update[k]),
          Math.abs(update[k + 1]),
          Math.abs(update[k + 2]),
        );
        if (!(size <= largest)) largest = size;
        psi[i] -= damped(update[k]);
        const dn = damped(update[k + 1]);
        const dp = damped(update[k + 2]);
        phiN[i] -= dn;
        phiP[i] -= dp;
        if (i > 0) {
          dPhiN[i - 1] -= dn - stepN;
          dPhiP[i - 1] -= dp - stepP;
        }
        stepN = dn;
        stepP = dp;
      }
      history.push(largest);
      if (!Number.isFinite(largest)) return false;
      if (largest < tolerance) return true;
    }
    return false;
  }

  /** Remembers the converged point and its tangent. */
  private store(): void {
    const { state, points, problem } = this;
    const [before, last] = points;
    points[0] = last;
    points[1] = before;
    const now = before;
    const { psi, phiN, phiP, electrons, holes, tangentEnd } = state;
    const { thetaN, thetaP } = problem;
    now.bias = this.bias;
    now.light = state.light;
    now.tangent.fill(0);
    now.tangent.set(tangentEnd, 3 * problem.nodes - 3);
    backSubstitute(state.upper, now.tangent, problem.nodes);
    const slopeN = this.shiftSlope(0);
    const slopeP = this.shiftSlope(1);
    for (let i = 0; i < problem.nodes; i++) {
      const k = 3 * i;
      // The densities of the iteration are those before its last step.
      electrons[i] = Math.exp(psi[i] + thetaN[i] - phiN[i] - state.shiftN);
      holes[i] = Math.exp(phiP[i] + state.shiftP - psi[i] + thetaP[i]);
      now.values[k] = psi[i];
      now.values[k + 1] = phiN[i];
      now.values[k + 2] = phiP[i];
      now.tangent[k + 1] = now.tangent[k + 1] - slopeN;
      now.tangent[k + 2] = now.tangent[k + 2] - slopeP;
    }
    now.valid = true;
  }

  /** Back to the last converged point after a failed step. */
  private restore(): void {
    const { state } = this;
    const last = this.points[1];
    for (let i = 0; i < state.psi.length; i++) {
      const k = 3 * i;
      state.psi[i] = last.values[k];
      state.phiN[i] = last.values[k + 1];
      state.phiP[i] = last.values[k + 2];
    }
    state.light = last.light;
    this.setBias(last.bias);
  }

  private failure(): CalculationError {
    const { update } = this.state;
    let worst = 0;
    for (let k = 0; k < update.length; k++) {
      if (!(Math.abs(update[k]) <= Math.abs(update[worst]))) worst = k;
    }
    const place = placeOf(this.problem, Math.floor(worst / 3));
    const residual = Math.abs(update[worst]);
    return new CalculationError(
      `no convergence at ${this.voltage.toFixed(3)} V (update ${residual.toExponential(1)} kT/q after ` +
        `${mostIterations} steps, worst in layer "${place.layer}", ${(place.depth * 1e7).toPrecision(3)} nm deep)`,
      { voltage: this.voltage, residual, ...place },
    );
  }
}

/** Steps beyond kT/q are cut to their logarithm; densities then change by a bounded factor. */
function damped(step: number): number {
  const size = Math.abs(step);
  return size < 1 ? step : Math.sign(step) * (1 + Math.log(size));
}
