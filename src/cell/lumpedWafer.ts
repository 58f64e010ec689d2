import type { CurvePoint } from '../circuit/terminal.ts';
import { CalculationError } from '../device/errors.ts';
import { elementaryCharge } from '../physics/constants.ts';
import { excessAt } from './lumpedInjection.ts';
import { LumpedLaws, lumpedLaw } from './lumpedLaws.ts';
import type { LumpedProblem, LumpedSide } from './lumpedProblem.ts';
import { eliminate, type LumpedRows, lumpedRows } from './lumpedRows.ts';

const mostIterations = 40;
/** Last change of the minority density, relative: the next would be its square. */
const tolerance = 1e-7;
/** A step leaves at least this share of the minority carriers. */
const leastLeft = 0.05;
/** Splitting of the quasi-Fermi levels that no wafer reaches, kT/q. */
const widestSplit = 60;
/** Where a ramp of the light starts, relative to its end, and its steps. */
const rampStart = 1e-6;
const rampSteps = 48;

/**
 * Ambipolar diffusion in a neutral wafer between two skins, by Newton on the excess densities
 * and the current. With s the conductivities and Da the ambipolar diffusion constant,
 *
 *     jp = (sp/s) J - Da dD/dx,   d jp/dx = G - R,   jp(a) = Ga - Ra,   J - jp(b) = Gb - Rb,
 *     V = split at the junction - drop of the majority level across the wafer.
 *
 * Light is put on the places by hat functions, which makes the diffusion of it exact there. In
 * wafers below some 1e14 cm^-3 in sunlight drift outdoes diffusion from place to place: there
 * Newton may fail, which is an error, never a curve.
 *
 * @see W. van Roosbroeck, Phys. Rev. 91, 282 (1953), doi:10.1103/PhysRev.91.282
 */
export class LumpedWafer {
  /** Newton iterations since construction. */
  iterations = 0;
  /** Excess density at each place, cm^-3. */
  readonly excess: Float64Array;
  private readonly problem: LumpedProblem;
  private readonly box: Float64Array;
  private readonly junction: number;
  private readonly nType: boolean;
  private current = 0;
  /** Light of the last solution; 0 before the first. */
  private lastLight = 0;
  /** Change of each density, and of the current, with that at the junction. */
  private readonly share: Float64Array;
  private currentShare = 0;
  /** Drop of the majority level across the wafer, V, and its direct change with the current. */
  private drop = 0;
  private dropByCurrent = 0;
  /** dJ/dV, cm^-2 s^-1 V^-1, and the largest relative change of the last iteration. */
  private slope = 0;
  private change = 0;
  private readonly rows: LumpedRows;
  /** Change of the drop with each density. */
  private readonly dropBy: Float64Array;
  private readonly laws: LumpedLaws;
  private readonly local = new Float64Array(lumpedLaw.length);

  /** @param problem wafer, skins and light */
  constructor(problem: LumpedProblem) {
    const { x, silicon } = problem;
    const m = x.length;
    this.problem = problem;
    this.excess = new Float64Array(m);
    this.box = Float64Array.from(
      x,
      (_, i) => (x[Math.min(i + 1, m - 1)]! - x[Math.max(i - 1, 0)]!) / 2,
    );
    this.nType = silicon.n0 > silicon.p0;
    // Minority carriers of an n-type wafer are holes, which side b collects.
    this.junction = this.nType ? m - 1 : 0;
    this.share = new Float64Array(m).fill(1);
    this.rows = lumpedRows(m);
    this.dropBy = new Float64Array(m);
    this.laws = new LumpedLaws(silicon);
  }

  /**
   * Solves at a voltage between the inner ends of the skins and a light.
   *
   * @param voltage V, forward positive
   * @param light factor on the generation
   * @returns delivered current, A/cm^2, with its slope
   * @throws CalculationError when Newton does not converge
   */
  solve(voltage: number, light: number): CurvePoint {
    let done = this.converges(voltage, light);
    if (!done && light > 0) {
      // Lowly doped wafers in strong light: from darkness, in small steps of the light.
      this.rest();
      for (let k = rampSteps; k >= 0; k--) {
        done = this.converges(voltage, light * rampStart ** (k / rampSteps));
        if (!done) break;
      }
    }
    if (!done) {
      this.rest();
      throw new CalculationError(
        `the lumped wafer does not converge at ${voltage.toFixed(3)} V in ${light} suns`,
        { voltage, residual: this.change, layer: 'wafer', depth: 0 },
      );
    }
    return {
      voltage,
      current: elementaryCharge * this.current,
      slope: elementaryCharge * this.slope,
    };
  }

  /** Splitting of the quasi-Fermi levels in the middle of the wafer at the last point, V. */
  impliedVoltage(): number {
    const { x, thermalVoltage } = this.problem;
    const half = x[x.length - 1]! / 2;
    const next = x.findIndex((place) => place >= half);
    const share = (half - x[next - 1]!) / (x[next]! - x[next - 1]!);
    const excess = this.excess[next - 1]! * (1 - share) + this.excess[next]! * share;
    this.laws.at(excess, this.local);
    return thermalVoltage * this.local[lumpedLaw.split]!;
  }

  /** Forgets the last solution. */
  private rest(): void {
    this.excess.fill(0);
    this.share.fill(1);
    this.current = 0;
    this.currentShare = 0;
    this.drop = 0;
    this.lastLight = 0;
  }

  /** Newton's method from the last solution. */
  private converges(voltage: number, light: number): boolean {
    const { excess, share, problem, junction, rows, dropBy } = this;
    const { residual, byCurrent, byJunction } = rows;
    const { silicon, thermalVoltage: vt } = problem;
    const m = excess.length;
    const minority0 = this.nType ? silicon.p0 : silicon.n0;
    this.predict(voltage, light, minority0);
    for (let iteration = 0; iteration < mostIterations; iteration++) {
      this.iterations++;
      this.assemble(light);
      const drop = this.drop;
      eliminate(rows, junction);
      // Interior: d excess = residual + byCurrent dJ + byJunction dK, all three solved for.
      const near = junction === 0 ? 1 : m - 2;
      const link = junction === 0 ? rows.upper[0]! : rows.lower[m - 1]!;
      const rowK = rows.diagonal[junction]! + link * byJunction[near]!;
      const rowJ = byCurrent[junction]! + link * byCurrent[near]!;
      const row = residual[junction]! - link * residual[near]!;
      let dropRest = 0;
      let dropByJ = this.dropByCurrent;
      let dropByK = dropBy[junction]!;
      for (let i = 0; i < m; i++) {
        if (i === junction) continue;
        dropRest += dropBy[i]! * residual[i]!;
        dropByJ += dropBy[i]! * byCurrent[i]!;
        dropByK += dropBy[i]! * byJunction[i]!;
      }
      // In the logarithm of np, which the drop moves evenly; `rise` is d excess / d split.
      this.laws.at(excess[junction]!, this.local);
      const miss = voltage + drop - vt * this.local[lumpedLaw.split]!;
      const rise = 1 / (vt * this.local[lumpedLaw.splitSlope]!);
      // (1 - rise dropByK) dK - rise dropByJ dJ = rise (miss + dropRest)
      const cK = 1 - rise * dropByK;
      const cJ = -rise * dropByJ;
      const c = rise * (miss + dropRest);
      const determinant = cK * rowJ - cJ * rowK;
      const dJ = (cK * row - rowK * c) / determinant;
      const dK = (c * rowJ - cJ * row) / determinant;
      this.slope = (-rowK * rise) / determinant;
      this.currentShare = -rowK / rowJ;
      let change = 0;
      for (let i = 0; i < m; i++) {
        const here = minority0 + excess[i]!;
        let step = dK;
        if (i !== junction) {
          step = residual[i]! + byCurrent[i]! * dJ + byJunction[i]! * dK;
          share[i] = byJunction[i]! + byCurrent[i]! * this.currentShare;
        }
        if (step < (leastLeft - 1) * here) step = (leastLeft - 1) * here;
        excess[i] = excess[i]! + step;
        const relative = Math.abs(step) / (here + step);
        if (relative > change || Number.isNaN(relative)) change = relative;
      }
      this.current += dJ;
      this.change = change;
      if (change < tolerance) {
        this.lastLight = light;
        return true;
      }
      if (!(change < Number.POSITIVE_INFINITY)) return false;
    }
    return false;
  }

  /** The last solution, moved as if the wafer were linear: by light and by its junction. */
  private predict(voltage: number, light: number, minority0: number): void {
    const { excess, share, junction, lastLight } = this;
    const ratio = lastLight > 0 ? light / lastLight : 1;
    const before = excess[junction]!;
    this.drop *= ratio;
    const { silicon, thermalVoltage } = this.problem;
    const split = Math.min((voltage + this.drop) / thermalVoltage, widestSplit);
    const now = excessAt(silicon, split);
    for (let i = 0; i < excess.length; i++) {
      const guess = (excess[i]! - share[i]! * before) * ratio + share[i]! * now;
      excess[i] = Math.max(guess, (leastLeft - 1) * minority0);
    }
    this.current = (this.current - this.currentShare * before) * ratio + this.currentShare * now;
  }

  /** Residuals of the continuity of holes, their derivatives, and the drop across the wafer. */
  private assemble(light: number): void {
    const { problem, excess, box, dropBy } = this;
    const { lower, diagonal, upper, residual, byCurrent } = this.rows;
    const { silicon, thermalVoltage: vt, x, generation, a, b } = problem;
    const { n0, p0 } = silicon;
    const { laws, local } = this;
    const last = excess.length - 1;
    for (let i = 0; i <= last; i++) {
      laws.at(excess[i]!, local);
      residual[i] = light * generation[i]! - local[lumpedLaw.rate]! * box[i]!;
      diagonal[i] = local[lumpedLaw.rateSlope]! * box[i]!;
      lower[i] = 0;
      upper[i] = 0;
      byCurrent[i] = 0;
      dropBy[i] = 0;
    }
    this.addSide(a, 0, light);
    this.addSide(b, last, light);
    residual[last] = residual[last]! - this.current;
    byCurrent[last] = 1;
    this.drop = 0;
    this.dropByCurrent = 0;
    for (let i = 0; i < last; i++) {
      const j = i + 1;
      const h = x[j]! - x[i]!;
      const middle = 0.5 * (excess[i]! + excess[j]!);
      const n = n0 + middle;
      const p = p0 + middle;
      laws.at(middle, local);
      const dn = local[lumpedLaw.electron]!;
      const dp = local[lumpedLaw.hole]!;
      const dnSlope = local[lumpedLaw.electronSlope]!;
      const dpSlope = local[lumpedLaw.holeSlope]!;
      const inverse = 1 / (dn * n + dp * p);
      const part = dp * p * inverse;
      const ambipolar = dn * dp * (n + p) * inverse;
      const gradient = (excess[j]! - excess[i]!) / h;
      const jp = part * this.current - ambipolar * gradient;
      // By the mean density, of which either end gives half.
      const sumSlope = dn + dp + dnSlope * n + dpSlope * p;
      const partSlope = (dp + dpSlope * p - part * sumSlope) * inverse;
      const ambipolarSlope =
        (2 * dn * dp + (dnSlope * dp + dn * dpSlope) * (n + p) - ambipolar * sumSlope) * inverse;
      const half = 0.5 * (partSlope * this.current - ambipolarSlope * gradient);
      const byI = half + ambipolar / h;
      const byJ = half - ambipolar / h;
      residual[i] = residual[i]! - jp;
      residual[j] = residual[j]! + jp;
      diagonal[i] = diagonal[i]! + byI;
      upper[i] = byJ;
      diagonal[j] = diagonal[j]! - byJ;
      lower[j] = -byI;
      byCurrent[i] = byCurrent[i]! + part;
      byCurrent[j] = byCurrent[j]! - part;
      // The majority carriers' part of the current over their conductivity.
      const unit = this.nType ? (vt * h) / (dn * n) : (vt * h) / (dp * p);
      const flux = this.nType ? this.current - jp : jp;
      const sign = this.nType ? -1 : 1;
      const fall = unit * flux;
      const thinning = 0.5 * fall * (this.nType ? 1 / n + dnSlope / dn : 1 / p + dpSlope / dp);
      this.drop += fall;
      this.dropByCurrent += unit * (this.nType ? 1 - part : part);
      dropBy[i] = dropBy[i]! + unit * sign * byI - thinning;
      dropBy[j] = dropBy[j]! + unit * sign * byJ - thinning;
    }
  }

  /** Light and recombination of a skin, into the place where it begins. */
  private addSide(side: LumpedSide, i: number, light: number): void {
    const { silicon } = this.problem;
    const excess = this.excess[i]!;
    const sum = silicon.n0 + silicon.p0 + excess;
    let product = excess * sum;
    let slope = sum + excess;
    if (!side.narrows) {
      this.laws.at(excess, this.local);
      product = this.local[lumpedLaw.product]!;
      slope = this.local[lumpedLaw.productSlope]!;
    }
    let rate = side.coefficient * product;
    let byProduct = side.coefficient;
    if (side.power !== 1) {
      // Below equilibrium, and far below the injection it was stated for, the power has no say.
      const positive = Math.max(product, silicon.nie2);
      byProduct = side.coefficient * positive ** (side.power - 1);
      rate = byProduct * product;
      if (product > silicon.nie2) byProduct *= side.power;
    }
    const { residual, diagonal } = this.rows;
    residual[i] = residual[i]! + light * side.generation - rate;
    diagonal[i] = diagonal[i]! + byProduct * slope;
  }
}
