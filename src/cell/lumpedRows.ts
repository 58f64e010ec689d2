/**
 * Linear rows of a lumped wafer: tridiagonal in the densities, with the current and the density
 * at the junction beside them.
 */
export interface LumpedRows {
  readonly lower: Float64Array;
  readonly diagonal: Float64Array;
  readonly upper: Float64Array;
  /** What the rows lack; off the junction, once eliminated, the step it asks for. */
  readonly residual: Float64Array;
  /** Derivative by the current; once eliminated, the step that a change of it brings. */
  readonly byCurrent: Float64Array;
  /** Once eliminated, the step that a change of the density at the junction brings. */
  readonly byJunction: Float64Array;
}

/** Rows for a number of places. */
export function lumpedRows(places: number): LumpedRows {
  const array = () => new Float64Array(places);
  return {
    lower: array(),
    diagonal: array(),
    upper: array(),
    residual: array(),
    byCurrent: array(),
    byJunction: array(),
  };
}

/**
 * Solves the rows off the junction for their three right-hand sides; that of the junction stays.
 *
 * Hot: nothing allocated.
 *
 * @param rows assembled; changed as its fields say
 * @param junction first or last place
 */
export function eliminate(rows: LumpedRows, junction: number): void {
  const { lower, diagonal, upper, residual, byCurrent, byJunction } = rows;
  const last = diagonal.length - 1;
  const first = junction === 0 ? 1 : 0;
  const end = junction === 0 ? last : last - 1;
  for (let i = first; i <= end; i++) {
    byCurrent[i] = -byCurrent[i]!;
    byJunction[i] = 0;
  }
  if (junction === 0) byJunction[1] = -lower[1]!;
  else byJunction[end] = -upper[end]!;
  for (let i = first + 1; i <= end; i++) {
    const factor = lower[i]! / diagonal[i - 1]!;
    diagonal[i] = diagonal[i]! - factor * upper[i - 1]!;
    residual[i] = residual[i]! - factor * residual[i - 1]!;
    byCurrent[i] = byCurrent[i]! - factor * byCurrent[i - 1]!;
    byJunction[i] = byJunction[i]! - factor * byJunction[i - 1]!;
  }
  let r = 0;
  let c = 0;
  let j = 0;
  for (let i = end; i >= first; i--) {
    const inverse = 1 / diagonal[i]!;
    const coupling = upper[i]!;
    residual[i] = r = (residual[i]! - (i < end ? coupling * r : 0)) * inverse;
    byCurrent[i] = c = (byCurrent[i]! - (i < end ? coupling * c : 0)) * inverse;
    byJunction[i] = j = (byJunction[i]! - (i < end ? coupling * j : 0)) * inverse;
  }
}
