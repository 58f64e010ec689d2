/**
 * Inverts a diagonally dominant matrix in place, by Gauss and Jordan without exchanges.
 *
 * @param matrix row by row, becomes its inverse
 * @param size rows
 */
export function invert(matrix: Float64Array, size: number): void {
  for (let k = 0; k < size; k++) {
    const row = k * size;
    const pivot = 1 / matrix[row + k];
    matrix[row + k] = 1;
    for (let j = 0; j < size; j++) matrix[row + j] *= pivot;
    for (let i = 0; i < size; i++) {
      const factor = matrix[i * size + k];
      if (i === k || factor === 0) continue;
      matrix[i * size + k] = 0;
      for (let j = 0; j < size; j++) matrix[i * size + j] -= factor * matrix[row + j];
    }
  }
}

/**
 * Solves x M = b for a row vector x by Gauss elimination, in place: the matrix holds the equations
 * as columns. They are taken as they come: those of light between two faces are diagonally
 * dominant, since no face returns more than it gets, and need no exchange.
 *
 * Hot: nothing allocated.
 *
 * @param matrix row by row, destroyed
 * @param right b, becomes x
 * @param size rows
 */
export function eliminateTransposed(matrix: Float64Array, right: Float64Array, size: number): void {
  // M = L U with ones on the diagonal of L.
  for (let k = 0; k < size; k++) {
    const row = k * size;
    const pivot = 1 / matrix[row + k];
    for (let i = k + 1; i < size; i++) {
      const at = i * size;
      const factor = matrix[at + k] * pivot;
      if (factor === 0) continue;
      matrix[at + k] = factor;
      for (let j = k + 1; j < size; j++) matrix[at + j] -= factor * matrix[row + j];
    }
  }
  // First y U = b, column by column, then x L = y.
  for (let j = 0; j < size; j++) {
    const y = right[j] / matrix[j * size + j];
    right[j] = y;
    if (y === 0) continue;
    for (let i = j + 1; i < size; i++) right[i] -= y * matrix[j * size + i];
  }
  for (let j = size - 1; j > 0; j--) {
    const x = right[j];
    if (x === 0) continue;
    for (let i = 0; i < j; i++) right[i] -= x * matrix[j * size + i];
  }
}
