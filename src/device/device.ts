import { elementaryCharge, thermalVoltage } from '../physics/constants.ts';
import { converge, mostIterations } from './converge.ts';
import { updateDensities } from './densities.ts';
import type { DeviceDescription } from './description.ts';
import { setRearPotential } from './deviceState.ts';
import { currentChange, currentsThrough, edgeFluxes } from './edgeFlux.ts';
import { solveEquilibrium } from './equilibrium.ts';
import { CalculationError } from './errors.ts';
import { type DeviceSolution, isLike, startLike } from './likeSolution.ts';
import { backSubstitute } from './newton.ts';
import { nodeResult, nodeTerms } from './nodeTerms.ts';
import { onMesh } from './onMesh.ts';
import { type Point, predict, predictLight } from './prediction.ts';
import { type DeviceProblem, placeOf } from './problem.ts';
import { solverCounts } from './solverCounts.ts';
import type { DeviceState } from './state.ts';

/** Smallest part of a bias or light step that is tried before giving up. */
const smallestStep = 1 / 1024;
/** Longest bias step without an intermediate point, kT/q; the prediction fails beyond. */
const longestBiasStep = 8;
/** Largest change of the light, as a logarithm, that is tried at once with one of the bias. */
const longestLightStep = 2;

/**
 * A device being solved: holds the mesh, the working memory and the last solution, from
 * which the next one starts.
 *
 * Terminal quantities: V > 0 is forward bias (the sign of a photovoltage), a current > 0 is
 * delivered power, A/cm^2.
 */
export class Device {
  readonly problem: DeviceProblem;
  /** Newton iterations since construction. */
  iterations = 0;
  /** Largest update of each iteration of the last solve, kT/q: to see the convergence. */
  readonly history: number[] = [];
  private readonly memory: DeviceState;
  /** Whether the densities are those before the last step of an iteration. */
  private stale = true;
  private readonly vt: number;
  /** +1 where electrons are collected in front: then V = phi(rear) - phi(front). */
  private readonly sign: number;
  private readonly rearEquilibrium: number;
  private bias = 0;
  /** The last three points on a path of bias in one light. */
  private readonly points: [Point, Point, Point];
  /** Where the path in the light before this one ended. */
  private elsewhere: Point;
  /** Potentials of local neutrality. */
  private readonly neutral: Float64Array;
  /** Whether there is a point to go on from. */
  private begun = false;

  /**
   * @param description layers, interfaces, contacts
   * @param begin `later`: the equilibrium is solved only where it turns out to be needed, for a device
   *   that is to start from the solution of another
   * @throws CalculationError when there is no equilibrium
   */
  constructor(description: DeviceDescription, begin: 'at rest' | 'later' = 'at rest') {
    const made = onMesh(description);
    this.problem = made.problem;
    solverCounts.devices += 1;
    this.memory = made.state;
    this.vt = thermalVoltage(description.temperature);
    this.sign = this.memory.front.collects === 'electrons' ? 1 : -1;
    this.rearEquilibrium = this.memory.rear.psi;
    const size = 3 * this.problem.nodes;
    const point = (): Point => ({
      bias: 0,
      light: 0,
      valid: false,
      values: new Float64Array(size),
      tangent: new Float64Array(size),
    });
    this.points = [point(), point(), point()];
    this.elsewhere = point();
    this.neutral = made.neutral;
    if (begin === 'at rest') this.rest(made.rests);
  }

  /**
   * Solves the equilibrium: the point that every path begins at.
   *
   * @param solved whether it is there already
   */
  private rest(solved = false): void {
    const { memory: state } = this;
    if (!solved) {
      state.psi.set(this.neutral);
      // What a failed start from another device left would outlive the equilibrium.
      for (const left of [state.dPhiN, state.dPhiP, state.steps, state.update, state.tangentEnd]) {
        left.fill(0);
      }
      state.light = 0;
      solveEquilibrium(this.problem, state);
    }
    this.setBias(0);
    this.store();
    this.begun = true;
  }

  /**
   * Potentials, levels and densities at the present point. Ask for it anew after each solve: the
   * densities are worked out where they are asked for.
   */
  get state(): DeviceState {
    if (this.stale) {
      updateDensities(this.problem, this.memory);
      this.stale = false;
    }
    return this.memory;
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
    this.memory.generation.set(perBox);
    this.leavePath();
    this.elsewhere.valid = false;
  }

  /**
   * Solves at a voltage and a light, starting from the last solution. Where the curve in this light folds
   * back before it is there, as that of a barrier which narrows its own gap with the carriers it holds, the way
   * is from rest, by the dark or by the light: a voltage may have two solutions, and which of them is found
   * depends on where one comes from.
   *
   * @param voltage V, forward positive
   * @param light factor on the generation
   * @throws CalculationError when no path of smaller steps leads there
   */
  solve(voltage: number, light: number): void {
    if (!this.begun) this.rest();
    const bias = (this.sign * voltage) / this.vt;
    if (this.leaps(bias, light)) return;
    try {
      this.toLight(light);
      this.toBias(bias);
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      this.startAnew();
      try {
        this.toBias(bias);
        this.toLight(light);
      } catch (another) {
        if (!(another instanceof CalculationError)) throw another;
        this.startAnew();
        this.toLight(light);
        this.toBias(bias);
      }
    }
  }

  private startAnew(): void {
    this.rest();
    this.leavePath();
    this.elsewhere.valid = false;
  }

  /** The present point, to start from later, in this device or a like one. */
  solution(): DeviceSolution {
    const { problem, neutral } = this;
    const [, , last] = this.points;
    const point = { ...last, values: last.values.slice(), tangent: last.tangent.slice() };
    const { shiftN, shiftP } = this.memory;
    return { problem, neutral, point, shiftN, shiftP };
  }

  /**
   * Solves at a voltage and a light, starting from a kept solution near there; where that does not lead
   * to one, as `solve` does.
   *
   * @param near of this device or of one with the same layers
   * @param before one more of this device in another light, to extrapolate from both
   * @throws CalculationError when no path of smaller steps leads there
   */
  solveFrom(near: DeviceSolution, voltage: number, light: number, before?: DeviceSolution): void {
    const bias = (this.sign * voltage) / this.vt;
    const { problem, memory: state } = this;
    const own = near.problem === problem;
    const { point } = near;
    const farLight = !(Math.abs(Math.log(light / point.light)) <= longestLightStep);
    const farBias = own && !(Math.abs(bias - point.bias) <= longestBiasStep);
    if (!farLight && !farBias && (own || isLike(near.problem, problem))) {
      state.light = light;
      this.setBias(bias);
      const other = before?.problem === problem ? before.point : point;
      if (own) predictLight(state, other, point, bias, light);
      else startLike(near, problem, this.neutral, state);
      if (this.converges()) {
        this.store();
        this.leavePath();
        this.elsewhere.valid = false;
        this.begun = true;
        return;
      }
      if (this.begun) this.restore();
    }
    this.solve(voltage, light);
  }

  /** Current delivered at the present point, A/cm^2. */
  current(): number {
    this.frontDensities();
    return this.edgeCurrent(0);
  }

  /** Total current through each edge towards the terminals' positive sense, A/cm^2. */
  currentProfile(): Float64Array {
    const out = new Float64Array(this.state.psi.length - 1);
    for (let i = 0; i < out.length; i++) {
      out[i] = this.edgeCurrent(i);
    }
    return out;
  }

  /** Densities at both ends of the first edge, all that a terminal current needs. */
  private frontDensities(): void {
    if (this.stale) updateDensities(this.problem, this.memory, 2);
  }

  private edgeCurrent(i: number): number {
    const { problem, memory: state } = this;
    const [jn, jp] = currentsThrough(problem, state, i);
    return this.sign * elementaryCharge * (jn + jp);
  }

  /**
   * Space charge at a node, q cm^-3: carriers, dopants and gap states.
   *
   * @param i node
   */
  chargeDensity(i: number): number {
    const { problem, state } = this;
    nodeTerms(problem, state, i, i + 1);
    const charge = state.nodeResults[nodeResult.length * i + nodeResult.charge];
    return (charge - problem.sheet[i]) / problem.box[i];
  }

  /** Derivative of the delivered current by the voltage, A/(V cm^2). */
  conductance(): number {
    const { problem, memory: state } = this;
    this.frontDensities();
    edgeFluxes(problem, state, 0, 1);
    // The stored tangent is that of phi relative to its contact; a common shift of both
    // nodes of an edge moves no current, but it moves the densities with psi.
    const [, , { tangent }] = this.points;
    const slope = currentChange(state, 0, tangent, this.shiftSlope(0), this.shiftSlope(1));
    return (elementaryCharge * slope) / this.vt;
  }

  /** d(shift)/d(bias) of electrons (0) or holes (1). */
  private shiftSlope(carrier: 0 | 1): number {
    const electronsInFront = this.memory.front.collects === 'electrons';
    return (carrier === 0) === electronsInFront ? 0 : 1;
  }

  private setBias(bias: number): void {
    this.bias = bias;
    setRearPotential(this.memory, this.rearEquilibrium, bias);
  }

  /**
   * Tries to reach another light and bias at once, as from one maximum of power to the next.
   *
   * @returns whether it did; if not, the last point stands
   */
  private leaps(bias: number, light: number): boolean {
    const { points, memory: state } = this;
    const [oldest, before, last] = points;
    if (light === state.light || !(light > 0 && state.light > 0)) return false;
    if (!(Math.abs(Math.log(light / state.light)) <= longestLightStep)) return false;
    if (!(Math.abs(bias - this.bias) <= longestBiasStep)) return false;
    predictLight(state, this.elsewhere, last, bias, light);
    state.light = light;
    this.setBias(bias);
    if (!this.converges()) {
      this.restore();
      return false;
    }
    // The new point takes the memory of the oldest.
    points[0] = this.elsewhere;
    this.store();
    this.elsewhere = last;
    points[0] = oldest;
    points[1] = before;
    this.leavePath();
    return true;
  }

  /** Of the points only the last stands: those before lie in other light. */
  private leavePath(): void {
    this.points[0].valid = false;
    this.points[1].valid = false;
  }

  private toLight(light: number): void {
    const start = this.memory.light;
    if (light === start) return;
    this.leavePath();
    // In the logarithm of the light, from 1e-24 suns when it was dark.
    const dark = 1e-24;
    let here = Math.log(Math.max(start, dark));
    const goal = Math.log(Math.max(light, dark));
    let step = goal - here;
    for (;;) {
      const next = Math.abs(goal - here) <= Math.abs(step) ? goal : here + step;
      this.memory.light = next === goal ? light : Math.exp(next);
      if (this.converges()) {
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
    if (step === 0 && this.points[2].valid) return;
    const steps = Math.max(1, Math.ceil(Math.abs(step) / longestBiasStep));
    step /= steps;
    let smallest = Math.abs(step) * smallestStep;
    if (smallest === 0) smallest = smallestStep;
    for (;;) {
      const next =
        Math.abs(goal - this.bias) <= Math.abs(step) * (1 + 1e-12) ? goal : this.bias + step;
      predict(this.memory, ...this.points, next);
      this.setBias(next);
      if (this.converges()) {
        this.store();
        if (next === goal) return;
      } else {
        this.restore();
        step /= 2;
        if (Math.abs(step) < smallest) throw this.failure();
      }
    }
  }

  private converges(): boolean {
    const done = converge(this.problem, this.memory, this.history);
    this.iterations += this.history.length;
    solverCounts.points += 1;
    solverCounts.iterations += this.history.length;
    if (!done) solverCounts.refused += 1;
    return done;
  }

  /** Remembers the converged point and its tangent. */
  private store(): void {
    const { memory: state, points, problem } = this;
    const [oldest, before, last] = points;
    points[0] = before;
    points[1] = last;
    points[2] = oldest;
    const now = oldest;
    const { psi, phiN, phiP, tangentEnd } = state;
    this.stale = true;
    now.bias = this.bias;
    now.light = state.light;
    now.tangent.fill(0);
    now.tangent.set(tangentEnd, 3 * problem.nodes - 3);
    backSubstitute(state.steps, now.tangent, problem.nodes);
    const slopeN = this.shiftSlope(0);
    const slopeP = this.shiftSlope(1);
    for (let i = 0; i < problem.nodes; i++) {
      const k = 3 * i;
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
    const { memory: state } = this;
    this.stale = true;
    const last = this.points[2];
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
    const { update } = this.memory;
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
