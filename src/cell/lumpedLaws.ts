import { lumpedInjection, lumpedInjectionResult } from './lumpedInjection.ts';
import { bulkRecombination, bulkResult, type NeutralSilicon } from './lumpedRecombination.ts';

/** Where `LumpedLaws.at` leaves its results: those of `lumpedInjection`, then the bulk's. */
export const lumpedLaw = {
  ...lumpedInjectionResult,
  /** Recombination, cm^-3 s^-1, and its derivative by the excess density. */
  rate: lumpedInjectionResult.length,
  rateSlope: lumpedInjectionResult.length + 1,
  length: lumpedInjectionResult.length + 2,
} as const;

/** Excess densities between these powers of two are interpolated, cm^-3; others worked out. */
const lowestPower = 20;
const highestPower = 64;
/**
 * Cells of an octave, as bits. In cells 1/256 to 1/128 wide the cubics err by less than 1e-9, as far as
 * the laws are smooth; where the table of injection bends, at its knots, by up to 1e-7 below 1e18 cm^-3. Key figures
 * move by less than 1e-9.
 */
const cellBits = 7;
/** Bits of a number's upper half that lie below those of its cell, and all such bits. */
const lowerBits = 20 - cellBits;
const restUnit = 2 ** -(lowerBits + 32);
const firstCell = (1023 + lowestPower) << cellBits;
const cells = (highestPower - lowestPower) << cellBits;

/** Numbers of a cell: 1 / width, then four coefficients of each quantity. */
const quantities = lumpedLaw.length / 2;
const stride = 1 + 4 * quantities;
/** Cells that there is room for at first. */
const room = 32;

/** A number and its two halves. */
const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);
const upper = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1;

const start = new Float64Array(lumpedLaw.length);
const end = new Float64Array(lumpedLaw.length);
const rates = new Float64Array(bulkResult.length);

/**
 * What a wafer does at an excess density: splitting, mobilities, recombination. Each cell of the
 * density is worked out once, when it is first met, and kept as cubics with the exact values and slopes
 * at both ends; a cell is found by the leading bits of the density, without a logarithm.
 */
export class LumpedLaws {
  private readonly silicon: NeutralSilicon;
  /** Where the cubics of a cell lie, -1 where it has not been met. */
  private readonly placeOf = new Int16Array(cells).fill(-1);
  private cubics = new Float64Array(room * stride);
  private known = 0;

  /** @param silicon of the wafer */
  constructor(silicon: NeutralSilicon) {
    this.silicon = silicon;
  }

  /**
   * Hot: nothing allocated, but for cells that have not been met.
   *
   * @param excess density of electron-hole pairs above equilibrium, cm^-3
   * @param out filled as `lumpedLaw` says
   */
  at(excess: number, out: Float64Array): void {
    number[0] = excess;
    const high = halves[upper]!;
    const cell = (high >>> lowerBits) - firstCell;
    // Of negative numbers the sign lies in these bits too.
    if (!(cell >= 0 && cell < cells)) {
      this.workOut(excess, out);
      return;
    }
    let place = this.placeOf[cell]!;
    const low = halves[1 - upper]!;
    if (place < 0) place = this.meet(cell);
    const { cubics } = this;
    const s = ((high & ((1 << lowerBits) - 1)) * 2 ** 32 + low) * restUnit;
    const m = place * stride;
    const unit = cubics[m]!;
    for (let q = 0; q < quantities; q++) {
      const k = m + 1 + 4 * q;
      const c1 = cubics[k + 1]!;
      const c2 = cubics[k + 2]!;
      const c3 = cubics[k + 3]!;
      out[2 * q] = cubics[k]! + s * (c1 + s * (c2 + s * c3));
      out[2 * q + 1] = unit * (c1 + s * (2 * c2 + s * 3 * c3));
    }
  }

  private workOut(excess: number, out: Float64Array): void {
    lumpedInjection(this.silicon, excess, out);
    bulkRecombination(this.silicon, excess, out, rates);
    out[lumpedLaw.rate] = rates[bulkResult.rate]!;
    out[lumpedLaw.rateSlope] = rates[bulkResult.byDensity]!;
  }

  /** Cubics of a cell, and their place. */
  private meet(cell: number): number {
    const place = this.known++;
    this.placeOf[cell] = place;
    if ((place + 1) * stride > this.cubics.length) {
      const more = new Float64Array(2 * this.cubics.length);
      more.set(this.cubics);
      this.cubics = more;
    }
    const octave = 2 ** ((cell >> cellBits) + lowestPower);
    const width = octave / (1 << cellBits);
    const from = octave + (cell & ((1 << cellBits) - 1)) * width;
    this.workOut(from, start);
    this.workOut(from + width, end);
    const m = place * stride;
    this.cubics[m] = 1 / width;
    for (let q = 0; q < quantities; q++) {
      const value = start[2 * q]!;
      const c1 = start[2 * q + 1]! * width;
      const rise = end[2 * q]! - value;
      const c3 = c1 + end[2 * q + 1]! * width - 2 * rise;
      this.cubics.set([value, c1, rise - c1 - c3, c3], m + 1 + 4 * q);
    }
    return place;
  }
}
